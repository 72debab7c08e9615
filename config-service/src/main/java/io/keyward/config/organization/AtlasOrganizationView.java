package io.keyward.config.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.keyward.atlas.Link;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** An organisation as Atlas answers it. */
record AtlasOrganizationView(
        String id, @JsonProperty("isDeleted") boolean deleted, List<Link> links, String name) {

    static AtlasOrganizationView of(Organization organization, UriInfo uri) {
        String self = uri.getBaseUriBuilder()
                .path("/api/atlas/v2/orgs")
                .path(organization.id())
                .build()
                .toString();
        return new AtlasOrganizationView(
                organization.id(), false, List.of(new Link(self, "self")), organization.name());
    }
}
