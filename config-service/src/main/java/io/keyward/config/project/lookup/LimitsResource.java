package io.keyward.config.project.lookup;

import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.keyward.config.project.ProjectConfig;
import io.keyward.config.project.ProjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;

/** How much a project may have. Only limits that are kept to are told; answered as a bare JSON array. */
@Path("/api/atlas/v2/groups/{groupId}/limits")
@Produces(MediaTypes.V2023_01_01)
public class LimitsResource {
    private static final String CLUSTERS = "atlas.project.deployment.clusters";

    private final ProjectStore projects;
    private final ProjectConfig config;

    LimitsResource(ProjectStore projects, ProjectConfig config) {
        this.projects = projects;
        this.config = config;
    }

    /**
     * A limit. It is the same for every project of an installation.
     *
     * @param value what the project may have
     */
    public record Limit(long currentUsage, long defaultLimit, long maximumLimit, String name, long value) {}

    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<List<Limit>> list(@PathParam("groupId") String groupId) {
        return clusters(groupId).map(List::of);
    }

    @GET
    @Path("/{limitName}")
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Limit> get(@PathParam("groupId") String groupId, @PathParam("limitName") String name) {
        if (!name.equals(CLUSTERS)) {
            throw Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, "limits/" + name)
                    .withDetail("There is no limit named " + name + ". There is: " + CLUSTERS + ".");
        }
        return clusters(groupId);
    }

    private Uni<Limit> clusters(String groupId) {
        int max = config.maxClusters();
        return projects.find(groupId).map(found -> new Limit(found.clusterCount(), max, max, CLUSTERS, max));
    }
}
