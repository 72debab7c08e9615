package io.keyward.validation.guard;

import io.keyward.validation.operator.OperatorAlertType;
import io.keyward.validation.operator.OperatorAlerts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** Keeps what became of our canary role, and tells operators when it fails and when it works again. Reports may come late: the newest counts. */
@ApplicationScoped
class CanaryStore {
    private static final String FAILED = """
            update guard_canary set failed_at = :at, explanation = :explanation
            where id = 1 and (failed_at is null or failed_at < :at) and (recovered_at is null or recovered_at < :at)
            returning id""";
    private static final String RECOVERED = """
            update guard_canary set recovered_at = :at
            where id = 1 and failed_at < :at and (recovered_at is null or recovered_at < failed_at)
            returning id""";
    private static final String REMEDY =
            "Check keyward.aws: the credentials that Keyward runs under, its clock, and the trust policy of the canary role. Until the canary works again, "
                    + "denials by customers' clouds count as no answer, and no key is condemned. Customers have nothing to do.";

    private final OperatorAlerts alerts;

    CanaryStore(OperatorAlerts alerts) {
        this.alerts = alerts;
    }

    Uni<Void> failed(Instant at, String explanation) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(FAILED, Integer.class)
                        .setParameter("at", at)
                        .setParameter("explanation", explanation)
                        .getResultList())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : alerts.open(OperatorAlertType.OUR_CREDENTIALS, explanation, REMEDY, Map.of())));
    }

    /** Writes nothing unless it had failed. */
    Uni<Void> assumed(Instant at) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(RECOVERED, Integer.class)
                        .setParameter("at", at)
                        .getResultList())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : alerts.close(OperatorAlertType.OUR_CREDENTIALS, "The canary role can be assumed again.")));
    }
}
