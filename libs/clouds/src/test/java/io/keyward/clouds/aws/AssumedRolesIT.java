package io.keyward.clouds.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.Freshness;
import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import io.keyward.testkit.MutableClock;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.StsException;

/** Sessions of a role that trusts us with any external id. */
class AssumedRolesIT {
    private static final Duration CACHE = Duration.ofSeconds(30);

    private static CloudSimulator simulator;
    private static Vertx vertx;
    private static AwsConfig config;
    private static AwsClients clients;

    private MutableClock clock;
    private AssumedRoles roles;

    @BeforeAll
    static void startAws() {
        simulator = CloudSimulator.start(Options.defaults());
        vertx = Vertx.vertx();
        config = config();
        clients = new AwsClients(config);
    }

    @AfterAll
    static void stopAws() {
        clients.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        simulator.close();
    }

    @BeforeEach
    void forgetSessions() {
        clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
        roles = new AssumedRoles(clients, config, clock);
    }

    @Test
    void servesScheduledChecksFromTheCacheForAsLongAsConfigured() {
        var first = assume("id", Freshness.CACHED);
        clock.advance(CACHE.minusMillis(1));
        var second = assume("id", Freshness.CACHED);
        clock.advance(Duration.ofMillis(1));
        var third = assume("id", Freshness.CACHED);

        assertThat(first.cached()).isFalse();
        assertThat(second.cached()).isTrue();
        assertThat(second.credentials()).isSameAs(first.credentials());
        assertThat(third.cached()).isFalse();
        assertThat(third.credentials()).isNotSameAs(first.credentials());
    }

    @Test
    void neverServesAFreshRequestFromTheCache() {
        var first = assume("id", Freshness.FRESH);
        var second = assume("id", Freshness.FRESH);

        assertThat(second.cached()).isFalse();
        assertThat(second.requestId()).isNotEqualTo(first.requestId());
    }

    @Test
    void keepsAFreshSessionForTheScheduledOnes() {
        var fresh = assume("id", Freshness.FRESH);

        assertThat(assume("id", Freshness.CACHED).credentials()).isSameAs(fresh.credentials());
    }

    @Test
    void sharesNoSessionBetweenExternalIds() {
        var mine = assume("mine", Freshness.CACHED);
        var yours = assume("yours", Freshness.CACHED);

        assertThat(yours.cached()).isFalse();
        assertThat(yours.credentials()).isNotSameAs(mine.credentials());
    }

    @Test
    void failsAsTheSdkFails() {
        assertThatThrownBy(() -> assume(simulator.canaryRoleArn(), "not its external id", Freshness.FRESH))
                .isInstanceOfSatisfying(StsException.class, refused -> assertThat(
                                refused.awsErrorDetails().errorCode())
                        .isEqualTo("AccessDenied"));
    }

    @Test
    void printsNoCredentials() {
        var session = assume("id", Freshness.FRESH);
        var secret = session.credentials().resolveCredentials();

        assertThat(session.toString()).doesNotContain(secret.accessKeyId(), secret.secretAccessKey());
    }

    @Test
    void livesForFifteenMinutesAtAws() {
        var session = assume("id", Freshness.FRESH);

        assertThat(session.expiresAt()).isBefore(Instant.now().plusSeconds(905));
    }

    private RoleSession assume(String externalId, Freshness freshness) {
        return assume(simulator.demoRoleArn(), externalId, freshness);
    }

    private RoleSession assume(String roleArn, String externalId, Freshness freshness) {
        return ContextHop.onNewContext(vertx, () -> roles.assume(roleArn, externalId, "keyward-test", freshness))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static AwsConfig config() {
        var settings = Map.of(
                "keyward.aws.endpoint", simulator.endpoint().toString(),
                "keyward.aws.access-key-id", simulator.platformAccessKeyId(),
                "keyward.aws.secret-access-key", simulator.platformSecretAccessKey(),
                "keyward.aws.session-cache", CACHE.toSeconds() + "s");
        return new SmallRyeConfigBuilder()
                .withMapping(AwsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(AwsConfig.class);
    }
}
