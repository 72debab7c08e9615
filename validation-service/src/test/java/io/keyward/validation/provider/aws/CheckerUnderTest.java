package io.keyward.validation.provider.aws;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.Freshness;
import io.keyward.clouds.aws.AssumedRoles;
import io.keyward.clouds.aws.AwsClients;
import io.keyward.clouds.aws.AwsConfig;
import io.keyward.simulator.CloudSimulator;
import io.keyward.validation.check.CheckConfig;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.RoleCheck;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The checkers as an application wires them, against a simulator, with short time limits. */
final class CheckerUnderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Vertx vertx;
    private final AwsKeyChecker keys;
    private final AwsRoleChecker roles;

    /** @param endpoint the simulator's, or where nobody answers */
    CheckerUnderTest(Vertx vertx, CloudSimulator simulator, String endpoint) {
        this.vertx = vertx;
        var settings = new HashMap<>(Map.of(
                "keyward.aws.endpoint", endpoint,
                "keyward.aws.account-arn", simulator.platformArn(),
                "keyward.aws.access-key-id", simulator.platformAccessKeyId(),
                "keyward.aws.secret-access-key", simulator.platformSecretAccessKey(),
                "keyward.aws.canary-role-arn", simulator.canaryRoleArn(),
                "keyward.aws.canary-external-id", simulator.canaryExternalId(),
                "keyward.aws.call-timeout", "900ms"));
        settings.put("keyward.check.role-patience", "2s");
        settings.put("keyward.aws.private-endpoint-url", simulator.endpoint() + "/_vpce/{reference}");
        var config = new SmallRyeConfigBuilder()
                .withMapping(AwsConfig.class)
                .withMapping(Canary.Config.class)
                .withMapping(CheckConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .addDefaultInterceptors()
                .build();
        var aws = config.getConfigMapping(AwsConfig.class);
        var clients = new AwsClients(aws);
        var assumed = new AssumedRoles(clients, aws);
        var canary = new Canary(assumed, config.getConfigMapping(Canary.Config.class), aws);
        keys = new AwsKeyChecker(clients, assumed, canary, aws, meters);
        roles = new AwsRoleChecker(assumed, canary, config.getConfigMapping(CheckConfig.class), aws);
    }

    KeyCheck check(AwsKey key, Freshness freshness) {
        return ContextHop.onNewContext(vertx, () -> keys.check(key, freshness))
                .await()
                .atMost(PATIENCE);
    }

    RoleCheck checkRole(String roleArn, String externalId) {
        return ContextHop.onNewContext(vertx, () -> roles.check("group", roleArn, externalId))
                .await()
                .atMost(PATIENCE);
    }

    double unknownAnswers() {
        return meters.find("keyward.provider.answers.unknown").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
