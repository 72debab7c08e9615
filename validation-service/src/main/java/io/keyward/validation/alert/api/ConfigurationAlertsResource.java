package io.keyward.validation.alert.api;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.validation.alert.configuration.ConfigurationStore;
import io.keyward.validation.alert.store.AlertPageStore;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** The alerts of one alert configuration. */
@Path("/api/atlas/v2/groups/{groupId}/alertConfigs/{alertConfigId}/alerts")
@Produces(MediaTypes.V2023_01_01)
public class ConfigurationAlertsResource {
    private final ConfigurationStore configurations;
    private final AlertPageStore alerts;
    private final CurrentCaller caller;

    ConfigurationAlertsResource(ConfigurationStore configurations, AlertPageStore alerts, CurrentCaller caller) {
        this.configurations = configurations;
        this.alerts = alerts;
        this.caller = caller;
    }

    /** The alerts that are open by a configuration. */
    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Page<AlertView>> list(
            @PathParam("groupId") String groupId,
            @PathParam("alertConfigId") String id,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return configurations
                .find(groupId, AlertInputRules.configurationId(id))
                .map(found -> found.orElseThrow(() -> Refusal.of(ErrorCode.ALERT_CONFIG_NOT_FOUND, id, groupId)))
                .chain(() -> alerts.openBy(groupId, id, paging.offset(), paging.itemsPerPage()))
                .map(slice -> paging.page(
                        slice.alerts().stream()
                                .map(alert -> AlertView.of(
                                        alert, caller.get().orgId(), AlertLinks.selfOf(uri, alert), slice.readAt()))
                                .toList(),
                        slice.total()));
    }
}
