package io.keyward.validation.provider.aws.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.provider.aws.call.AwsFailure;
import io.keyward.validation.provider.aws.call.AwsFailure.Kind;
import io.keyward.validation.provider.aws.canary.CanaryRules.Fate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are seconds. */
@Rule({"V8", "P7"})
class CanaryRulesTest {
    private static final Instant T0 = Instant.parse("2026-11-22T12:00:00Z");

    /** What was told before, and whether it is told now, at second 100, that the canary was assumed or failed. */
    @ParameterizedTest
    @CsvSource({
        // told assumed, told failed, | assumed is news, failed is news
        "    , ,    true,  true",
        "100 , ,    false, true",
        " 99 , ,    true,  true",
        "100 , 50,  false, true",
        " 50 , 100, true,  false",
        " 50 , 99,  true,  true",
        "    , 100, true,  false",
    })
    void tellsChangesAtOnceAndTheSameOnceASecond(
            @Nullable Long assumed, @Nullable Long failed, boolean tellsAssumed, boolean tellsFailed) {
        var told = new Fate(at(assumed), at(failed));

        assertThat(CanaryRules.tellsAssumed(told, at(100L))).isEqualTo(tellsAssumed);
        assertThat(CanaryRules.tellsFailed(told, at(100L))).isEqualTo(tellsFailed);
    }

    /** Whether the canary is asked at second 100 though nobody was denied. */
    @ParameterizedTest
    @CsvSource({
        // assumed, failed, looked after | now
        "   ,   ,   , false",
        " 80,   ,   , false",
        " 80, 70,   , false",
        " 70, 80,   , true",
        " 70, 91,   , false",
        " 70, 80, 91, false",
        " 70, 80, 90, true",
    })
    void looksAfterACanaryThatFailed(
            @Nullable Long assumed, @Nullable Long failed, @Nullable Long lookedAt, boolean now) {
        assertThat(CanaryRules.isLookedAfter(new Fate(at(assumed), at(failed)), at(lookedAt), at(100L)))
                .isEqualTo(now);
    }

    /** Bad weather over our own account says nothing about who we are. */
    @ParameterizedTest
    @CsvSource({
        "ACCESS_DENIED, true",
        "OUR_CREDENTIALS, true",
        "SESSION_EXPIRED, true",
        "UNKNOWN_PRINCIPAL, true",
        "ACCOUNT_SUSPENDED, true",
        "INVALID_REQUEST, true",
        "NETWORK_POLICY, true",
        "UNKNOWN, true",
        "THROTTLED, false",
        "PROVIDER_FAULT, false",
        "UNREACHABLE, false",
        "UNTRUSTED_PEER, false",
        "TIMED_OUT, false",
    })
    void tellsOurFaultFromTheWeather(Kind kind, boolean ours) {
        assertThat(CanaryRules.blamesUs(new AwsFailure(kind, "Code", null, null)))
                .isEqualTo(ours);
    }

    private static @Nullable Instant at(@Nullable Long second) {
        return second == null ? null : T0.plusSeconds(second);
    }
}
