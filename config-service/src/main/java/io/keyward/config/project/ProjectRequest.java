package io.keyward.config.project;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of POST. What is ours to say is ignored. */
@JsonIgnoreProperties({"clusterCount", "created", "id", "links"})
record ProjectRequest(
        @Nullable String name,
        @Nullable String orgId,
        @Nullable List<Project.@Nullable Tag> tags,
        @Nullable Boolean withDefaultAlertsSettings,
        @Nullable String regionUsageRestrictions) {}
