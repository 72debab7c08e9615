package io.keyward.startup.rules;

import static io.keyward.startup.rules.Allowance.ANY_PROXY;
import static io.keyward.startup.rules.Allowance.AUTOMATIC_ACKNOWLEDGE;
import static io.keyward.startup.rules.Allowance.CLOUD_OVERRIDE;
import static io.keyward.startup.rules.Allowance.GUESSABLE_SECRETS;
import static io.keyward.startup.rules.Allowance.PLAIN_INTERNAL;
import static io.keyward.startup.rules.Allowance.PLAIN_KAFKA;
import static io.keyward.startup.rules.Allowance.PLAIN_MAIL;
import static io.keyward.startup.rules.Allowance.PLAIN_NOTICES;
import static io.keyward.startup.rules.Allowance.PLAIN_POSTGRESQL;
import static io.keyward.startup.rules.Allowance.PLAIN_SIGN_IN;
import static io.keyward.startup.rules.Allowance.PRIVATE_WEBHOOKS;
import static io.keyward.startup.rules.Allowance.SINGLE_REPLICA_TOPICS;
import static io.keyward.startup.rules.Allowance.UNLIMITED_REQUESTS;
import static io.keyward.startup.rules.Allowance.WEAK_KEYSETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SafetyRulesTest {
    private static final Set<String> REQUIRED = Set.of("keyward.secrets.keyset", "kafka.bootstrap.servers");
    /** 32 bytes of a real key, and as many of a placeholder. */
    private static final String KEYSET =
            "{\"key\":[{\"keyData\":{\"value\":\"GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==\"}}]}";

    private static final String PLACEHOLDER =
            "{\"key\":[{\"keyData\":{\"value\":\"GiAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==\"}}]}";

    /** What all three services are told together where nothing is to be refused. */
    private static final Map<String, String> SAFE = Map.ofEntries(
            Map.entry("quarkus.datasource.jdbc.url", "jdbc:postgresql://db:5432/config?sslmode=verify-full"),
            Map.entry("quarkus.datasource.reactive.url", "postgresql://db:5432/config"),
            Map.entry("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full"),
            Map.entry("quarkus.datasource.username", "config"),
            Map.entry("quarkus.datasource.password", "f2b7c0b1d9e84c55"),
            Map.entry("kafka.bootstrap.servers", "kafka:9093"),
            Map.entry("kafka.security.protocol", "SASL_SSL"),
            Map.entry("keyward.secrets.keyset-file", "/keyset.json"),
            Map.entry("keyward.internal.keyset", KEYSET),
            Map.entry("keyward.internal.host", "127.0.0.1"),
            Map.entry("keyward.messaging.replication-factor", "3"),
            Map.entry("keyward.enforcement.acknowledge", "reported"),
            Map.entry("keyward.aws.private-endpoint-url", "https://{address}"),
            Map.entry("keyward.notification.slack-url", "https://slack.com/api"),
            Map.entry("quarkus.rest-client.config-service.url", "http://127.0.0.1:8090"),
            Map.entry("quarkus.mailer.host", "mail"),
            Map.entry("quarkus.mailer.start-tls", "REQUIRED"));

    @Test
    void refusesNothingThatIsSafe() {
        assertThat(SafetyRules.problems(settings(SAFE), REQUIRED)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void refuses(String told, String complaintAbout, Allowance permit) {
        // Given
        Map<String, String> settings = new HashMap<>(SAFE);
        Arrays.stream(told.split(" ")).map(each -> each.split("=", 2)).forEach(each -> settings.put(each[0], each[1]));

        // When
        List<Problem> problems = SafetyRules.problems(settings(settings), REQUIRED);

        // Then
        assertThat(problems).extracting(Problem::property).containsExactly(complaintAbout);
        assertThat(problems).extracting(Problem::allowance).containsExactly(permit);
        assertThat(problems.getFirst().complaint())
                .doesNotContain(settings.getOrDefault("quarkus.datasource.password", ""));
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                arguments("kafka.security.protocol=PLAINTEXT", "kafka.security.protocol", PLAIN_KAFKA),
                arguments("kafka.security.protocol=SASL_PLAINTEXT", "kafka.security.protocol", PLAIN_KAFKA),
                arguments("kafka.security.protocol=", "kafka.security.protocol", PLAIN_KAFKA),
                arguments(
                        "mp.messaging.incoming.keys.security.protocol=plaintext",
                        "mp.messaging.incoming.keys.security.protocol",
                        PLAIN_KAFKA),
                arguments(
                        "kafka.ssl.endpoint.identification.algorithm=",
                        "kafka.ssl.endpoint.identification.algorithm",
                        PLAIN_KAFKA),
                arguments(
                        "MP_MESSAGING_INCOMING_KEYS_SECURITY_PROTOCOL=PLAINTEXT",
                        "MP_MESSAGING_INCOMING_KEYS_SECURITY_PROTOCOL",
                        PLAIN_KAFKA),
                arguments(
                        "mp.messaging.connector.smallrye-kafka.ssl.endpoint.identification.algorithm=",
                        "mp.messaging.connector.smallrye-kafka.ssl.endpoint.identification.algorithm",
                        PLAIN_KAFKA),
                arguments(
                        "kafka.security.protocol= kafka.tls-configuration-name=brokers",
                        "kafka.security.protocol",
                        PLAIN_KAFKA),
                arguments(
                        "kafka.tls-configuration-name=brokers quarkus.tls.brokers.trust-all=true",
                        "quarkus.tls.brokers.trust-all",
                        PLAIN_KAFKA),
                arguments(
                        "mp.messaging.connector.smallrye-kafka.tls-configuration-name=a.b quarkus.tls.\"a.b\".hostname-verification-algorithm=NONE",
                        "quarkus.tls.\"a.b\".hostname-verification-algorithm",
                        PLAIN_KAFKA),
                arguments("quarkus.tls.trust-all=true", "quarkus.tls.trust-all", PLAIN_INTERNAL),
                arguments(
                        "quarkus.rest-client.config-service.tls-configuration-name=ours quarkus.tls.ours.trust-all=true",
                        "quarkus.tls.ours.trust-all",
                        PLAIN_INTERNAL),
                arguments(
                        "quarkus.rest-client.config-service.verify-host=false",
                        "quarkus.rest-client.config-service.verify-host",
                        PLAIN_INTERNAL),
                arguments(
                        "quarkus.mailer.tls-configuration-name=m quarkus.tls.m.trust-all=true",
                        "quarkus.tls.m.trust-all",
                        PLAIN_MAIL),
                arguments("quarkus.mailer.trust-all=true", "quarkus.mailer.trust-all", PLAIN_MAIL),
                arguments(
                        "quarkus.datasource.reactive.trust-all=true",
                        "quarkus.datasource.reactive.trust-all",
                        PLAIN_POSTGRESQL),
                arguments(
                        "quarkus.datasource.reactive.hostname-verification-algorithm=NONE",
                        "quarkus.datasource.reactive.hostname-verification-algorithm",
                        PLAIN_POSTGRESQL),
                arguments(
                        "quarkus.datasource.jdbc.additional-jdbc-properties.sslfactory=org.postgresql.ssl.NonValidatingFactory",
                        "quarkus.datasource.jdbc.additional-jdbc-properties.sslfactory",
                        PLAIN_POSTGRESQL),
                arguments(
                        "quarkus.datasource.jdbc.url=jdbc:postgresql://db/config",
                        "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode",
                        PLAIN_POSTGRESQL),
                arguments(
                        "quarkus.datasource.jdbc.url=jdbc:postgresql://db/config?a=b&sslmode=require",
                        "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode",
                        PLAIN_POSTGRESQL),
                arguments(
                        "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode=prefer",
                        "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode",
                        PLAIN_POSTGRESQL),
                arguments(
                        "quarkus.datasource.reactive.postgresql.ssl-mode=disable",
                        "quarkus.datasource.reactive.postgresql.ssl-mode",
                        PLAIN_POSTGRESQL),
                arguments("quarkus.datasource.password=pw1", "quarkus.datasource.password", GUESSABLE_SECRETS),
                arguments(
                        "quarkus.datasource.password=Keyward-Keyward",
                        "quarkus.datasource.password",
                        GUESSABLE_SECRETS),
                arguments(
                        "quarkus.datasource.password=aaaaaaaaaaaaaaaaaa",
                        "quarkus.datasource.password",
                        GUESSABLE_SECRETS),
                arguments(
                        "keyward.bootstrap.public-key=abcdefghijklmnop keyward.bootstrap.private-key=abcdefghijklmnop",
                        "keyward.bootstrap.private-key",
                        GUESSABLE_SECRETS),
                arguments("keyward.internal.keyset=" + PLACEHOLDER, "keyward.internal.keyset", WEAK_KEYSETS),
                arguments("keyward.secrets.keyset-file=/placeholder.json", "keyward.secrets.keyset", WEAK_KEYSETS),
                arguments("keyward.aws.endpoint=http://simulator:4566", "keyward.aws.endpoint", CLOUD_OVERRIDE),
                arguments(
                        "keyward.secrets.aws.endpoint=https://elsewhere",
                        "keyward.secrets.aws.endpoint",
                        CLOUD_OVERRIDE),
                arguments(
                        "keyward.aws.endpoint=https://here keyward.secrets.aws.endpoint=https://here",
                        "keyward.aws.endpoint",
                        CLOUD_OVERRIDE),
                arguments(
                        "keyward.azure.endpoint-override=https://elsewhere",
                        "keyward.azure.endpoint-override",
                        CLOUD_OVERRIDE),
                arguments(
                        "keyward.google.endpoint-override=https://elsewhere",
                        "keyward.google.endpoint-override",
                        CLOUD_OVERRIDE),
                arguments(
                        "keyward.aws.private-endpoint-url=http://{address}",
                        "keyward.aws.private-endpoint-url",
                        CLOUD_OVERRIDE),
                arguments(
                        "keyward.enforcement.acknowledge=automatic",
                        "keyward.enforcement.acknowledge",
                        AUTOMATIC_ACKNOWLEDGE),
                arguments("keyward.backup.acknowledge=AUTOMATIC", "keyward.backup.acknowledge", AUTOMATIC_ACKNOWLEDGE),
                arguments(
                        "keyward.messaging.replication-factor=1",
                        "keyward.messaging.replication-factor",
                        SINGLE_REPLICA_TOPICS),
                arguments("keyward.internal.host=0.0.0.0", "keyward.internal.host", PLAIN_INTERNAL),
                arguments(
                        "quarkus.rest-client.config-service.url=http://config-service:8090",
                        "quarkus.rest-client.config-service.url",
                        PLAIN_INTERNAL),
                arguments("quarkus.mailer.start-tls=OPTIONAL", "quarkus.mailer.start-tls", PLAIN_MAIL),
                arguments(
                        "keyward.notification.slack-url=http://slack", "keyward.notification.slack-url", PLAIN_NOTICES),
                arguments(
                        "keyward.operator.notify.webhook.url=http://here",
                        "keyward.operator.notify.webhook.url",
                        PLAIN_NOTICES),
                arguments(
                        "keyward.notification.allow-private-addresses=true",
                        "keyward.notification.allow-private-addresses",
                        PRIVATE_WEBHOOKS),
                arguments(
                        "quarkus.http.proxy.proxy-address-forwarding=true",
                        "quarkus.http.proxy.trusted-proxies",
                        ANY_PROXY),
                arguments(
                        "keyward.access.operators.issuer=http://id.example",
                        "keyward.access.operators.issuer",
                        PLAIN_SIGN_IN),
                arguments("keyward.rate-limit.enabled=false", "keyward.rate-limit.enabled", UNLIMITED_REQUESTS),
                arguments("kafka.bootstrap.servers=", "kafka.bootstrap.servers", null),
                arguments("keyward.secrets.keyset-file=", "keyward.secrets.keyset", null));
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.mailer.tls=true quarkus.mailer.start-tls=OPTIONAL",
        "mp.messaging.connector.smallrye-kafka.tls-configuration-name=brokers quarkus.tls.brokers.trust-store.pem.certs=/ca.pem",
        "kafka.tls-configuration-name=brokers quarkus.tls.brokers.hostname-verification-algorithm=HTTPS",
        "quarkus.tls.nobodys.trust-all=true",
        "mp.messaging.incoming.keys.security.protocol=SSL MP_MESSAGING_INCOMING_KEYS_SECURITY_PROTOCOL=PLAINTEXT",
        "quarkus.mailer.mock=true quarkus.mailer.start-tls=DISABLED",
        "quarkus.rest-client.config-service.url=https://config-service:8490",
        "quarkus.rest-client.config-service.url=http://localhost",
        "quarkus.http.proxy.proxy-address-forwarding=true quarkus.http.proxy.trusted-proxies=10.0.0.0/8",
        "quarkus.datasource.reactive.url=postgresql://db/config?sslmode=verify-ca quarkus.datasource.reactive.postgresql.ssl-mode=",
    })
    void acceptsOtherWaysToTheSameEnd(String told) {
        Map<String, String> settings = new HashMap<>(SAFE);
        Arrays.stream(told.split(" ")).map(each -> each.split("=", 2)).forEach(each -> settings.put(each[0], each[1]));

        assertThat(SafetyRules.problems(settings(settings), REQUIRED)).isEmpty();
    }

    @Test
    void everyAllowancePermitsSomething() {
        Set<Object> used = refuses().map(row -> row.get()[2]).collect(Collectors.toSet());

        assertThat(used).contains((Object[]) Allowance.values());
    }

    @Test
    void namesTheSettingItsVariableAndWhatPermitsIt() {
        Problem problem = new Problem("kafka.security.protocol", "is PLAINTEXT", "SASL_SSL or SSL", PLAIN_KAFKA);

        assertThat(problem.text()).isEqualTo("""
                          kafka.security.protocol is PLAINTEXT.
                            Set it to SASL_SSL or SSL; as an environment variable it is KAFKA_SECURITY_PROTOCOL.
                            To start nevertheless: keyward.insecure.allow-plain-kafka=true, or KEYWARD_INSECURE_ALLOW_PLAIN_KAFKA=true.""".indent(2).stripTrailing());
    }

    private static Settings settings(Map<String, String> values) {
        return new Settings(values::get, values.keySet(), file -> switch (file) {
            case "/keyset.json" -> KEYSET;
            case "/placeholder.json" -> PLACEHOLDER;
            default -> null;
        });
    }
}
