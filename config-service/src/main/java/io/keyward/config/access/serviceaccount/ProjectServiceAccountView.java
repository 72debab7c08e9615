package io.keyward.config.access.serviceaccount;

import io.keyward.access.ProjectRole;
import io.keyward.atlas.Link;
import io.keyward.config.access.credential.Credential;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** A service account of a project as it is answered: who it is, and what it may do there. Its secrets are the organisation's business. */
record ProjectServiceAccountView(
        String clientId,
        Instant createdAt,
        String description,
        List<Link> links,
        String name,
        List<ProjectRole> roles) {

    static ProjectServiceAccountView of(Credential account, String groupId, UriInfo uri) {
        String self = uri.getBaseUriBuilder()
                .path("/api/keyward/v1/groups")
                .path(groupId)
                .path("serviceAccounts")
                .path(account.publicName())
                .build()
                .toString();
        return new ProjectServiceAccountView(
                account.publicName(),
                account.createdAt().truncatedTo(ChronoUnit.SECONDS),
                account.settings().description(),
                List.of(new Link(self, "self")),
                account.settings().title(),
                account.settings().projectRoles().getOrDefault(groupId, Set.of()).stream()
                        .sorted()
                        .toList());
    }
}
