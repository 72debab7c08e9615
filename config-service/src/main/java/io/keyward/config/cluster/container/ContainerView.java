package io.keyward.config.cluster.container;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network container. Of the last three, each cloud has one.
 *
 * @param id the same for a project, a cloud and a region for ever
 * @param regionName on AWS
 * @param region on Azure
 * @param regions on Google Cloud, where one network serves all of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContainerView(
        String id,
        String providerName,
        boolean provisioned,
        @Nullable String regionName,
        @Nullable String region,
        @Nullable List<String> regions) {}
