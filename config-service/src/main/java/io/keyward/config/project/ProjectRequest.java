package io.keyward.config.project;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of POST. The last five fields are ours to say, and ignored. */
record ProjectRequest(
        @Nullable String name,
        @Nullable String orgId,
        @Nullable List<Project.Tag> tags,
        @Nullable Boolean withDefaultAlertsSettings,
        @Nullable String regionUsageRestrictions,
        @Nullable String id,
        @Nullable Long clusterCount,
        @Nullable Instant created,
        @Nullable Object links) {}
