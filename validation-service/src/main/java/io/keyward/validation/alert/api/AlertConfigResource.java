package io.keyward.validation.alert.api;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.validation.alert.rules.AlertPolicy;
import io.keyward.validation.alert.setup.AlertConfiguration;
import io.keyward.validation.alert.setup.SetupStore;
import io.keyward.validation.alert.store.AlertConfig;
import io.keyward.validation.alert.store.AlertPageStore;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** Of what a project is told, and how. */
@Path("/api/atlas/v2/groups/{groupId}/alertConfigs")
@Produces(MediaTypes.V2023_01_01)
@Requires(ProjectRole.GROUP_READ_ONLY)
public class AlertConfigResource {
    private final SetupStore setup;
    private final AlertPageStore alerts;
    private final CurrentCaller caller;
    private final AlertPolicy policy;

    AlertConfigResource(SetupStore setup, AlertPageStore alerts, CurrentCaller caller, AlertConfig config) {
        this.setup = setup;
        this.alerts = alerts;
        this.caller = caller;
        this.policy = AlertConfig.policyOf(config);
    }

    @GET
    public Uni<Page<AlertConfigView>> list(
            @PathParam("groupId") String groupId, @BeanParam Paging paging, @Context UriInfo uri) {
        return setup.configurations(groupId)
                .map(all -> paging.slice(all.stream()
                        .map(one -> AlertConfigView.of(one, policy, AlertLinks.selfOf(uri, one)))
                        .toList()));
    }

    @GET
    @Path("/{alertConfigId}")
    public Uni<AlertConfigView> get(
            @PathParam("groupId") String groupId, @PathParam("alertConfigId") String id, @Context UriInfo uri) {
        return existing(groupId, id).map(one -> AlertConfigView.of(one, policy, AlertLinks.of(uri, one)));
    }

    /** The alerts that are open by a configuration. */
    @GET
    @Path("/{alertConfigId}/alerts")
    public Uni<Page<AlertView>> alerts(
            @PathParam("groupId") String groupId,
            @PathParam("alertConfigId") String id,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return existing(groupId, id)
                .chain(() -> alerts.openBy(groupId, id, paging.offset(), paging.itemsPerPage()))
                .map(slice -> paging.page(
                        slice.alerts().stream()
                                .map(alert -> AlertView.of(alert, caller.get().orgId(), AlertLinks.selfOf(uri, alert)))
                                .toList(),
                        slice.total()));
    }

    private Uni<AlertConfiguration> existing(String groupId, String id) {
        var wanted = AlertInputRules.configurationId(id);
        return setup.configurations(groupId).map(all -> all.stream()
                .filter(configuration -> configuration.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Refusal.of(ErrorCode.ALERT_CONFIG_NOT_FOUND, id, groupId)));
    }
}
