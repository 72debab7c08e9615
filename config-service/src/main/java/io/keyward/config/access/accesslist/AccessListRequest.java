package io.keyward.config.access.accesslist;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** An entry of the array that POST takes. What is ours to say is ignored. */
@JsonIgnoreProperties({"count", "created", "createdAt", "lastUsed", "lastUsedAddress", "links"})
record AccessListRequest(
        @Nullable String cidrBlock, @Nullable String ipAddress) {}
