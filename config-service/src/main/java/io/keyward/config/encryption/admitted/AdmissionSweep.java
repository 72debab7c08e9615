package io.keyward.config.encryption.admitted;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Looks for admissions that led to no endpoint: whoever asked for them found another endpoint there, was overtaken by a closing, or died. */
@ApplicationScoped
class AdmissionSweep {
    private static final Logger LOG = Logger.getLogger(AdmissionSweep.class);
    private static final int AT_A_TIME = 50;

    private final AdmittedRegionStore admitted;
    private final AdmissionExpiryStore expiry;
    private final AdmissionConfig config;
    private final Clock clock;

    AdmissionSweep(AdmittedRegionStore admitted, AdmissionExpiryStore expiry, AdmissionConfig config, Clock clock) {
        this.admitted = admitted;
        this.expiry = expiry;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "{keyward.admission.sweep}", skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> sweep() {
        return sweep(clock.instant());
    }

    /** Forgets what is overdue at that time. */
    Uni<Void> sweep(Instant now) {
        Instant before = now.minus(config.keep());
        return admitted.overdue(before, AT_A_TIME)
                .onItem()
                .transformToMulti(ids -> Multi.createFrom().iterable(ids))
                .onItem()
                .transformToUniAndConcatenate(groupId -> expire(groupId, before))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> expire(String groupId, Instant before) {
        return expiry.expire(groupId, before)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        failure, "groupId=%s an admission could not be forgotten; a later sweep will", groupId))
                .onFailure()
                .recoverWithNull();
    }
}
