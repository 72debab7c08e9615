package io.keyward.validation.verdict;

import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Revoked.Certainty;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.verdict.ConfirmationPolicy.Agreement;
import io.keyward.validation.verdict.Ruling.Announcement;
import io.keyward.validation.verdict.Verdict.Revoked;
import io.keyward.validation.verdict.Verdict.Unchecked;
import io.keyward.validation.verdict.Verdict.Unusable;
import io.keyward.validation.verdict.Verdict.Valid;
import java.time.Duration;
import java.time.Instant;

/**
 * How a check changes what is believed of a key.
 *
 * <pre>
 *                 Valid                                enough agreeing Revoked
 *   UNCHECKED ───────────────► VALID ◄──────────────────────────────────────────► REVOKED
 *        │                       ▲  │                        Valid                   │
 *        │ Unusable        Valid │  │ Unusable                                       │ Unusable, but the data
 *        └──────────────────► UNUSABLE ◄─────────────────────────────────────────────┘ was seen to be readable
 * </pre>
 *
 * <ul>
 *   <li>One valid answer resumes; it clears every suspicion.
 *   <li>Revoked answers gather as a suspicion until the confirmation policy is content. Inconclusive answers in between neither count nor
 *       reset: ignorance is no evidence for either side. A suspicion whose latest answer is too old starts anew.
 *   <li>An inconclusive answer never changes the verdict; it starts the clock of {@link Standing#unverifiedSince()}, once. The clock runs until
 *       an answer settles the verdict: a mere suspicion verifies nothing.
 *   <li>An unusable answer stops nothing. It ends a revocation only if the key was seen to decrypt.
 *   <li>A key whose condemnation the guard holds back stays as it was, whatever else says no to it, until it works again, was seen to decrypt, or
 *       somebody decides.
 * </ul>
 */
public final class VerdictRules {
    private VerdictRules() {}

    /** What follows from {@code check}, made at {@code now}, for a key use that stands as {@code current}. */
    public static Ruling next(Standing current, KeyCheck check, ConfirmationPolicy policy, Instant now) {
        return switch (check) {
            case KeyCheck.Valid ignored -> valid(current, now);
            case KeyCheck.Revoked revoked -> revoked(current, revoked.reason(), policy, now);
            case KeyCheck.Unusable unusable -> unusable(current, unusable, now);
            case KeyCheck.Inconclusive ignored -> inconclusive(current, now);
        };
    }

    /**
     * What follows instead of {@code condemning} when the guard does not let it: everything is believed as before, and since when it is held is kept.
     *
     * @param current as the key use stood before the check
     */
    public static Ruling held(Standing current, Ruling condemning, Instant now) {
        if (!condemning.next().verdict().stopsClusters()) {
            throw new IllegalArgumentException("only a condemnation is held, not " + condemning);
        }
        var heldSince = current.heldSince();
        return hold(current, heldSince == null ? now : heldSince);
    }

    /**
     * What follows where the last that others were told may be something else than what was believed here, because the database was restored since: what an
     * answer settles is told, whether it is news here or not. What settles nothing is not told, as others may know better.
     */
    public static Ruling toldAnew(Ruling ruling) {
        return new Ruling(ruling.next(), settledBy(ruling.next()), ruling.confirmAfter());
    }

    private static Announcement settledBy(Standing next) {
        if (next.unverifiedSince() != null) {
            return Announcement.NOTHING;
        }
        if (next.heldSince() != null) {
            return Announcement.HELD;
        }
        return next.suspicion() == null ? announcing(next.verdict()) : Announcement.NOTHING;
    }

    private static Announcement announcing(Verdict verdict) {
        return switch (verdict) {
            case Unchecked ignored -> Announcement.NOTHING;
            case Valid ignored -> Announcement.VALIDATED;
            case Revoked ignored -> Announcement.REVOKED;
            case Unusable ignored -> Announcement.FOUND_UNUSABLE;
        };
    }

    /** Somebody said that the key was taken away indeed: the next answer that agrees condemns, however long they took to decide. */
    public static Standing released(Standing held, Instant now) {
        var suspicion = held.suspicion();
        return new Standing(
                held.verdict(), suspicion == null ? null : suspicion.asOf(now), held.unverifiedSince(), null);
    }

    /** Somebody said that it is not so: nothing is suspected any more, and every answer counts from the beginning. */
    public static Standing refused(Standing held) {
        return new Standing(held.verdict(), null, held.unverifiedSince(), null);
    }

    private static Ruling hold(Standing current, Instant since) {
        var next = new Standing(current.verdict(), current.suspicion(), null, since);
        return new Ruling(next, next.equals(current) ? Announcement.NOTHING : Announcement.HELD, null);
    }

    private static Ruling valid(Standing current, Instant now) {
        var verdict = current.verdict() instanceof Valid held ? held : new Valid(now);
        return settle(current, verdict, Announcement.VALIDATED);
    }

    private static Ruling unusable(Standing current, KeyCheck.Unusable check, Instant now) {
        var problem = check.problem();
        var heldSince = current.heldSince();
        if (heldSince != null && !check.dataReadable()) {
            return hold(current, heldSince);
        }
        return switch (current.verdict()) {
            case Revoked held when !check.dataReadable() -> settle(current, held, Announcement.REVOKED);
            case Unusable held -> settle(current, new Unusable(problem, held.since()), Announcement.FOUND_UNUSABLE);
            case Revoked ignored -> settle(current, new Unusable(problem, now), Announcement.FOUND_UNUSABLE);
            case Valid ignored -> settle(current, new Unusable(problem, now), Announcement.FOUND_UNUSABLE);
            case Unchecked ignored -> settle(current, new Unusable(problem, now), Announcement.FOUND_UNUSABLE);
        };
    }

    private static Ruling inconclusive(Standing current, Instant now) {
        if (current.unverifiedSince() != null) {
            return new Ruling(current, Announcement.NOTHING, null);
        }
        var next = new Standing(current.verdict(), current.suspicion(), now, current.heldSince());
        return new Ruling(next, Announcement.UNVERIFIED, null);
    }

    private static Ruling revoked(Standing current, Reason reason, ConfirmationPolicy policy, Instant now) {
        if (current.verdict() instanceof Revoked held) {
            return settle(current, new Revoked(reason, held.since()), Announcement.REVOKED);
        }
        var heldSince = current.heldSince();
        if (heldSince != null) {
            return hold(current, heldSince);
        }
        var suspicion = suspect(current, reason, policy, now);
        if (isConfirmed(suspicion, reason, policy, now)) {
            return settle(current, new Revoked(reason, now), Announcement.REVOKED);
        }
        var next = new Standing(current.verdict(), suspicion, current.unverifiedSince(), null);
        return new Ruling(next, Announcement.NOTHING, confirmAfter(suspicion, policy.of(reason.certainty()), now));
    }

    private static Suspicion suspect(Standing current, Reason reason, ConfirmationPolicy policy, Instant now) {
        boolean definite = reason.certainty() == Certainty.KEY_STATE;
        var held = current.suspicion();
        return held == null || held.hasLapsed(policy.lapse(), now)
                ? Suspicion.first(definite, now)
                : held.and(definite, now);
    }

    /** Either enough definite answers, or enough answers of any kind for what the last one was: a definite one says no less than a denial. */
    private static boolean isConfirmed(Suspicion suspicion, Reason reason, ConfirmationPolicy policy, Instant now) {
        var definiteSince = suspicion.definiteSince();
        boolean definitely = definiteSince != null
                && policy.keyState().isReached(suspicion.definiteChecks(), Duration.between(definiteSince, now));
        return definitely
                || policy.ofAnyKind(reason.certainty())
                        .isReached(suspicion.checks(), Duration.between(suspicion.since(), now));
    }

    private static Duration confirmAfter(Suspicion suspicion, Agreement agreement, Instant now) {
        if (suspicion.checks() < agreement.checks()) {
            return agreement.pace();
        }
        var left = agreement.over().minus(Duration.between(suspicion.since(), now));
        return left.isPositive() ? left : agreement.pace();
    }

    private static Ruling settle(Standing current, Verdict verdict, Announcement announcement) {
        boolean isNews =
                !verdict.equals(current.verdict()) || current.unverifiedSince() != null || current.heldSince() != null;
        return new Ruling(Standing.settled(verdict), isNews ? announcement : Announcement.NOTHING, null);
    }
}
