package io.keyward.validation.expiry;

import io.keyward.validation.check.KeyAccess.AzureApplication;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Whoever can be asked when a customer's secret ends. */
public interface CredentialEnds {

    /**
     * The last moment of the secret that opens keys so. Empty when nobody tells, or it cannot be told apart from others; what stands in the way of asking fails, and means the same.
     * Never called with a session open.
     */
    Uni<Optional<Instant>> of(String groupId, AzureApplication application);
}
