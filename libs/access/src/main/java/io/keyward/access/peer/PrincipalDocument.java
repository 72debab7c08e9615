package io.keyward.access.peer;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.AddressBlock;
import io.keyward.access.principal.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The holder of a credential as it travels between services: {@code GET /internal/v1/tokens/{jti}?clientId=…}.
 *
 * @param accessList blocks in CIDR notation
 * @param accessListRequired whether the organisation insists that there is a list
 */
public record PrincipalDocument(
        String id,
        Caller.Kind kind,
        String name,
        String orgId,
        Set<OrgRole> orgRoles,
        Map<String, Set<ProjectRole>> projectRoles,
        List<String> accessList,
        boolean accessListRequired) {

    public static PrincipalDocument of(Principal principal) {
        return new PrincipalDocument(
                principal.id(),
                principal.kind(),
                principal.name(),
                principal.orgId(),
                principal.orgRoles(),
                principal.projectRoles(),
                principal.accessList().blocks().stream()
                        .map(AddressBlock::toString)
                        .toList(),
                principal.accessList().required());
    }

    /** @throws IllegalStateException when a block is none: a list that is only half understood would let in too many or too few */
    public Principal open() {
        List<AddressBlock> blocks = accessList.stream()
                .map(text -> AddressBlock.parse(text)
                        .orElseThrow(() -> new IllegalStateException("Not a block of addresses: " + text)))
                .toList();
        return new Principal(id, kind, name, orgId, orgRoles, projectRoles, new AccessList(blocks, accessListRequired));
    }
}
