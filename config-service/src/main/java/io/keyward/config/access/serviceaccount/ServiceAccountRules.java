package io.keyward.config.access.serviceaccount;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.access.credential.CredentialRules;
import io.keyward.config.access.credential.Settings;
import java.util.Optional;

/** What the requests of service accounts come to. */
final class ServiceAccountRules {
    private static final int MAX_NAME = 64;
    private static final int MAX_DESCRIPTION = 250;

    private ServiceAccountRules() {}

    /** A new account, without its secret. */
    static Settings create(ServiceAccountRequest request) {
        String description = request.description() == null ? "" : request.description();
        return Settings.of(
                CredentialRules.requireText("name", request.name(), MAX_NAME),
                CredentialRules.text("description", description, MAX_DESCRIPTION),
                CredentialRules.requireOrgRoles(request.roles()));
    }

    static Settings merge(Settings current, ServiceAccountRequest request) {
        if (request.secretExpiresAfterHours() != null) {
            throw Refusal.of(ErrorCode.INVALID_ATTRIBUTE, "secretExpiresAfterHours")
                    .withDetail("The lives of secrets do not change. Add a secret, and remove the old one.");
        }
        Settings described = current.described(
                Optional.ofNullable(request.name()).map(name -> CredentialRules.requireText("name", name, MAX_NAME)),
                Optional.ofNullable(request.description())
                        .map(text -> CredentialRules.text("description", text, MAX_DESCRIPTION)));
        return request.roles() == null
                ? described
                : described.withOrgRoles(CredentialRules.requireOrgRoles(request.roles()));
    }
}
