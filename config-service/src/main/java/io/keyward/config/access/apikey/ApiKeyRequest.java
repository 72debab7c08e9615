package io.keyward.config.access.apikey;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.keyward.access.OrgRole;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Body of POST and PATCH; PATCH leaves as it is what is left out. What is ours to say is ignored. */
@JsonIgnoreProperties({"id", "links", "privateKey", "publicKey"})
record ApiKeyRequest(@Nullable String desc, @Nullable Set<OrgRole> roles) {}
