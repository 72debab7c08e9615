package io.keyward.validation.keyuse;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** On which way keys are reached. Every method takes part in the caller's transaction, in which the caller has taken the project's lock. */
public interface KeyPaths {

    /** Finds the way to every key of the project anew. A key with another way than before is due at once. */
    Uni<Void> refresh(String groupId);

    /** Remembers that the project did not require private networking of the provider at {@code at}. May be told late, and in any order. */
    Uni<Void> wasPublic(String groupId, String provider, Instant at);
}
