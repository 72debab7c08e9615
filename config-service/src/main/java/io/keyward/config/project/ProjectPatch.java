package io.keyward.config.project;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of PATCH. What is ours to say, and what a project keeps, is ignored. */
@JsonIgnoreProperties({"clusterCount", "created", "id", "links", "orgId", "regionUsageRestrictions"})
record ProjectPatch(
        @Nullable String name,
        @Nullable List<Project.@Nullable Tag> tags,
        @Nullable Boolean withDefaultAlertsSettings) {}
