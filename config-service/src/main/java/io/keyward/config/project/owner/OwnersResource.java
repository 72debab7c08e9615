package io.keyward.config.project.owner;

import io.keyward.atlas.MediaTypes;
import io.keyward.config.organization.OrganizationStore;
import io.keyward.config.organization.member.MemberStore;
import io.keyward.config.project.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Tells the other services whom to write to. Internal port only. */
@Path("/internal/v1/projects/{groupId}/owners")
@Produces(MediaTypes.KEYWARD_V1)
public class OwnersResource {
    private final ProjectStore projects;
    private final OrganizationStore organizations;
    private final MemberStore members;

    OwnersResource(ProjectStore projects, OrganizationStore organizations, MemberStore members) {
        this.projects = projects;
        this.organizations = organizations;
        this.members = members;
    }

    /** The owners of a project; 404 when there is no such project. */
    @GET
    public Uni<Owners> get(@PathParam("groupId") String groupId) {
        return projects.get(groupId)
                .chain(project -> organizations.get(project.orgId()).chain(organization -> members.of(project.orgId())
                        .map(known -> Owners.of(project, organization, known))));
    }
}
