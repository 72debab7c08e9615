package io.keyward.validation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.Freshness;
import io.keyward.testkit.Rule;
import io.keyward.validation.check.KeyCheck.Inconclusive;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyChecksTest {
    private static final AwsKey KEY =
            new AwsKey("group", "use", "the-key", "us-east-1", new KeyPath.Public(false), "role", "external", null);
    private static final KeyCheck DISABLED =
            new Revoked(Reason.KEY_DISABLED, new Evidence("the-key", "It was disabled.", null, List.of()));

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void passesOnWhatTheCheckerOfTheCloudAnswers() {
        assertThat(check(Uni.createFrom().item(DISABLED))).isSameAs(DISABLED);
    }

    @Test
    @Rule("P2")
    void isInconclusiveWhenACheckDoesNotEnd() {
        var check = check(Uni.createFrom().nothing());

        assertThat(check).isInstanceOfSatisfying(Inconclusive.class, silence -> {
            assertThat(silence.cause()).isEqualTo(Cause.TIMED_OUT);
            assertThat(silence.evidence().explanation()).contains("100 ms");
        });
    }

    @Test
    void measuresEveryOutcome() {
        check(Uni.createFrom().item(DISABLED));
        check(Uni.createFrom().nothing());
        assertThatThrownBy(() -> check(Uni.createFrom().failure(new IllegalStateException("a bug"))))
                .hasMessage("a bug");

        assertThat(measured("REVOKED", "KEY_DISABLED")).isEqualTo(1);
        assertThat(measured("INCONCLUSIVE", "TIMED_OUT")).isEqualTo(1);
        assertThat(measured("BUG", "IllegalStateException")).isEqualTo(1);
    }

    private KeyCheck check(Uni<KeyCheck> answer) {
        var checks = new KeyChecks(
                (key, freshness) -> answer,
                (key, freshness) -> answer,
                (key, freshness) -> answer,
                new ShortPatience(),
                meters);
        return ContextHop.onNewContext(vertx, () -> checks.check(KEY, Freshness.FRESH))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private long measured(String outcome, String reason) {
        return meters.get("keyward.key.check")
                .tags("provider", "aws", "outcome", outcome, "reason", reason)
                .timer()
                .count();
    }

    private record ShortPatience() implements CheckConfig {
        @Override
        public Duration timeLimit() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration rolePatience() {
            return Duration.ZERO;
        }
    }
}
