package io.keyward.config.role;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gets the service accounts of new projects ready in the background, as clients expect it. There is nothing to be made at Google until keys
 * there can be opened, so that the account's name is all that this step settles. Harmless to run in every replica.
 */
@ApplicationScoped
class GcpAccountStep {
    private final RoleStore store;

    GcpAccountStep(RoleStore store) {
        this.store = store;
    }

    @Scheduled(every = "{keyward.role.account-tick}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> completeAccounts() {
        return store.completeAccounts().replaceWithVoid();
    }
}
