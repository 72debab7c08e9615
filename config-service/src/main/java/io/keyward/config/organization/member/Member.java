package io.keyward.config.organization.member;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A person of an organisation: whom to write to. People have no credentials of their own here.
 *
 * @param projectRoles by the project's id; who is GROUP_OWNER of a project is told what happens to it
 */
public record Member(
        String id,
        String orgId,
        String name,
        String email,
        Set<OrgRole> orgRoles,
        Map<String, Set<ProjectRole>> projectRoles) {

    public Member {
        orgRoles = Set.copyOf(orgRoles);
        projectRoles = Map.copyOf(projectRoles);
    }

    /** Whether this person owns the organisation. */
    public boolean isOwner() {
        return orgRoles.contains(OrgRole.ORG_OWNER);
    }

    /** Whether this person was named as an owner of the project. */
    public boolean owns(String groupId) {
        return projectRoles.getOrDefault(groupId, Set.of()).contains(ProjectRole.GROUP_OWNER);
    }

    /** In the order of their ids. */
    Map<String, Set<ProjectRole>> orderedProjectRoles() {
        return new TreeMap<>(projectRoles);
    }
}
