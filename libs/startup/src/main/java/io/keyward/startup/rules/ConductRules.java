package io.keyward.startup.rules;

import java.util.stream.Stream;

/** What a service does or leaves undone that is for trying things out alone. */
final class ConductRules {
    private static final String FORWARDING = "quarkus.http.proxy.proxy-address-forwarding";
    private static final String TRUSTED = "quarkus.http.proxy.trusted-proxies";
    private static final String REPLICAS = "keyward.messaging.replication-factor";

    private ConductRules() {}

    static Stream<Problem> problems(Settings settings) {
        return Stream.of(
                        acknowledge(settings, "keyward.enforcement.acknowledge", "nothing is really stopped"),
                        acknowledge(settings, "keyward.backup.acknowledge", "nothing is really saved"),
                        replicas(settings),
                        privateWebhooks(settings),
                        anyProxy(settings),
                        unlimited(settings))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> acknowledge(Settings settings, String property, String consequence) {
        return when(
                settings.is(property, "automatic"),
                new Problem(
                        property,
                        "is automatic: every request counts as carried out, and " + consequence,
                        "reported, its default",
                        Allowance.AUTOMATIC_ACKNOWLEDGE));
    }

    private static Stream<Problem> replicas(Settings settings) {
        return when(
                settings.is(REPLICAS, "1"),
                new Problem(
                        REPLICAS,
                        "is 1: a broker that is lost takes events along",
                        "3, or what the brokers allow",
                        Allowance.SINGLE_REPLICA_TOPICS));
    }

    private static Stream<Problem> privateWebhooks(Settings settings) {
        String property = "keyward.notification.allow-private-addresses";
        return when(
                settings.is(property, "true"),
                new Problem(
                        property,
                        "is true: webhooks of projects may call what only this machine reaches",
                        "false, its default",
                        Allowance.PRIVATE_WEBHOOKS));
    }

    private static Stream<Problem> anyProxy(Settings settings) {
        return when(
                settings.is(FORWARDING, "true") && settings.value(TRUSTED).isEmpty(),
                new Problem(
                        TRUSTED,
                        "is missing, and " + FORWARDING + " is true: anybody's X-Forwarded-For is believed",
                        "the addresses of the proxies in front of the service, in CIDR notation",
                        Allowance.ANY_PROXY));
    }

    private static Stream<Problem> unlimited(Settings settings) {
        String property = "keyward.rate-limit.enabled";
        return when(
                settings.is(property, "false"),
                new Problem(
                        property,
                        "is false: one customer's requests can take everybody's turn",
                        "true, its default",
                        Allowance.UNLIMITED_REQUESTS));
    }

    private static Stream<Problem> when(boolean holds, Problem problem) {
        return holds ? Stream.of(problem) : Stream.empty();
    }
}
