package io.keyward.config.project;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much there may be. */
@ConfigMapping(prefix = "keyward.project")
public interface ProjectConfig {
    /** Projects of one organisation. */
    @WithDefault("10000")
    int maxPerOrganization();

    /** Clusters of one project, those included that are not gone yet. */
    @WithDefault("5000")
    int maxClusters();
}
