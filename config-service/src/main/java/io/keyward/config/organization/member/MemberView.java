package io.keyward.config.organization.member;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.Link;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** A member as it is answered. */
public record MemberView(
        String email,
        String id,
        List<Link> links,
        String name,
        List<OrgRole> orgRoles,
        List<ProjectRoles> projectRoles) {

    /** What somebody is to a project. */
    public record ProjectRoles(String groupId, List<ProjectRole> roles) {}

    /** @param uri of the request, whose host the link names */
    public static MemberView of(Member member, UriInfo uri) {
        String self = uri.getBaseUriBuilder()
                .path("/api/keyward/v1/orgs")
                .path(member.orgId())
                .path("members")
                .path(member.id())
                .build()
                .toString();
        return new MemberView(
                member.email(),
                member.id(),
                List.of(new Link(self, "self")),
                member.name(),
                member.orgRoles().stream().sorted().toList(),
                member.orderedProjectRoles().entrySet().stream()
                        .map(project -> new ProjectRoles(
                                project.getKey(),
                                project.getValue().stream().sorted().toList()))
                        .toList());
    }
}
