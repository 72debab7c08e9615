package io.keyward.config.project;

import io.keyward.atlas.Link;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;

/** A project as it is answered. */
public record ProjectView(
        long clusterCount,
        Instant created,
        String id,
        List<Link> links,
        String name,
        String orgId,
        List<Project.Tag> tags,
        boolean withDefaultAlertsSettings) {

    public static ProjectView of(ProjectStore.Found found, UriInfo uri) {
        return of(
                found.project(), found.clusterCount(), self(uri, found.project().id()));
    }

    static ProjectView of(Project project, long clusterCount, String self) {
        return new ProjectView(
                clusterCount,
                project.createdAt(),
                project.id(),
                List.of(new Link(self, "self")),
                project.name(),
                project.orgId(),
                project.tags(),
                project.withDefaultAlertsSettings());
    }

    static String self(UriInfo uri, String groupId) {
        return uri.getBaseUriBuilder()
                .path("/api/atlas/v2/groups")
                .path(groupId)
                .build()
                .toString();
    }
}
