package io.keyward.config.encryption.admitted;

import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.admitted.AdmittedRegionStore.Overdue;
import io.keyward.config.endpoint.EndpointClient;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks for admissions that led to no endpoint: whoever asked for them found another endpoint there, was overtaken by a closing, or died. Age alone does
 * not tell: news may be late for hours, and a key use that ends too soon is a revocation that nobody notices. So the owner of endpoints is asked what is
 * there, and as long as it does not answer, nothing is forgotten.
 */
@ApplicationScoped
class AdmissionSweep {
    private static final Logger LOG = Logger.getLogger(AdmissionSweep.class);
    private static final int AT_A_TIME = 50;

    private final AdmittedRegionStore admitted;
    private final EndpointClient endpoints;
    private final AdmissionExpiryStore expiry;
    private final AdmissionConfig config;
    private final Clock clock;

    AdmissionSweep(
            AdmittedRegionStore admitted,
            EndpointClient endpoints,
            AdmissionExpiryStore expiry,
            AdmissionConfig config,
            Clock clock) {
        this.admitted = admitted;
        this.endpoints = endpoints;
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
                .transformToMulti(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(overdue -> endpoints
                        .ask(overdue.groupId(), overdue.provider())
                        .chain(there -> expire(overdue, there, before)))
                .collect()
                .last()
                .onFailure(Refusal.class)
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Void> expire(Overdue overdue, List<PrivateEndpoint> there, Instant before) {
        return expiry.expire(overdue, there, before)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        failure,
                        "groupId=%s an admission could not be forgotten; a later sweep will",
                        overdue.groupId()))
                .onFailure()
                .recoverWithNull();
    }
}
