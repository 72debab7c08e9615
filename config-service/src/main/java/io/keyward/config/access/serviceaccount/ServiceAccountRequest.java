package io.keyward.config.access.serviceaccount;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.keyward.access.OrgRole;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Body of POST and PATCH; PATCH leaves as it is what is left out. What is ours to say is ignored.
 *
 * @param secretExpiresAfterHours the life of the first secret; for POST alone
 */
@JsonIgnoreProperties({"clientId", "createdAt", "links", "secrets"})
record ServiceAccountRequest(
        @Nullable String name,
        @Nullable String description,
        @Nullable Set<OrgRole> roles,
        @Nullable Integer secretExpiresAfterHours) {}
