package io.keyward.config.access.apikey;

import io.keyward.config.access.credential.CredentialRules;
import io.keyward.config.access.credential.Settings;
import java.util.Optional;

/** What the requests of API keys come to. */
final class ApiKeyRules {
    private static final int MAX_DESCRIPTION = 250;

    private ApiKeyRules() {}

    static Settings create(ApiKeyRequest request) {
        return Settings.of(
                "",
                CredentialRules.requireText("desc", request.desc(), MAX_DESCRIPTION),
                CredentialRules.requireOrgRoles(request.roles()));
    }

    static Settings merge(Settings current, ApiKeyRequest request) {
        Settings described = current.described(
                Optional.empty(),
                Optional.ofNullable(request.desc())
                        .map(desc -> CredentialRules.requireText("desc", desc, MAX_DESCRIPTION)));
        return request.roles() == null
                ? described
                : described.withOrgRoles(CredentialRules.requireOrgRoles(request.roles()));
    }
}
