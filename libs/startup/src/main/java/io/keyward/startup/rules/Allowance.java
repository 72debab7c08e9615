package io.keyward.startup.rules;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** The settings that permit what is refused otherwise; one for each refusal. */
public enum Allowance {
    CLOUD_OVERRIDE("allow-cloud-override", InsecureConfig::allowCloudOverride),
    WEAK_KEYSETS("allow-weak-keysets", InsecureConfig::allowWeakKeysets),
    GUESSABLE_SECRETS("allow-guessable-secrets", InsecureConfig::allowGuessableSecrets),
    AUTOMATIC_ACKNOWLEDGE("allow-automatic-acknowledge", InsecureConfig::allowAutomaticAcknowledge),
    PLAIN_KAFKA("allow-plain-kafka", InsecureConfig::allowPlainKafka),
    SINGLE_REPLICA_TOPICS("allow-single-replica-topics", InsecureConfig::allowSingleReplicaTopics),
    PLAIN_POSTGRESQL("allow-plain-postgresql", InsecureConfig::allowPlainPostgresql),
    PLAIN_INTERNAL("allow-plain-internal", InsecureConfig::allowPlainInternal),
    PLAIN_MAIL("allow-plain-mail", InsecureConfig::allowPlainMail),
    PLAIN_NOTICES("allow-plain-notices", InsecureConfig::allowPlainNotices),
    PRIVATE_WEBHOOKS("allow-private-webhooks", InsecureConfig::allowPrivateWebhooks),
    ANY_PROXY("allow-any-proxy", InsecureConfig::allowAnyProxy),
    PLAIN_SIGN_IN("allow-plain-sign-in", InsecureConfig::allowPlainSignIn),
    UNLIMITED_REQUESTS("allow-unlimited-requests", InsecureConfig::allowUnlimitedRequests);

    private final String name;
    private final Predicate<InsecureConfig> given;

    Allowance(String name, Predicate<InsecureConfig> given) {
        this.name = name;
        this.given = given;
    }

    /** The setting, for example {@code keyward.insecure.allow-plain-kafka}. */
    public String property() {
        return "keyward.insecure." + name;
    }

    /** Those that are given. */
    public static Set<Allowance> of(InsecureConfig config) {
        Set<Allowance> given = EnumSet.allOf(Allowance.class);
        given.removeIf(allowance -> !allowance.given.test(config));
        return given;
    }
}
