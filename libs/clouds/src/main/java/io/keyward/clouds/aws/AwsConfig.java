package io.keyward.clouds.aws;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How AWS is reached, and as whom. */
@ConfigMapping(prefix = "keyward.aws")
public interface AwsConfig {

    /** Where all of AWS is, instead of its public endpoints. */
    Optional<URI> endpoint();

    /**
     * Where KMS answers through a private endpoint: {@code {reference}} stands for the cloud's id of the endpoint, {@code {address}} for its host name.
     */
    @WithDefault("https://{address}")
    String privateEndpointUrl();

    /** For how long after an endpoint became usable a key's policy may not know it yet: until then its refusal is no revocation. */
    @WithDefault("1h")
    Duration privateEndpointSettling();

    /** The principal that customers name in the trust policy of their role. */
    Optional<String> accountArn();

    /** Our own static credentials; together with {@link #secretAccessKey()} or not at all. Without them the usual chain of the SDK applies. */
    Optional<String> accessKeyId();

    /** The secret of that access key. */
    Optional<String> secretAccessKey();

    /** Where roles are assumed. */
    @WithDefault("us-east-1")
    String homeRegion();

    /** One call, its retry included. */
    @WithDefault("3s")
    Duration callTimeout();

    /** How long an assumed session serves scheduled checks; no longer than the interval between two checks. */
    @WithDefault("${keyward.check.interval:5m}")
    Duration sessionCache();

    /** Most sessions that are kept at a time. With fewer than there are roles, the roles are assumed more often. */
    @WithDefault("10000")
    int mostSessions();

    /** Calls that may be under way to one region at once. */
    @WithDefault("160")
    int connectionsPerRegion();
}
