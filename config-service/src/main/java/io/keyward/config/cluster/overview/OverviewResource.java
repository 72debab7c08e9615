package io.keyward.config.cluster.overview;

import io.keyward.access.Caller;
import io.keyward.access.CurrentCaller;
import io.keyward.access.ForAnyone;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.config.Slice;
import io.keyward.config.cluster.store.ClusterSummaryStore;
import io.keyward.config.cluster.store.ClusterSummaryStore.ClusterSummary;
import io.keyward.config.organization.Organization;
import io.keyward.config.organization.OrganizationStore;
import io.keyward.config.project.ProjectStore;
import io.keyward.config.project.ProjectStore.Found;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The clusters of all projects in which the caller has a role; pages count projects. */
@Path("/api/atlas/v2/clusters")
@Produces(MediaTypes.V2023_01_01)
public class OverviewResource {
    private final ProjectStore projects;
    private final OrganizationStore organizations;
    private final ClusterSummaryStore clusters;
    private final CurrentCaller caller;

    OverviewResource(
            ProjectStore projects,
            OrganizationStore organizations,
            ClusterSummaryStore clusters,
            CurrentCaller caller) {
        this.projects = projects;
        this.organizations = organizations;
        this.clusters = clusters;
        this.caller = caller;
    }

    /** Oldest project first; a project without clusters is listed with none. */
    @GET
    @ForAnyone
    public Uni<Page<OverviewView>> list(@BeanParam Paging paging) {
        List<String> mine = projectsOf(caller.get());
        return projects.list(mine, "", paging).chain(page -> complete(page, paging));
    }

    private Uni<Page<OverviewView>> complete(Slice<Found> page, Paging paging) {
        if (page.items().isEmpty()) {
            return Uni.createFrom().item(paging.page(List.of(), page.total()));
        }
        List<String> groupIds =
                page.items().stream().map(found -> found.project().id()).toList();
        return organizations.get(caller.get().orgId()).map(Organization::name).chain(orgName -> clusters.of(groupIds)
                .map(OverviewResource::byProject)
                .map(found -> page.page(paging, project -> view(project, orgName, found))));
    }

    private static OverviewView view(Found found, String orgName, Map<String, List<ClusterSummary>> clusters) {
        return OverviewView.of(
                found.project(), orgName, clusters.getOrDefault(found.project().id(), List.of()));
    }

    private static Map<String, List<ClusterSummary>> byProject(List<ClusterSummary> clusters) {
        return clusters.stream().collect(Collectors.groupingBy(ClusterSummary::groupId));
    }

    private static List<String> projectsOf(Caller caller) {
        return caller.projectRoles().entrySet().stream()
                .filter(project -> !project.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
