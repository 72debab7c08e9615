package io.keyward.config.cluster.args;

import io.keyward.config.cluster.refusal.ClusterError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which values processes take, and what is answered where nothing was set. */
final class ProcessArgsRules {
    private static final List<String> PROTOCOLS = List.of("TLS1_0", "TLS1_1", "TLS1_2", "TLS1_3");
    private static final List<String> CIPHER_MODES = List.of("DEFAULT", "CUSTOM");
    private static final List<String> READ_CONCERNS = List.of("available", "local");
    private static final Set<String> OF_2023_ALONE = Set.of("defaultReadConcern", "failIndexKeyTooLong");
    private static final List<String> WITHOUT_DEFAULT = List.of(
            "changeStreamOptionsPreAndPostImagesExpireAfterSeconds",
            "chunkMigrationConcurrency",
            "defaultMaxTimeMS",
            "defaultReadConcern",
            "defaultWriteConcern",
            "failIndexKeyTooLong",
            "oplogMinRetentionHours",
            "oplogSizeMB",
            "queryStatsLogVerbosity",
            "sampleRefreshIntervalBIConnector",
            "sampleSizeBIConnector",
            "transactionLifetimeLimitSeconds");

    private ProcessArgsRules() {}

    /** What is wrong with the settings that were sent, if anything. */
    static Optional<ClusterError> check(ProcessArgs args) {
        return among("minimumEnabledTlsProtocol", args.minimumEnabledTlsProtocol(), PROTOCOLS)
                .or(() -> among("tlsCipherConfigMode", args.tlsCipherConfigMode(), CIPHER_MODES))
                .or(() -> among("defaultReadConcern", args.defaultReadConcern(), READ_CONCERNS));
    }

    /** All settings as versions from 2024-08-05 answer them, by name; null where nothing was set and nothing is the rule. */
    static Map<String, @Nullable Object> complete(Map<String, ?> stored) {
        Map<String, @Nullable Object> all = complete2023(stored);
        all.keySet().removeAll(OF_2023_ALONE);
        return all;
    }

    /** The same as version 2023-01-01 answers it. */
    static Map<String, @Nullable Object> complete2023(Map<String, ?> stored) {
        Map<String, @Nullable Object> all = new TreeMap<>(defaults());
        all.putAll(stored);
        return all;
    }

    private static Map<String, @Nullable Object> defaults() {
        Map<String, @Nullable Object> defaults = new LinkedHashMap<>();
        WITHOUT_DEFAULT.forEach(name -> defaults.put(name, null));
        defaults.put("customOpensslCipherConfigTls12", List.of());
        defaults.put("customOpensslCipherConfigTls13", List.of());
        defaults.put("javascriptEnabled", true);
        defaults.put("minimumEnabledTlsProtocol", "TLS1_2");
        defaults.put("noTableScan", false);
        defaults.put("tlsCipherConfigMode", "DEFAULT");
        return defaults;
    }

    private static Optional<ClusterError> among(String path, @Nullable String value, List<String> allowed) {
        return value == null ? Optional.empty() : ClusterError.unlessAmong(path, value, allowed);
    }
}
