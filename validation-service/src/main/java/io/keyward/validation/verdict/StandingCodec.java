package io.keyward.validation.verdict;

import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A standing as columns of a table, and back. */
public final class StandingCodec {
    private StandingCodec() {}

    /**
     * @param verdict {@link Verdict#spelling()}
     * @param reason {@link Verdict#reasonCode()}, null unless REVOKED or UNUSABLE
     * @param since since when the verdict holds
     * @param suspectedSince null unless there is a suspicion, like the next two
     * @param suspectChecks 0 unless there is a suspicion
     * @param definiteSince null unless there were definite answers
     * @param definiteChecks 0 unless there were definite answers
     * @param unverifiedSince null while the key answers
     * @param heldSince null unless the guard holds it back
     */
    public record Columns(
            String verdict,
            @Nullable String reason,
            Instant since,
            @Nullable Instant suspectedSince,
            @Nullable Instant suspectedLast,
            int suspectChecks,
            @Nullable Instant definiteSince,
            int definiteChecks,
            @Nullable Instant unverifiedSince,
            @Nullable Instant heldSince) {}

    /** To be stored. */
    public static Columns toColumns(Standing standing) {
        var verdict = standing.verdict();
        var suspicion = standing.suspicion();
        return new Columns(
                verdict.spelling(),
                verdict.reasonCode().orElse(null),
                verdict.since(),
                suspicion == null ? null : suspicion.since(),
                suspicion == null ? null : suspicion.last(),
                suspicion == null ? 0 : suspicion.checks(),
                suspicion == null ? null : suspicion.definiteSince(),
                suspicion == null ? 0 : suspicion.definiteChecks(),
                standing.unverifiedSince(),
                standing.heldSince());
    }

    /** From the store; an {@link IllegalArgumentException} means that somebody else wrote there. */
    public static Standing fromColumns(Columns columns) {
        return new Standing(verdict(columns), suspicion(columns), columns.unverifiedSince(), columns.heldSince());
    }

    private static Verdict verdict(Columns columns) {
        return switch (columns.verdict()) {
            case "UNCHECKED" -> new Verdict.Unchecked(columns.since());
            case "VALID" -> new Verdict.Valid(columns.since());
            case "REVOKED" -> new Verdict.Revoked(Reason.valueOf(reason(columns)), columns.since());
            case "UNUSABLE" -> new Verdict.Unusable(Problem.valueOf(reason(columns)), columns.since());
            default -> throw new IllegalArgumentException("no verdict is spelled " + columns.verdict());
        };
    }

    private static String reason(Columns columns) {
        return Objects.requireNonNull(columns.reason(), "a " + columns.verdict() + " verdict has a reason");
    }

    private static @Nullable Suspicion suspicion(Columns columns) {
        var since = columns.suspectedSince();
        var last = columns.suspectedLast();
        return since == null || last == null
                ? null
                : new Suspicion(
                        since, columns.suspectChecks(), last, columns.definiteSince(), columns.definiteChecks());
    }
}
