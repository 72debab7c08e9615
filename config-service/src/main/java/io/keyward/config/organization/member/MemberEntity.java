package io.keyward.config.organization.member;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

@Entity
@Table(name = "member")
class MemberEntity extends PanacheEntityBase {
    static final String WITH_ROLES =
            "select m from MemberEntity m left join fetch m.orgRoles left join fetch m.projectRoles ";

    @Id
    String id;

    @Column(name = "org_id")
    String orgId;

    String name;
    String email;

    @ElementCollection
    @CollectionTable(name = "member_org_role", joinColumns = @JoinColumn(name = "member_id"))
    @Column(name = "role", nullable = false)
    Set<String> orgRoles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "member_project_role", joinColumns = @JoinColumn(name = "member_id"))
    Set<Grant> projectRoles = new HashSet<>();

    /** A role in a project. */
    @Embeddable
    record Grant(
            @Column(name = "group_id", nullable = false) String groupId,
            @Column(nullable = false) String role) {}

    Member member() {
        Map<String, Set<ProjectRole>> roles = new HashMap<>();
        projectRoles.forEach(grant -> roles.computeIfAbsent(grant.groupId(), group -> new HashSet<>())
                .add(ProjectRole.valueOf(grant.role())));
        return new Member(
                id, orgId, name, email, orgRoles.stream().map(OrgRole::valueOf).collect(Collectors.toSet()), roles);
    }

    void become(Member member) {
        name = member.name();
        email = member.email();
        replace(orgRoles, member.orgRoles().stream().map(Enum::name).collect(Collectors.toSet()));
        replace(
                projectRoles,
                member.projectRoles().entrySet().stream()
                        .flatMap(project ->
                                project.getValue().stream().map(role -> new Grant(project.getKey(), role.name())))
                        .collect(Collectors.toSet()));
    }

    /** Row by row: a set that is given anew would be written anew. */
    private static <T> void replace(Set<T> stored, Set<T> wanted) {
        stored.retainAll(wanted);
        stored.addAll(wanted);
    }
}
