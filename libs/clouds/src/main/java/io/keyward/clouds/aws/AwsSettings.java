package io.keyward.clouds.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;

/** What {@link AwsConfig} says, made sure to make sense. Every complaint names the key that is to be changed. */
final class AwsSettings {
    private static final Set<String> REGIONS = Region.regions().stream()
            .filter(region -> !region.isGlobalRegion())
            .map(Region::id)
            .collect(Collectors.toUnmodifiableSet());

    /** What is asked of STS, and its minimum: a session must not outlive the trust it came from by much. */
    static final Duration SESSION_LIFE = Duration.ofSeconds(900);

    /** So near to its end no session is used any more. */
    private static final Duration SESSION_MARGIN = Duration.ofSeconds(60);

    private AwsSettings() {}

    /** Returns {@code config}, or fails with an {@link IllegalArgumentException}. */
    static AwsConfig validated(AwsConfig config) {
        config.endpoint()
                .ifPresent(uri ->
                        require(isEndpoint(uri), "endpoint", "must be an http or https URL with a host, not " + uri));
        require(
                isEndpoint(PrivateEndpoint.url(config.privateEndpointUrl(), "vpce-0", "vpce-0.example.org")),
                "private-endpoint-url",
                "must be an http or https URL with a host, in which {reference} or {address} stands for the endpoint,"
                        + " not "
                        + config.privateEndpointUrl());
        require(isRegion(config.homeRegion()), "home-region", "is not an AWS region: " + config.homeRegion());
        require(config.callTimeout().isPositive(), "call-timeout", "must be positive");
        require(!config.sessionCache().isNegative(), "session-cache", "must not be negative");
        require(!config.privateEndpointSettling().isNegative(), "private-endpoint-settling", "must not be negative");
        require(config.mostSessions() > 1, "most-sessions", "must be 2 or more");
        require(config.connectionsPerRegion() > 0, "connections-per-region", "must be positive");
        return config;
    }

    /** Our static credentials, if they are configured. */
    static Optional<AwsBasicCredentials> staticCredentials(AwsConfig config) {
        require(
                config.accessKeyId().isEmpty() || config.secretAccessKey().isPresent(),
                "secret-access-key",
                "is missing, though keyward.aws.access-key-id is set");
        require(
                config.secretAccessKey().isEmpty() || config.accessKeyId().isPresent(),
                "access-key-id",
                "is missing, though keyward.aws.secret-access-key is set");
        return config.accessKeyId()
                .flatMap(id -> config.secretAccessKey().map(secret -> AwsBasicCredentials.create(id, secret)));
    }

    /** How long a session is kept: as configured, but never to its end. */
    static Duration sessionCache(AwsConfig config) {
        var longest = SESSION_LIFE.minus(SESSION_MARGIN);
        return config.sessionCache().compareTo(longest) < 0 ? config.sessionCache() : longest;
    }

    /** Whether AWS has a region of that name. Keeps the number of clients bounded whatever customers configure. */
    static boolean isRegion(String name) {
        return REGIONS.contains(name);
    }

    private static boolean isEndpoint(URI uri) {
        return uri.isAbsolute() && uri.getHost() != null && uri.getScheme().startsWith("http");
    }

    private static void require(boolean holds, String key, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("keyward.aws." + key + " " + complaint);
        }
    }
}
