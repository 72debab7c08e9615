package io.keyward.startup.rules;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a packaged service is told to put up with. Each of these permits one thing that it would refuse to start with; none of them permits another. */
@ConfigMapping(prefix = "keyward.insecure")
public interface InsecureConfig {

    /** Clouds that answer elsewhere than at their own hosts: a simulator, or whoever sits in between, could say of any key that it works. */
    @WithDefault("false")
    boolean allowCloudOverride();

    /** Keysets of a placeholder's bytes. */
    @WithDefault("false")
    boolean allowWeakKeysets();

    /** Passwords and secrets that are short, well known, or the same as the name they belong to. */
    @WithDefault("false")
    boolean allowGuessableSecrets();

    /** Requests to clusters and backups that count as carried out when they are made: nothing is really stopped. */
    @WithDefault("false")
    boolean allowAutomaticAcknowledge();

    /** Kafka without TLS: who is in between reads and writes what services tell each other. */
    @WithDefault("false")
    boolean allowPlainKafka();

    /** Topics with a single replica: what a broker loses is lost. */
    @WithDefault("false")
    boolean allowSingleReplicaTopics();

    /** PostgreSQL without TLS, or with TLS to whoever answers. */
    @WithDefault("false")
    boolean allowPlainPostgresql();

    /** Calls between services in clear over a network; they are signed, and hold what is told of API keys. */
    @WithDefault("false")
    boolean allowPlainInternal();

    /** Mails that go to the mail server in clear. */
    @WithDefault("false")
    boolean allowPlainMail();

    /** Notices that go to a channel or to operators in clear, with the channel's secret in them. */
    @WithDefault("false")
    boolean allowPlainNotices();

    /** Webhooks of projects that lead into private networks: a customer could call what only this machine may. */
    @WithDefault("false")
    boolean allowPrivateWebhooks();

    /** Anybody's word for the address that a request came from: access lists would be a matter of honesty. */
    @WithDefault("false")
    boolean allowAnyProxy();

    /** An OpenID provider of operators that is asked in clear for the keys its tokens are believed by. */
    @WithDefault("false")
    boolean allowPlainSignIn();

    /** Requests without a limit of rate. */
    @WithDefault("false")
    boolean allowUnlimitedRequests();
}
