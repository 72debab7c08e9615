package io.keyward.testkit;

import io.keyward.simulator.Accounts;
import io.keyward.simulator.Options;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Real PostgreSQL, real Kafka and simulated clouds for {@code @QuarkusTest}: {@code @WithTestResource(Engines.class)}.
 * ({@code @QuarkusTestResource} does as well, but then counts for every test of the module.)
 *
 * <p>They run in a process that the tests of all profiles of one module share: the first start takes seconds, later ones milliseconds. Every
 * application start gets a database of its own and a Kafka without topics and groups, so a module must not be tested twice at the same time;
 * modules may be tested side by side. The simulated clouds keep their state: tests make their own keys and roles.
 */
public class Engines implements QuarkusTestResourceLifecycleManager {
    private @Nullable EngineClient client;

    @Override
    public final Map<String, String> start() {
        try {
            client = lease();
        } catch (IOException e) {
            throw new UncheckedIOException("the engines did not start", e);
        }
        String database = "t" + ProcessHandle.current().pid() + "_" + Long.toString(System.nanoTime(), 36);
        client.ask("database " + database);
        prepare(client);
        return settings(client, database);
    }

    @Override
    public final void stop() {
        if (client != null) {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the lease on the engines did not end", e);
            }
        }
    }

    @Override
    public final void inject(TestInjector injector) {
        if (client != null) {
            injector.injectIntoFields(
                    new EngineControl(client), field -> field.getType().equals(EngineControl.class));
        }
    }

    /** Which engines: the shared ones here. */
    EngineClient lease() throws IOException {
        return EngineClient.shared();
    }

    /** Brings the engines into the state in which the application finds them: a Kafka without topics. */
    void prepare(EngineClient leased) {
        leased.ask("clear-kafka");
    }

    private static Map<String, String> settings(EngineClient client, String database) {
        String postgres = "postgresql://127.0.0.1:" + client.postgresPort() + "/" + database;
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", "jdbc:" + postgres);
        settings.put("quarkus.datasource.reactive.url", postgres);
        settings.put("quarkus.datasource.username", "postgres");
        settings.put("quarkus.datasource.password", "postgres");
        settings.put("kafka.bootstrap.servers", "127.0.0.1:" + client.kafkaPort());
        settings.put("keyward.aws.endpoint", "http://127.0.0.1:" + client.simulatorPort());
        settings.put(
                "keyward.aws.private-endpoint-url",
                "http://127.0.0.1:" + client.simulatorPort() + "/_vpce/{reference}");
        settings.put("keyward.aws.account-arn", Accounts.PLATFORM_ARN);
        settings.put("keyward.aws.access-key-id", Options.DEFAULT_ACCESS_KEY_ID);
        settings.put("keyward.aws.secret-access-key", Options.DEFAULT_SECRET_ACCESS_KEY);
        settings.put("keyward.aws.canary-role-arn", Accounts.CANARY_ROLE_ARN);
        settings.put("keyward.aws.canary-external-id", Accounts.CANARY_EXTERNAL_ID);
        return settings;
    }
}
