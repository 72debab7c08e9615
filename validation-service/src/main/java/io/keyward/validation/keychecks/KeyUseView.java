package io.keyward.validation.keychecks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.validation.check.KeyCheck.Revoked.Certainty;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.ConfirmationPolicy;
import io.keyward.validation.verdict.Suspicion;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as a project uses it in one region, and what is believed of it.
 *
 * @param checkedAt when the last check started; absent before the first
 * @param explanation for an operator: why the verdict is what it is
 * @param heldSince since when too many keys were taken away at once for this one to be believed; absent unless an operator has to decide
 * @param key full name of the key at its provider
 * @param lastCalls the provider calls of the last check that answered anything new; empty when they are not remembered
 * @param lastOutcome {@code VALID}, {@code REVOKED}, {@code UNUSABLE} or {@code INCONCLUSIVE}: what the last check answered
 * @param lastReason symbolic; absent when the last outcome is VALID
 * @param life when the key ends by itself and when it was renewed; absent when nothing is known
 * @param nextCheckAt when the next check is due
 * @param reason why the verdict is what it is, symbolic; absent unless something is wrong
 * @param remedy for an operator: what to do; absent when there is nothing to do, or it is not remembered
 * @param since since when the verdict is so
 * @param suspicion checks that say the key was taken away, not enough yet; absent when there are none
 * @param unverifiedForSeconds how long the key has not answered; absent while it does
 * @param verdict {@code UNCHECKED}, {@code VALID}, {@code REVOKED} or {@code UNUSABLE}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyUseView(
        @Nullable Instant checkedAt,
        String explanation,
        @Nullable Instant heldSince,
        String key,
        String keyUseId,
        List<ProviderCall> lastCalls,
        @Nullable String lastOutcome,
        @Nullable String lastReason,
        @Nullable KeyLife life,
        Instant nextCheckAt,
        Path path,
        String provider,
        @Nullable String reason,
        String region,
        @Nullable String remedy,
        Instant since,
        @Nullable SuspicionView suspicion,
        @Nullable Long unverifiedForSeconds,
        @Nullable Instant unverifiedSince,
        String verdict) {

    /** @param last what the last check that answered anything new did; null when that is not remembered */
    static KeyUseView of(
            KeyUse use, Instant nextCheckAt, @Nullable Evidence last, ConfirmationPolicy policy, Instant now) {
        var standing = use.standing();
        var verdict = standing.verdict();
        var check = use.lastCheck();
        var unverified = standing.unverifiedSince();
        return new KeyUseView(
                check == null ? null : check.at(),
                use.explanation(),
                standing.heldSince(),
                use.key(),
                use.id(),
                last == null ? List.of() : last.calls(),
                check == null ? null : check.outcome(),
                check == null ? null : check.reason(),
                use.life(),
                nextCheckAt,
                Path.of(use.path()),
                use.provider(),
                verdict.reasonCode().orElse(null),
                use.region(),
                last == null ? null : last.remedy(),
                verdict.since(),
                SuspicionView.of(standing.suspicion(), check == null ? null : check.reason(), policy),
                unverified == null
                        ? null
                        : Math.max(0, Duration.between(unverified, now).toSeconds()),
                unverified,
                verdict.spelling());
    }

    /**
     * On which way the key is checked.
     *
     * @param kind {@code PUBLIC}, {@code PRIVATE} or {@code MISSING}
     * @param reference the provider's id of the private endpoint; absent unless PRIVATE
     * @param explanation why there is no way at present; absent unless MISSING
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Path(
            String kind,
            @Nullable String reference,
            @Nullable String explanation) {

        static Path of(KeyPath path) {
            return switch (path) {
                case KeyPath.Public ignored -> new Path("PUBLIC", null, null);
                case KeyPath.Private through -> new Path("PRIVATE", through.reference(), null);
                case KeyPath.Missing missing -> new Path("MISSING", null, missing.explanation());
            };
        }
    }

    /**
     * How far a revocation is confirmed.
     *
     * @param checks how many checks agree so far
     * @param checksNeeded how many have to
     * @param since when the first of them started
     * @param until the last of them has to start no sooner
     */
    public record SuspicionView(int checks, int checksNeeded, Instant since, Instant until) {

        static @Nullable SuspicionView of(
                @Nullable Suspicion suspicion, @Nullable String latestReason, ConfirmationPolicy policy) {
            if (suspicion == null) {
                return null;
            }
            var definite = suspicion.definiteSince();
            return definite == null
                    ? of(suspicion.checks(), suspicion.since(), policy.ofAnyKind(certainty(latestReason)))
                    : of(suspicion.definiteChecks(), definite, policy.keyState());
        }

        private static Certainty certainty(@Nullable String reason) {
            return Arrays.stream(Reason.values())
                    .filter(one -> one.name().equals(reason))
                    .map(Reason::certainty)
                    .findFirst()
                    .orElse(Certainty.ACCESS_DENIED);
        }

        private static SuspicionView of(int checks, Instant since, ConfirmationPolicy.Agreement needed) {
            return new SuspicionView(checks, needed.checks(), since, since.plus(needed.over()));
        }
    }
}
