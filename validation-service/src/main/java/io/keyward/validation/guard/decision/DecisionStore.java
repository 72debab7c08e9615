package io.keyward.validation.guard.decision;

import io.keyward.contracts.Actor;
import io.keyward.validation.guard.GuardStore;
import io.keyward.validation.keyuse.HeldKeyStore;
import io.keyward.validation.keyuse.HeldKeyStore.Choice;
import io.keyward.validation.keyuse.KeyUse;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps decisions, and writes them to held keys, so many in a transaction. */
@ApplicationScoped
public class DecisionStore {
    private static final int AT_ONCE = 500;
    private static final String KEEP = """
            insert into guard_decided_key (decision_id, key_use_id)
            select :decision, unnest(string_to_array(:ids, ',')) returning key_use_id""";

    private final HeldKeyStore held;
    private final GuardStore guard;
    private final HoldEvents events;

    DecisionStore(HeldKeyStore held, GuardStore guard, HoldEvents events) {
        this.held = held;
        this.guard = guard;
        this.events = events;
    }

    /**
     * What is to be done.
     *
     * @param keyUseIds about which keys; about all that are held when there are none
     */
    record Order(
            Decision decision,
            Set<String> keyUseIds,
            @Nullable String comment,
            Actor actor,
            Instant at) {

        Choice choice() {
            return new Choice(keyUseIds, at);
        }
    }

    /**
     * How far an order is carried out.
     *
     * @param decisionId null while it was about no key yet
     * @param keyUses how many keys it was about
     * @param left how many are still held, because their results were being recorded
     */
    record Progress(@Nullable Long decisionId, int keyUses, long left) {
        static final Progress NONE = new Progress(null, 0, 0);
    }

    /** Carries out some more of an order, in one transaction with what it means for the guard. */
    Uni<Progress> carryOn(Order order, Progress before) {
        return Panache.withTransaction(() -> decide(order)
                .chain(decided -> decided.isEmpty()
                        ? Uni.createFrom().item(before)
                        : keep(order, before, decided).call(() -> tell(order, decided)))
                .chain(progress -> held.count(order.choice())
                        .map(left -> new Progress(progress.decisionId(), progress.keyUses(), left))));
    }

    /** The latest decisions, newest first. */
    public Uni<List<DecisionRecord>> latest(int limit) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createQuery("from DecisionEntity order by id desc", DecisionEntity.class)
                        .setMaxResults(limit)
                        .getResultList())
                .map(rows -> rows.stream().map(DecisionEntity::toRecord).toList()));
    }

    private Uni<List<KeyUse>> decide(Order order) {
        return switch (order.decision()) {
            case RELEASE -> held.release(order.choice(), AT_ONCE, order.at());
            case REFUSE -> held.refuse(order.choice(), AT_ONCE, order.at());
        };
    }

    private Uni<Void> tell(Order order, List<KeyUse> decided) {
        return events.publish(order, decided)
                .chain(() -> guard.decided(order.decision().name(), order.comment(), order.actor(), order.at()));
    }

    private static Uni<Progress> keep(Order order, Progress before, List<KeyUse> decided) {
        int keyUses = before.keyUses() + decided.size();
        return row(order, before)
                .invoke(row -> row.keyUses = keyUses)
                .call(row -> Panache.getSession().chain(session -> session.persist(row)
                        .chain(session::flush)
                        .chain(() -> session.createNativeQuery(KEEP, String.class)
                                .setParameter("decision", Objects.requireNonNull(row.id))
                                .setParameter("ids", ids(decided))
                                .getResultList())))
                .map(row -> new Progress(row.id, keyUses, 0));
    }

    private static String ids(List<KeyUse> uses) {
        return uses.stream().map(KeyUse::id).collect(Collectors.joining(","));
    }

    private static Uni<DecisionEntity> row(Order order, Progress before) {
        var id = before.decisionId();
        return id == null
                ? Uni.createFrom().item(() -> DecisionEntity.of(order))
                : Panache.getSession().chain(session -> session.find(DecisionEntity.class, id));
    }
}
