package io.keyward.config.access.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.config.access.credential.Credential;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One role of a credential, as it is answered: in the organisation or in a project.
 *
 * @param roleName for example {@code ORG_OWNER} or {@code GROUP_READ_ONLY}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoleAssignment(
        @Nullable String groupId, @Nullable String orgId, String roleName) {

    /** Those of a credential in its organisation and in one project: what its other projects are is not that one's business. */
    public static List<RoleAssignment> within(Credential credential, String groupId) {
        return of(credential).stream()
                .filter(role -> role.groupId() == null || role.groupId().equals(groupId))
                .toList();
    }

    /** All roles of a credential, those in the organisation first. */
    public static List<RoleAssignment> of(Credential credential) {
        List<RoleAssignment> roles = new ArrayList<>();
        credential.settings().orgRoles().stream()
                .sorted()
                .map(role -> new RoleAssignment(null, credential.orgId(), role.name()))
                .forEach(roles::add);
        new TreeMap<>(credential.settings().projectRoles()).forEach((groupId, granted) -> granted.stream()
                .sorted()
                .map(role -> new RoleAssignment(groupId, null, role.name()))
                .forEach(roles::add));
        return roles;
    }
}
