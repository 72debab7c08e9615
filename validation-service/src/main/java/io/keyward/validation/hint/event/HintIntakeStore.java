package io.keyward.validation.hint.event;

import io.keyward.validation.hint.source.HintSource;
import io.keyward.validation.hint.source.HintSourceStore;
import io.keyward.validation.keyuse.HintStore;
import io.keyward.validation.keyuse.Hinted;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUseStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes hints in, each event of a project once: that it came and what follows from it are one transaction. */
@ApplicationScoped
class HintIntakeStore {
    private static final String REMEMBER = """
            insert into hint_received (group_id, event_id, received_at) values (:groupId, :eventId, :now)
            on conflict do nothing returning event_id""";
    private static final String FORGET =
            "with old as (delete from hint_received where received_at < :before returning 1) select count(*) from old";

    private final HintSourceStore sources;
    private final KeyUseStore keyUses;
    private final HintStore hints;
    private final Clock clock;

    HintIntakeStore(HintSourceStore sources, KeyUseStore keyUses, HintStore hints, Clock clock) {
        this.sources = sources;
        this.keyUses = keyUses;
        this.hints = hints;
        this.clock = clock;
    }

    Uni<HintReply> take(HintSource source, String eventId, Concern concern) {
        return Panache.withTransaction(() -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return remember(source.groupId(), eventId, now)
                    .chain(isNew -> isNew
                            ? apply(source, concern, now)
                            : Uni.createFrom().item(HintReply.again()));
        });
    }

    /** Forgets events that came before, and answers how many. */
    Uni<Long> forget(Instant before) {
        return Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(FORGET, Long.class)
                        .setParameter("before", before)
                        .getSingleResult()));
    }

    private static Uni<Boolean> remember(String groupId, String eventId, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REMEMBER, String.class)
                        .setParameter("groupId", groupId)
                        .setParameter("eventId", eventId)
                        .setParameter("now", now)
                        .getResultList())
                .map(rows -> !rows.isEmpty());
    }

    private Uni<HintReply> apply(HintSource source, Concern concern, Instant now) {
        return keyUses.ofProject(source.groupId())
                .map(uses -> concerned(uses, concern))
                .chain(keys -> keys.isEmpty()
                        ? Uni.createFrom().item(0)
                        : hints.hint(source.groupId(), new Hinted(keys, Set.of())))
                .call(() -> sources.received(source, now))
                .map(HintReply::of);
    }

    private static Set<String> concerned(List<KeyUse> uses, Concern concern) {
        return uses.stream().filter(concern::includes).map(KeyUse::key).collect(Collectors.toSet());
    }
}
