package io.keyward.config.role;

import io.keyward.config.validation.RoleAnswer.Outcome;
import io.keyward.config.validation.RoleQuestion;
import io.keyward.config.validation.ValidationClient;
import io.keyward.messaging.Detached;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Gets the service accounts of new projects ready in the background, as clients expect it: one is ready once we were seen to become it. One that
 * is not is asked about again with the next tick. Harmless to run in every replica.
 */
@ApplicationScoped
class GcpAccountStep {
    private static final Logger LOG = Logger.getLogger(GcpAccountStep.class);
    private static final int AT_ONCE = 20;

    private final RoleStore store;
    private final ValidationClient validation;

    GcpAccountStep(RoleStore store, ValidationClient validation) {
        this.store = store;
        this.validation = validation;
    }

    /** One after the other; ends with the first question that gets no answer. */
    @Scheduled(every = "{keyward.role.account-tick}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> completeAccounts() {
        return Detached.run(() -> store.waiting(AT_ONCE))
                .toMulti()
                .flatMap(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::complete)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("no Google account could be made sure of: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> complete(GcpAccount account) {
        return validation
                .checkRole(new RoleQuestion.Google(account.groupId(), account.email()))
                .chain(answer -> {
                    if (answer.outcome() != Outcome.ASSUMABLE) {
                        LOG.warnf("the Google account %s is not ready: %s", account.email(), answer.explanation());
                        return Uni.createFrom().voidItem();
                    }
                    return Detached.run(() -> store.complete(account.email()));
                });
    }
}
