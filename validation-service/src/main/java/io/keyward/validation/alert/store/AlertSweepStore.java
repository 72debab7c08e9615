package io.keyward.validation.alert.store;

import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.rules.AlertPolicy;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the projects whose alerts time alone changes, and counts alerts. */
@ApplicationScoped
class AlertSweepStore {
    /** Whatever has lasted long enough and is asked for by a configuration that has no alert for it yet; and what the last look left for later. */
    private static final String WORTH_A_LOOK = """
            select k.group_id from key_use k
            join alert_configuration w on w.group_id = k.group_id and w.enabled
                and w.event_type_name = 'ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED'
            where k.unverified_since <= :unverified and k.retired_at is null
              and k.last_outcome = 'INCONCLUSIVE' and k.last_reason <> 'OUR_CREDENTIALS'
              and not exists (select 1 from alert a where a.status in ('TRACKING', 'OPEN')
                    and a.configuration_id = w.id and a.subject_id = k.key_use_id)
            union
            select c.group_id from cluster c
            join alert_configuration w on w.group_id = c.group_id and w.enabled
                and w.event_type_name = 'CLUSTER_STOP_NOT_OBSERVED'
            where c.phase in ('STOPPING', 'DEFERRED') and c.phase_since <= :unobserved
              and not exists (select 1 from alert a where a.status in ('TRACKING', 'OPEN')
                    and a.configuration_id = w.id and a.subject_id = c.cluster_id)
            union
            select e.group_id from endpoint e
            join alert_configuration w on w.group_id = e.group_id and w.enabled
                and w.event_type_name = 'ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL'
            where e.state = 'AWAITING_APPROVAL' and e.since <= :unapproved
              and not exists (select 1 from alert a where a.status in ('TRACKING', 'OPEN')
                    and a.configuration_id = w.id and a.subject_id = e.endpoint_id)
            union
            select p.group_id from alert_project p where p.look_at <= :now""";

    private static final String OPEN = "select type, count(*) from AlertEntity where status = OPEN group by type";

    private final AlertPolicy policy;

    AlertSweepStore(AlertConfig config) {
        this.policy = AlertConfig.policyOf(config);
    }

    /** The projects where something has lasted long enough at {@code now}, and has no alert yet. */
    Uni<List<String>> projectsWorthALook(Instant now) {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(WORTH_A_LOOK, String.class)
                        .setParameter("unverified", now.minus(policy.networkDelay()))
                        .setParameter("unobserved", now.minus(policy.stopUnobservedAfter()))
                        .setParameter("unapproved", now.minus(policy.approvalDelay()))
                        .setParameter("now", now)
                        .getResultList()));
    }

    /** How many alerts are open, by type; types without any are not listed. */
    Uni<Map<AlertType, Long>> open() {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createQuery(OPEN, Object[].class).getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (AlertType) row[0], row -> (Long) row[1]))));
    }
}
