package io.keyward.validation.recording;

import io.keyward.contracts.Actor;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.Probe;
import io.keyward.validation.check.ReportedEvidence;
import io.keyward.validation.history.HistoryEntry;
import io.keyward.validation.history.Occasion;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUse.LastCheck;
import io.keyward.validation.verdict.Ruling;
import io.keyward.validation.verdict.Ruling.Announcement;
import io.keyward.validation.verdict.VerdictRules;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A check that was made, and what follows from it.
 *
 * @param keyUse as it was when the check was handed out, with the lease that it was handed out under
 * @param actor who asked for it; the service itself on schedule
 * @param startedAt what {@code keyUse} is known as of
 * @param rotationAsked whether it asked when the key was renewed, too
 * @param unanswered how many checks in a row, this one included, got no answer
 */
public record CheckRecord(
        KeyUse keyUse,
        KeyCheck check,
        Occasion occasion,
        Actor actor,
        Instant startedAt,
        boolean rotationAsked,
        Ruling ruling,
        int unanswered,
        Instant nextDue) {
    private static final KeyLife NOTHING_KNOWN = new KeyLife(null, null, null, null, null);

    /** Whether nothing is learned from it but that all is as it was. What somebody asked for is always news to them. */
    public boolean isUnchanged() {
        return occasion != Occasion.ON_DEMAND
                && ruling.next().equals(keyUse.standing())
                && ruling.announcement() == Announcement.NOTHING
                && freshProbe() == null
                && Objects.equals(life(), keyUse.life())
                && isSameAnswer();
    }

    /** Whether it would condemn a key that was not condemned. */
    boolean condemns() {
        return ruling.next().verdict().stopsClusters()
                && !keyUse.standing().verdict().stopsClusters();
    }

    /** The same, with the condemnation held back. */
    CheckRecord held() {
        var held = VerdictRules.held(keyUse.standing(), ruling, startedAt);
        return new CheckRecord(keyUse, check, occasion, actor, startedAt, rotationAsked, held, unanswered, nextDue);
    }

    /** What is known of the key's life after this check; null when that is nothing. */
    @Nullable
    KeyLife life() {
        var life = KeyLife.merged(keyUse.life(), check.evidence().life());
        return NOTHING_KNOWN.equals(life) ? null : life;
    }

    /** Whether the verdict is another one, or rests on another reason. */
    boolean changesVerdict() {
        return !ruling.next().verdict().equals(keyUse.standing().verdict());
    }

    /** Whether the key answers again after a time when it did not. */
    boolean endsSilence() {
        return keyUse.standing().unverifiedSince() != null && ruling.next().unverifiedSince() == null;
    }

    /** Why the verdict is what it is after this check. */
    String explanation() {
        return changesVerdict() ? check.evidence().explanation() : keyUse.explanation();
    }

    LastCheck lastCheck() {
        return new LastCheck(startedAt, check.outcome(), check.reasonCode().orElse(null), unanswered);
    }

    @Nullable
    Probe freshProbe() {
        return check instanceof KeyCheck.Valid valid ? valid.freshProbe() : null;
    }

    /** The entry that the history gets. */
    public HistoryEntry historyEntry() {
        return new HistoryEntry(
                0,
                keyUse.id(),
                keyUse.groupId(),
                keyUse.provider(),
                keyUse.key(),
                keyUse.region(),
                occasion,
                ruling.next().verdict().spelling(),
                ReportedEvidence.of(check),
                startedAt,
                startedAt,
                1);
    }

    private boolean isSameAnswer() {
        var last = keyUse.lastCheck();
        return last != null
                && last.outcome().equals(check.outcome())
                && Objects.equals(last.reason(), check.reasonCode().orElse(null));
    }
}
