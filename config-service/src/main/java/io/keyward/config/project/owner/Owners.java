package io.keyward.config.project.owner;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.config.organization.Organization;
import io.keyward.config.organization.member.Member;
import io.keyward.config.project.Project;
import java.util.List;
import java.util.Set;

/**
 * Whom to tell what happens to a project.
 *
 * @param members everybody in its organisation, with what they are there and in the project
 */
record Owners(
        String groupId, String projectName, String orgId, String orgName, List<Owner> owners, List<Person> members) {

    /** A person. */
    record Owner(String id, String name, String email) {}

    /** Somebody who may be told by role. */
    record Person(String email, Set<OrgRole> orgRoles, Set<ProjectRole> projectRoles) {}

    /** @param members everybody of the organisation; who was named as an owner of the project is meant, without any such the organisation's owners */
    static Owners of(Project project, Organization organization, List<Member> members) {
        List<Member> named =
                members.stream().filter(member -> member.owns(project.id())).toList();
        List<Member> meant =
                named.isEmpty() ? members.stream().filter(Member::isOwner).toList() : named;
        return new Owners(
                project.id(),
                project.name(),
                organization.id(),
                organization.name(),
                meant.stream()
                        .map(member -> new Owner(member.id(), member.name(), member.email()))
                        .toList(),
                members.stream()
                        .map(member -> new Person(
                                member.email(),
                                member.orgRoles(),
                                member.projectRoles().getOrDefault(project.id(), Set.of())))
                        .toList());
    }
}
