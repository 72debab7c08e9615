package io.keyward.atlas.limit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of the API that are counted apart, the first that fits a path. Their limits are Atlas's own where Atlas has one. */
enum EndpointSet {
    ENCRYPTION_AT_REST("/api/atlas/[^/]+/groups/[^/]+/encryptionAtRest(?:/.*)?", 2000, 1000),
    CLOUD_PROVIDER_ACCESS("/api/atlas/[^/]+/groups/[^/]+/cloudProviderAccess(?:/.*)?", 2000, 1000),
    BACKUPS("/api/atlas/[^/]+/groups/[^/]+/clusters/[^/]+/backup(?:/.*)?", 1200, 500),
    CLUSTERS("/api/atlas/[^/]+/groups/[^/]+/clusters(?:/.*)?", 10_000, 5000),
    ALERTS("/api/atlas/[^/]+/groups/[^/]+/(?:alerts|alertConfigs)(?:/.*)?", 1200, 500),
    EVENTS("/api/atlas/[^/]+/groups/[^/]+/events(?:/.*)?", 300, 100),
    MATCHER_NAMES("/api/atlas/[^/]+/alertConfigs/matchers/.*", 300, 100),
    /** What customers' clouds send by themselves; apart from what people and programs ask for. */
    HINTS("/api/keyward/v1/hints/.*", 1200, 1200),
    /** What Keyward adds; apart from the others, so that a tenant's scripts and the reports of cluster drivers are not in each other's way. */
    EXTENSIONS("/api/keyward/.*", 10_000, 5000),
    OTHERS(".*", 2000, 1000);

    private final Pattern path;
    private final int capacity;
    private final int refill;

    EndpointSet(String path, int capacity, int refill) {
        this.path = Pattern.compile(path);
        this.capacity = capacity;
        this.refill = refill;
    }

    static EndpointSet of(String path) {
        return Arrays.stream(values())
                .filter(set -> set.path.matcher(path).matches())
                .findFirst()
                .orElse(OTHERS);
    }

    /** The set that settings call so, for example {@code encryption-at-rest}. */
    static Optional<EndpointSet> find(String settingsName) {
        return Arrays.stream(values())
                .filter(set -> set.settingsName().equals(settingsName))
                .findFirst();
    }

    String settingsName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int capacity() {
        return capacity;
    }

    /** How many tokens come back in a minute. */
    int refill() {
        return refill;
    }
}
