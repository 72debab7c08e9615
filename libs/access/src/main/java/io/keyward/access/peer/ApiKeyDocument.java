package io.keyward.access.peer;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.DigestAlgorithm;
import io.keyward.access.principal.Ha1;
import io.keyward.secrets.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it travels between services: {@code GET /internal/v1/api-keys/{publicKey}}.
 *
 * @param accessList blocks in CIDR notation
 * @param accessListRequired whether the organisation insists that there is a list
 * @param sealedHa1 the MD5 hash sealed for this public key, in Base64; every service has the keyset that opens it
 * @param sealedHa1Sha256 the SHA-256 hash likewise; absent for keys that have none
 */
public record ApiKeyDocument(
        String id,
        Caller.Kind kind,
        String publicKey,
        String orgId,
        Set<OrgRole> orgRoles,
        Map<String, Set<ProjectRole>> projectRoles,
        List<String> accessList,
        boolean accessListRequired,
        String sealedHa1,
        @Nullable String sealedHa1Sha256) {

    public static ApiKeyDocument of(ApiKey key, Sealer sealer) {
        PrincipalDocument holder = PrincipalDocument.of(key.principal());
        return new ApiKeyDocument(
                holder.id(),
                holder.kind(),
                holder.name(),
                holder.orgId(),
                holder.orgRoles(),
                holder.projectRoles(),
                holder.accessList(),
                holder.accessListRequired(),
                seal(key.ha1(), DigestAlgorithm.MD5, key, sealer),
                key.ha1(DigestAlgorithm.SHA_256)
                        .map(ha1 -> seal(ha1, DigestAlgorithm.SHA_256, key, sealer))
                        .orElse(null));
    }

    public ApiKey open(Sealer sealer) {
        PrincipalDocument holder = new PrincipalDocument(
                id, kind, publicKey, orgId, orgRoles, projectRoles, accessList, accessListRequired);
        return new ApiKey(
                holder.open(),
                open(sealedHa1, DigestAlgorithm.MD5, sealer),
                sealedHa1Sha256 == null ? null : open(sealedHa1Sha256, DigestAlgorithm.SHA_256, sealer));
    }

    private static String seal(String ha1, DigestAlgorithm algorithm, ApiKey key, Sealer sealer) {
        byte[] sealed =
                sealer.seal(ha1.getBytes(StandardCharsets.US_ASCII), Ha1.associatedData(algorithm, key.publicKey()));
        return Base64.getEncoder().encodeToString(sealed);
    }

    private String open(String sealed, DigestAlgorithm algorithm, Sealer sealer) {
        byte[] ha1 = sealer.open(Base64.getDecoder().decode(sealed), Ha1.associatedData(algorithm, publicKey));
        return new String(ha1, StandardCharsets.US_ASCII);
    }
}
