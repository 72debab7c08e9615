package io.keyward.config.organization;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** Body of PATCH. What is ours to say is ignored. */
@JsonIgnoreProperties({"created", "id", "links"})
record OrganizationRequest(@Nullable String name, @Nullable Boolean apiAccessListRequired) {}
