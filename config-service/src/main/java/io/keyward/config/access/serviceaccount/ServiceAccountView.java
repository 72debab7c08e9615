package io.keyward.config.access.serviceaccount;

import io.keyward.access.OrgRole;
import io.keyward.atlas.Link;
import io.keyward.config.access.credential.Credential;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A service account of an organisation as it is answered. */
record ServiceAccountView(
        String clientId,
        Instant createdAt,
        String description,
        List<Link> links,
        String name,
        List<OrgRole> roles,
        List<SecretView> secrets) {

    static ServiceAccountView of(Credential account, UriInfo uri) {
        return of(
                account,
                account.settings().secrets().stream().map(SecretView::of).toList(),
                uri);
    }

    /** As it is answered when it was just made: with its first secret. */
    static ServiceAccountView of(Credential account, NewSecret first, UriInfo uri) {
        return of(account, List.of(SecretView.of(first)), uri);
    }

    private static ServiceAccountView of(Credential account, List<SecretView> secrets, UriInfo uri) {
        return new ServiceAccountView(
                account.publicName(),
                account.createdAt().truncatedTo(ChronoUnit.SECONDS),
                account.settings().description(),
                List.of(self(account, uri)),
                account.settings().title(),
                account.settings().orgRoles().stream().sorted().toList(),
                secrets);
    }

    private static Link self(Credential account, UriInfo uri) {
        String self = uri.getBaseUriBuilder()
                .path("/api/keyward/v1/orgs")
                .path(account.orgId())
                .path("serviceAccounts")
                .path(account.publicName())
                .build()
                .toString();
        return new Link(self, "self");
    }
}
