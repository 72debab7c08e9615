package io.keyward.config.project;

import io.keyward.config.organization.Organization;
import java.util.List;

/** Whom to tell what happens to a project. */
record Owners(String groupId, String projectName, String orgId, String orgName, List<Owner> owners) {

    /** A person. */
    record Owner(String id, String name, String email) {}

    /**
     * @param named ids of the members that were named as owners of the project; without any, those of the organisation are meant
     */
    static Owners of(Project project, Organization organization, List<String> named) {
        List<Organization.Member> members = named.isEmpty()
                ? organization.owners()
                : organization.members().stream()
                        .filter(member -> named.contains(member.id()))
                        .toList();
        return new Owners(
                project.id(),
                project.name(),
                organization.id(),
                organization.name(),
                members.stream()
                        .map(member -> new Owner(member.id(), member.name(), member.email()))
                        .toList());
    }
}
