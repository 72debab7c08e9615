package io.keyward.startup.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that a packaged service is not started with. */
public final class SafetyRules {
    /** What those settings may be that have no default. */
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry(
                    "quarkus.datasource.jdbc.url",
                    "the service's own database, for example jdbc:postgresql://db.example:5432/config?sslmode=verify-full"),
            Map.entry(
                    "quarkus.datasource.reactive.url",
                    "the same database without jdbc:, for example postgresql://db.example:5432/config?sslmode=verify-full"),
            Map.entry("quarkus.datasource.username", "the database's user"),
            Map.entry("quarkus.datasource.password", "the password of the database's user"),
            Map.entry("kafka.bootstrap.servers", "Kafka's brokers, host:port and separated by commas"),
            Map.entry(
                    "keyward.secrets.keyset",
                    "a Tink AEAD keyset as JSON, the same in every service and on every replica, or name a file that holds one with keyward.secrets.keyset-file"),
            Map.entry(
                    "keyward.internal.keyset",
                    "a Tink JWT HMAC keyset as JSON, the same in every service, or name a file that holds one with keyward.internal.keyset-file"),
            Map.entry(
                    "keyward.aws.account-arn",
                    "the AWS principal that customers name in the trust policy of their role, for example arn:aws:iam::999988887777:root"),
            Map.entry(
                    "keyward.aws.canary-role-arn",
                    "the ARN of a role in our own account that is assumed as customers' roles are, to tell a denial of theirs from a fault of ours"),
            Map.entry(
                    "keyward.aws.canary-external-id",
                    "the external id that the trust policy of the canary role demands"),
            Map.entry("quarkus.mailer.from", "the address that mails come from"));

    private SafetyRules() {}

    /** All that is wrong, permitted or not, in an order that stays the same. */
    public static List<Problem> problems(Settings settings, Set<String> required) {
        return Stream.of(
                        missing(settings, required),
                        SecretRules.problems(settings),
                        KeysetRules.problems(settings),
                        Values.problems(settings),
                        ConnectionRules.problems(settings),
                        CloudRules.problems(settings),
                        ConductRules.problems(settings))
                .flatMap(problems -> problems)
                .toList();
    }

    private static Stream<Problem> missing(Settings settings, Set<String> required) {
        return required.stream()
                .sorted()
                .filter(property -> !settings.has(property))
                .map(property -> new Problem(
                        property,
                        "is missing",
                        MEANINGS.getOrDefault(property, "what the reference says of it"),
                        null));
    }
}
