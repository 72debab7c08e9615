package io.keyward.validation.keyuse;

import io.smallrye.mutiny.Uni;

/** What follows for a project's clusters when a key of it changes, or a private endpoint. */
public interface ProjectEffects {

    /**
     * Compares all clusters of the project with the verdicts on its keys and with its private endpoints, and asks of them what follows. Takes part in the
     * caller's transaction, in which the caller has taken the project's lock ({@link KeyUseStore#lockProject}).
     */
    Uni<Void> replan(String groupId);
}
