package io.keyward.validation.guard;

import io.keyward.contracts.Actor;
import io.keyward.validation.guard.GuardNews.Decided;
import io.keyward.validation.guard.SuspectStore.Glance;
import io.keyward.validation.guard.rules.GuardRules;
import io.keyward.validation.guard.rules.GuardState;
import io.keyward.validation.guard.rules.HoldReason;
import io.keyward.validation.guard.rules.Suspects;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the guard's state in one row. A key that was suspected within the window, as committed before, is counted by everybody who counts later, condemned
 * or not: so whoever condemns one and counts no more than may be has not overlooked anybody, and locks nothing. Whoever finds too many, or condemns a key
 * that nobody counts as suspect, locks the row until the end of the transaction and counts again: of these, two at once can never both be the last one that
 * is let through. Locks are taken in one order: project, key use, guard.
 */
@ApplicationScoped
public class GuardStore {
    private static final Duration KEYS_ARE_KNOWN_FOR = Duration.ofMinutes(1);

    private final SuspectStore suspects;
    private final GuardNews news;

    GuardStore(SuspectStore suspects, GuardNews news) {
        this.suspects = suspects;
        this.news = news;
    }

    /**
     * How the guard stands.
     *
     * @param since since when its state is that; null when it never was another
     * @param threshold so many keys may be suspect at once
     * @param reasons why it would hold the next key
     */
    public record Reading(
            GuardState state, @Nullable Instant since, Suspects suspects, int threshold, Set<HoldReason> reasons) {}

    /** An {@link IllegalArgumentException} names the setting to be changed. */
    void requireSense() {
        suspects.policy();
    }

    /** Counts anew, and changes nothing. */
    public Uni<Reading> read(Instant now) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.find(GuardEntity.class, GuardEntity.THE_ONE))
                .chain(row -> count(row, null, now).map(found -> reading(row, found, now))));
    }

    /** Counts the keys in use, for all replicas, unless somebody has lately or does just now. */
    Uni<Void> countKeys(Instant now) {
        return suspects.countKeys(now.minus(KEYS_ARE_KNOWN_FOR.dividedBy(2)), now);
    }

    /** Brings state and numbers to what is counted now, and tells of it if that is news. */
    Uni<Reading> review(Instant now) {
        return Panache.withTransaction(() -> locked().chain(row -> countAll(row, null, now)
                .chain(found -> bringTo(row, found, null, now).replaceWith(() -> reading(row, found, now)))));
    }

    /**
     * Tells that an operator decided, with the numbers afterwards. Takes part in the caller's transaction, in which the decision was written, and holds
     * the guard's lock until it ends.
     *
     * @param decision {@code RELEASE} or {@code REFUSE}
     */
    public Uni<Void> decided(String decision, @Nullable String comment, Actor actor, Instant now) {
        return locked().chain(row -> countAll(row, null, now)
                .chain(found -> bringTo(row, found, new Decided(decision, comment, actor), now)));
    }

    /**
     * {@link CondemnationGuard#admit}. Under a hold nothing is counted and nothing is locked: the numbers follow with the next review.
     *
     * @param suspectedAt when an earlier check last suspected the key, as committed before this transaction; null when none did
     */
    Uni<Boolean> admit(String keyUseId, @Nullable Instant suspectedAt, Instant now) {
        boolean isCounted =
                suspectedAt != null && suspectedAt.isAfter(suspects.policy().windowBefore(now));
        return suspects.glance(keyUseId, now.minus(KEYS_ARE_KNOWN_FOR), now).chain(glance -> {
            if (glance.vouchedFor() || glance.state() == GuardState.HOLDING) {
                return Uni.createFrom().item(GuardRules.admits(glance.state(), glance.vouchedFor(), Set.of()));
            }
            return isCounted ? judgeAmongSuspects(glance, keyUseId, now) : judgeAlone(keyUseId, now);
        });
    }

    private Uni<Boolean> judgeAmongSuspects(Glance glance, String keyUseId, Instant now) {
        return suspects.count(keyUseId, glance.keysInUse(), now).chain(found -> {
            var reasons = GuardRules.reasons(found, suspects.policy(), now);
            return GuardRules.admits(glance.state(), false, reasons)
                    ? Uni.createFrom().item(true)
                    : judgeAlone(keyUseId, now);
        });
    }

    private Uni<Boolean> judgeAlone(String keyUseId, Instant now) {
        return locked().chain(row -> judge(row, keyUseId, now));
    }

    private Uni<Boolean> judge(GuardEntity row, String keyUseId, Instant now) {
        return countAll(row, keyUseId, now).chain(found -> {
            var reasons = GuardRules.reasons(found, suspects.policy(), now);
            boolean admitted = GuardRules.admits(row.state, false, reasons);
            return admitted
                    ? Uni.createFrom().item(true)
                    : bringTo(row, found.andHeld(), null, now).replaceWith(false);
        });
    }

    private Uni<Void> bringTo(GuardEntity row, Suspects found, @Nullable Decided decided, Instant now) {
        var reasons = GuardRules.reasons(found, suspects.policy(), now);
        int threshold = GuardRules.threshold(found.keysInUse(), suspects.policy());
        var next = GuardRules.next(row.state, found.held(), reasons);
        boolean isNews =
                next != row.state || next == GuardState.HOLDING && !row.tells(found, threshold) || decided != null;
        if (!isNews) {
            return Uni.createFrom().voidItem();
        }
        if (next != row.state || row.since == null) {
            row.since = now;
        }
        row.state = next;
        row.tell(found, threshold);
        return news.tell(row, found, reasons, decided, now);
    }

    /** Counts under the lock, and remembers what took longest to count. */
    private Uni<Suspects> countAll(GuardEntity row, @Nullable String keyUseId, Instant now) {
        boolean isKnown = knowsKeys(row, now);
        return count(row, keyUseId, now).invoke(found -> {
            if (!isKnown) {
                row.keysInUse = found.keysInUse();
                row.keysCountedAt = now;
            }
        });
    }

    private Uni<Suspects> count(GuardEntity row, @Nullable String keyUseId, Instant now) {
        return suspects.count(keyUseId, knowsKeys(row, now) ? row.keysInUse : null, now);
    }

    private static boolean knowsKeys(GuardEntity row, Instant now) {
        var countedAt = row.keysCountedAt;
        return countedAt != null && countedAt.plus(KEYS_ARE_KNOWN_FOR).isAfter(now);
    }

    private Reading reading(GuardEntity row, Suspects found, Instant now) {
        return new Reading(
                row.state,
                row.since,
                found,
                GuardRules.threshold(found.keysInUse(), suspects.policy()),
                GuardRules.reasons(found, suspects.policy(), now));
    }

    private static Uni<GuardEntity> locked() {
        return Panache.getSession()
                .chain(session -> session.find(GuardEntity.class, GuardEntity.THE_ONE, LockModeType.PESSIMISTIC_WRITE));
    }
}
