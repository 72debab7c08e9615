package io.keyward.validation.provider.aws;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.Freshness;
import io.keyward.clouds.aws.AssumedRoles;
import io.keyward.clouds.aws.AwsClients;
import io.keyward.clouds.aws.AwsConfig;
import io.keyward.clouds.aws.kms.KmsWires;
import io.keyward.simulator.CloudSimulator;
import io.keyward.validation.check.CanaryWitness;
import io.keyward.validation.check.CheckConfig;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.role.RoleCheck;
import io.keyward.validation.check.role.RoleRef.AwsRole;
import io.keyward.validation.provider.aws.call.AwsRoutes;
import io.keyward.validation.provider.aws.canary.Canary;
import io.keyward.validation.provider.aws.canary.CanaryWatch;
import io.keyward.validation.provider.aws.life.AwsKeyLife;
import io.keyward.validation.unknown.UnknownAnswers;
import io.keyward.validation.unknown.UnknownAnswers.Odd;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The checkers as an application wires them, against a simulator, with short time limits. */
final class CheckerUnderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> unknown = new CopyOnWriteArrayList<>();
    private final Witness witness = new Witness();
    private final Vertx vertx;
    private final AwsKeyChecker keys;
    private final AwsRoleChecker roles;

    /** @param endpoint the simulator's, or where nobody answers */
    CheckerUnderTest(Vertx vertx, CloudSimulator simulator, String endpoint) {
        this(vertx, simulator, endpoint, Map.of());
    }

    /** @param more settings besides */
    CheckerUnderTest(Vertx vertx, CloudSimulator simulator, String endpoint, Map<String, String> more) {
        this.vertx = vertx;
        var settings = new HashMap<>(Map.of(
                "keyward.aws.endpoint", endpoint,
                "keyward.aws.account-arn", simulator.platformArn(),
                "keyward.aws.access-key-id", simulator.platformAccessKeyId(),
                "keyward.aws.secret-access-key", simulator.platformSecretAccessKey(),
                "keyward.aws.canary-role-arn", simulator.canaryRoleArn(),
                "keyward.aws.canary-external-id", simulator.canaryExternalId(),
                "keyward.aws.call-timeout", "900ms"));
        settings.putAll(more);
        settings.put("keyward.check.role-patience", "2s");
        settings.put("keyward.aws.private-endpoint-url", simulator.endpoint() + "/_vpce/{reference}");
        var config = new SmallRyeConfigBuilder()
                .withMapping(AwsConfig.class)
                .withMapping(Canary.Config.class)
                .withMapping(CheckConfig.class)
                .withMapping(AwsKeyUses.Config.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .addDefaultInterceptors()
                .build();
        var aws = config.getConfigMapping(AwsConfig.class);
        var clients = new AwsClients(aws);
        var assumed = new AssumedRoles(clients, aws);
        var canary = new Canary(
                assumed, new CanaryWatch(witness, meters), config.getConfigMapping(Canary.Config.class), aws);
        var routes = new AwsRoutes(clients, new KmsWires(vertx, aws), aws);
        var uses = new AwsKeyUses(routes, new AwsKeyLife(routes), config.getConfigMapping(AwsKeyUses.Config.class));
        keys = new AwsKeyChecker(assumed, canary, uses, aws, new UnknownAnswers(meters, this::sawUnknown));
        roles = new AwsRoleChecker(assumed, canary, config.getConfigMapping(CheckConfig.class), aws);
    }

    KeyCheck check(AwsKey key, Freshness freshness) {
        return ContextHop.onNewContext(vertx, () -> keys.check(key, freshness))
                .await()
                .atMost(PATIENCE);
    }

    /** The check itself, for whoever asks on a context of their own. */
    Uni<KeyCheck> ask(AwsKey key, Freshness freshness) {
        return keys.check(key, freshness);
    }

    RoleCheck checkRole(String roleArn, String externalId) {
        return ContextHop.onNewContext(vertx, () -> roles.check(new AwsRole("group", roleArn, externalId)))
                .await()
                .atMost(PATIENCE);
    }

    /** What was told of the canary so far: {@code assumed}, or {@code failed: } and why. */
    List<String> witnessed() {
        return List.copyOf(witness.told);
    }

    private static final class Witness implements CanaryWitness {
        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public Uni<Void> assumed(Instant at) {
            told.add("assumed");
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> failed(Instant at, String explanation) {
            told.add("failed: " + explanation);
            return Uni.createFrom().voidItem();
        }
    }

    private Uni<Void> sawUnknown(Odd odd) {
        unknown.add(odd.operation() + " " + odd.code());
        return Uni.createFrom().voidItem();
    }

    /** What operators were told of. */
    List<String> toldUnknown() {
        return List.copyOf(unknown);
    }

    double unknownAnswers() {
        return meters.find("keyward.provider.answers.unknown").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
