package io.keyward.access.peer;

import io.keyward.access.ApiKey;
import io.keyward.access.Caller;
import io.keyward.access.Ha1;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.secrets.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * An API key as it travels between services: {@code GET /internal/v1/api-keys/{publicKey}}.
 *
 * @param sealedHa1 the hash sealed for this public key, in Base64; every service has the keyset that opens it
 */
public record ApiKeyDocument(
        String id,
        Caller.Kind kind,
        String publicKey,
        String orgId,
        Set<OrgRole> orgRoles,
        Map<String, Set<ProjectRole>> projectRoles,
        String sealedHa1) {

    public static ApiKeyDocument of(ApiKey key, Sealer sealer) {
        byte[] sealed = sealer.seal(key.ha1().getBytes(StandardCharsets.US_ASCII), Ha1.associatedData(key.publicKey()));
        return new ApiKeyDocument(
                key.id(),
                key.kind(),
                key.publicKey(),
                key.orgId(),
                key.orgRoles(),
                key.projectRoles(),
                Base64.getEncoder().encodeToString(sealed));
    }

    public ApiKey open(Sealer sealer) {
        byte[] ha1 = sealer.open(Base64.getDecoder().decode(sealedHa1), Ha1.associatedData(publicKey));
        return new ApiKey(
                id, kind, publicKey, orgId, orgRoles, projectRoles, new String(ha1, StandardCharsets.US_ASCII));
    }
}
