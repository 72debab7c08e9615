package io.keyward.validation.keyuse;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Makes keys due because something outside says that they changed. A hint is never believed: all it does is bring a check about, with a session of its own.
 * A check that is under way already counts, and is followed by another one. However many hints come, a key is not asked again within a fifth of a second.
 */
@ApplicationScoped
public class HintStore {
    private static final String HINT = """
            with hinted as materialized (
                select key_use_id from key_use
                where group_id = :groupId and retired_at is null
                  and (regexp_replace(key, '^.*/', '') in (:keyIds) or role_arn in (:roles) or regexp_replace(role_arn, '^.*/', '') in (:roles))
                order by key_use_id for no key update)
            update key_use k
            set hinted_at = :now,
                next_due_at = least(k.next_due_at, greatest(cast(:now as timestamptz), k.checked_at + interval '200 milliseconds'))
            from hinted where k.key_use_id = hinted.key_use_id
            returning k.key_use_id""";

    private final KeyUseStore projects;
    private final Clock clock;

    HintStore(KeyUseStore projects, Clock clock) {
        this.projects = projects;
        this.clock = clock;
    }

    /**
     * Makes what is hinted at due now. Takes part in the caller's transaction, or opens one of its own, and takes the project's lock. After it has
     * committed, the caller fires {@link ChecksDue#now()}.
     *
     * @return how many key uses it concerns
     */
    public Uni<Integer> hint(String groupId, Hinted what) {
        return Panache.withTransaction(() -> projects.lockProject(groupId)
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(HINT, String.class)
                        .setParameter("groupId", groupId)
                        .setParameter("keyIds", atLeastOne(what.keyIds()))
                        .setParameter("roles", atLeastOne(List.copyOf(what.roles())))
                        .setParameter("now", clock.instant())
                        .getResultList())
                .map(List::size));
    }

    /** SQL knows no empty list; nothing is named by an empty text. */
    private static List<String> atLeastOne(List<String> names) {
        return names.isEmpty() ? List.of("") : names;
    }
}
