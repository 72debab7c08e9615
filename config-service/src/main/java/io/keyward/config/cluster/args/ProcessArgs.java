package io.keyward.config.cluster.args;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be set of database processes, in every version. What is not sent stays.
 *
 * @param defaultReadConcern of version 2023-01-01 alone, as is {@code failIndexKeyTooLong}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProcessArgs(
        @Nullable Integer changeStreamOptionsPreAndPostImagesExpireAfterSeconds,
        @Nullable Integer chunkMigrationConcurrency,
        @Nullable List<String> customOpensslCipherConfigTls12,
        @Nullable List<String> customOpensslCipherConfigTls13,
        @Nullable Integer defaultMaxTimeMS,
        @Nullable String defaultReadConcern,
        @Nullable String defaultWriteConcern,
        @Nullable Boolean failIndexKeyTooLong,
        @Nullable Boolean javascriptEnabled,
        @Nullable String minimumEnabledTlsProtocol,
        @Nullable Boolean noTableScan,
        @Nullable Double oplogMinRetentionHours,
        @Nullable Integer oplogSizeMB,
        @Nullable Integer queryStatsLogVerbosity,
        @Nullable Integer sampleRefreshIntervalBIConnector,
        @Nullable Integer sampleSizeBIConnector,
        @Nullable String tlsCipherConfigMode,
        @Nullable Long transactionLifetimeLimitSeconds) {}
