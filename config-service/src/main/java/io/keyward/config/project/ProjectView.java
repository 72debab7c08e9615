package io.keyward.config.project;

import io.keyward.atlas.Link;
import java.time.Instant;
import java.util.List;

/** A project as it is answered. */
record ProjectView(
        long clusterCount,
        Instant created,
        String id,
        List<Link> links,
        String name,
        String orgId,
        List<Project.Tag> tags,
        boolean withDefaultAlertsSettings) {

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
}
