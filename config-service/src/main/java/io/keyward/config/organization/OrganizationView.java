package io.keyward.config.organization;

import io.keyward.atlas.Link;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** An organisation as {@code /api/keyward/v1} answers it. */
public record OrganizationView(
        boolean apiAccessListRequired, Instant created, String id, List<Link> links, String name) {

    /** @param uri of the request, whose host the link names */
    public static OrganizationView of(Organization organization, UriInfo uri) {
        String self = uri.getBaseUriBuilder()
                .path("/api/keyward/v1/orgs")
                .path(organization.id())
                .build()
                .toString();
        return new OrganizationView(
                organization.accessListRequired(),
                organization.createdAt().truncatedTo(ChronoUnit.SECONDS),
                organization.id(),
                List.of(new Link(self, "self")),
                organization.name());
    }
}
