package io.keyward.config.activity;

import io.keyward.atlas.ObjectIds;
import io.keyward.config.activity.entry.ActivityEntry;
import io.keyward.config.activity.entry.Finding;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes the activity log, in transactions that others opened. */
@ApplicationScoped
class ActivityStore {
    private static final String INSERT = """
            insert into activity_entry (id, group_id, org_id, type, cluster_name, detail, at,
                                        actor_type, actor_id, actor_name, address, payload)
            values (:id, :group, coalesce(cast(:org as text), (select org_id from project where id = cast(:group as text))),
                    :type, :cluster, :detail, :at, :actorType, :actorId, :actorName, :address, :payload)
            returning id
            """;

    /** Remembers occurrences; answers with those that were new. A second transaction waits here for the first. */
    private static final String REMEMBER = """
            insert into activity_occurrence (occurrence) select unnest(string_to_array(:occurrences, chr(10)))
            on conflict do nothing
            returning occurrence
            """;

    /**
     * Adds what the log does not have yet.
     *
     * @param payload the event that the findings come from, as JSON
     */
    Uni<Void> add(List<Finding> findings, String payload) {
        return Multi.createFrom()
                .iterable(findings)
                .onItem()
                .transformToUniAndConcatenate(finding -> add(finding, payload))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** As {@link #add}, in a transaction of its own, unless the event was taken before. */
    Uni<Void> takeOver(String eventId, List<Finding> findings, String payload) {
        return findings.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.withTransaction(() -> remember(List.of("event " + eventId))
                        .chain(isNew -> isNew
                                ? add(findings, payload)
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> add(Finding finding, String payload) {
        return finding.occurrences().isEmpty()
                ? insert(finding.entry(), payload)
                : remember(finding.occurrences())
                        .chain(isNew -> isNew
                                ? insert(finding.entry(), payload)
                                : Uni.createFrom().voidItem());
    }

    /** Whether the first of them is new; then all of them are remembered. */
    private static Uni<Boolean> remember(List<String> occurrences) {
        return Panache.getSession().chain(session -> remember(session, occurrences.subList(0, 1))
                .chain(isNew -> isNew && occurrences.size() > 1
                        ? remember(session, occurrences.subList(1, occurrences.size()))
                                .replaceWith(true)
                        : Uni.createFrom().item(isNew)));
    }

    private static Uni<Boolean> remember(Mutiny.Session session, List<String> occurrences) {
        return session.createNativeQuery(REMEMBER, String.class)
                .setParameter("occurrences", String.join("\n", occurrences))
                .getResultList()
                .map(added -> !added.isEmpty());
    }

    /**
     * Adds an entry.
     *
     * @param payload the event that it was made from, as JSON; absent when there is none
     */
    Uni<Void> insert(ActivityEntry entry, @Nullable String payload) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT, String.class)
                        .setParameter("id", ObjectIds.next())
                        .setParameter("group", entry.groupId())
                        .setParameter("org", entry.orgId())
                        .setParameter("type", entry.type().name())
                        .setParameter("cluster", entry.clusterName())
                        .setParameter("detail", entry.detail())
                        .setParameter("at", entry.at())
                        .setParameter("actorType", entry.actor().type())
                        .setParameter("actorId", entry.actor().id())
                        .setParameter("actorName", entry.actor().name())
                        .setParameter("address", entry.actor().address())
                        .setParameter("payload", payload)
                        .getSingleResult())
                .replaceWithVoid();
    }
}
