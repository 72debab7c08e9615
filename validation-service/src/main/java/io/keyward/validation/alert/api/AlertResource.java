package io.keyward.validation.alert.api;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Link;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.version.VersionSunset;
import io.keyward.messaging.Detached;
import io.keyward.validation.Actors;
import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.Alert.Acknowledgement;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.configuration.ConfigurationStore;
import io.keyward.validation.alert.configuration.MatchRules;
import io.keyward.validation.alert.store.AlertPageStore;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project's alerts: what people have to know of, and that they have seen it. */
@Path("/api/atlas/v2/groups/{groupId}/alerts")
public class AlertResource {
    private final AlertPageStore store;
    private final ConfigurationStore configurations;
    private final AlertConfigViews views;
    private final CurrentCaller caller;
    private final Clock clock;

    AlertResource(
            AlertPageStore store,
            ConfigurationStore configurations,
            AlertConfigViews views,
            CurrentCaller caller,
            Clock clock) {
        this.store = store;
        this.configurations = configurations;
        this.views = views;
        this.caller = caller;
        this.clock = clock;
    }

    /** Newest first, all or those of one state. */
    @GET
    @Produces(MediaTypes.V2023_01_01)
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Page<AlertView>> list(
            @PathParam("groupId") String groupId,
            @QueryParam("status") @Nullable String status,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return store.newest(groupId, AlertInputRules.status(status), paging.offset(), paging.itemsPerPage())
                .map(slice -> paging.page(
                        slice.alerts().stream()
                                .map(alert -> view(alert, AlertLinks.selfOf(uri, alert)))
                                .toList(),
                        slice.total()));
    }

    @GET
    @Path("/{alertId}")
    @Produces(MediaTypes.V2023_01_01)
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<AlertView> get(
            @PathParam("groupId") String groupId, @PathParam("alertId") String alertId, @Context UriInfo uri) {
        return existing(groupId, alertId).map(alert -> view(alert, AlertLinks.of(uri, alert)));
    }

    /** The configurations behind an alert: the one that raised it, and those that are about the same and have their own alerts, as they are now. */
    @GET
    @Path("/{alertId}/alertConfigs")
    @Produces(MediaTypes.V2023_01_01)
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Page<AlertConfigView>> configurations(
            @PathParam("groupId") String groupId,
            @PathParam("alertId") String alertId,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return existing(groupId, alertId)
                .chain(alert -> configurations.ofProject(groupId).map(all -> all.stream()
                        .filter(one -> isBehind(alert, one))
                        .toList()))
                .chain(behind -> views.listed(groupId, behind, uri))
                .map(paging::slice);
    }

    /** Says until when no reminder is needed, or takes that back. */
    @PATCH
    @Path("/{alertId}")
    @Produces(MediaTypes.V2024_05_30)
    @Requires(ProjectRole.GROUP_ALERTS_MANAGER)
    public Uni<AlertView> acknowledge(
            @PathParam("groupId") String groupId,
            @PathParam("alertId") String alertId,
            @NotNull @Valid AcknowledgeRequest.Of2024 request,
            @Context UriInfo uri) {
        if (Boolean.TRUE.equals(request.unacknowledgeAlert())) {
            return acknowledge(groupId, alertId, (Acknowledgement) null, uri);
        }
        var until = request.acknowledgedUntil();
        if (until == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "acknowledgedUntil");
        }
        return acknowledge(groupId, alertId, acknowledgement(until, request.acknowledgementComment()), uri);
    }

    /** The same with the alert itself as body: without a date, the acknowledgement is taken back. */
    @PATCH
    @Path("/{alertId}")
    @Produces(MediaTypes.V2023_01_01)
    @VersionSunset(version = MediaTypes.V2023_01_01, date = "2027-07-01")
    @Requires(ProjectRole.GROUP_ALERTS_MANAGER)
    public Uni<AlertView> acknowledge2023(
            @PathParam("groupId") String groupId,
            @PathParam("alertId") String alertId,
            @NotNull @Valid AcknowledgeRequest.Of2023 request,
            @Context UriInfo uri) {
        var until = request.acknowledgedUntil();
        var acknowledgement = until == null ? null : acknowledgement(until, request.acknowledgementComment());
        return acknowledge(groupId, alertId, acknowledgement, uri);
    }

    private Uni<AlertView> acknowledge(
            String groupId, String alertId, @Nullable Acknowledgement acknowledgement, UriInfo uri) {
        var id = AlertInputRules.alertId(alertId);
        var actor = Actors.of(caller.get());
        return Detached.run(() -> store.acknowledge(groupId, id, acknowledgement, actor))
                .map(found -> found.orElseThrow(() -> unknown(groupId, alertId)))
                .map(alert -> view(alert, AlertLinks.of(uri, alert)));
    }

    private Acknowledgement acknowledgement(Instant until, @Nullable String comment) {
        return new Acknowledgement(
                AlertInputRules.notPast(until, clock.instant()),
                comment,
                caller.get().name());
    }

    private Uni<Alert> existing(String groupId, String alertId) {
        return store.find(groupId, AlertInputRules.alertId(alertId))
                .map(found -> found.orElseThrow(() -> unknown(groupId, alertId)));
    }

    private static boolean isBehind(Alert alert, AlertConfiguration configuration) {
        return configuration.id().equals(alert.configurationId())
                || MatchRules.concerns(configuration.content(), alert.type(), alert.subject());
    }

    private AlertView view(Alert alert, List<Link> links) {
        return AlertView.of(alert, caller.get().orgId(), links, clock.instant());
    }

    private static Refusal unknown(String groupId, String alertId) {
        return Refusal.of(ErrorCode.ALERT_NOT_FOUND, alertId, groupId);
    }
}
