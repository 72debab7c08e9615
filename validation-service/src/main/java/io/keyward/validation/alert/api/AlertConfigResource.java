package io.keyward.validation.alert.api;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.messaging.Detached;
import io.keyward.validation.Actors;
import io.keyward.validation.alert.channel.Sealing;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.configuration.ConfigurationStore;
import io.keyward.validation.alert.request.ConfigurationRequest;
import io.keyward.validation.alert.request.ConfigurationRules;
import io.keyward.validation.alert.request.ToggleRequest;
import io.keyward.validation.alert.setup.ConfigurationEditStore;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Of what a project is told, and how. */
@Path("/api/atlas/v2/groups/{groupId}/alertConfigs")
@Produces(MediaTypes.V2023_01_01)
public class AlertConfigResource {
    private final ConfigurationStore configurations;
    private final ConfigurationEditStore edits;
    private final AlertConfigViews views;
    private final CurrentCaller caller;
    private final Sealing sealing;

    AlertConfigResource(
            ConfigurationStore configurations,
            ConfigurationEditStore edits,
            AlertConfigViews views,
            CurrentCaller caller,
            Sealing sealing) {
        this.configurations = configurations;
        this.edits = edits;
        this.views = views;
        this.caller = caller;
        this.sealing = sealing;
    }

    /** Oldest first. */
    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Page<AlertConfigView>> list(
            @PathParam("groupId") String groupId, @BeanParam Paging paging, @Context UriInfo uri) {
        return configurations
                .ofProject(groupId)
                .chain(all -> views.listed(groupId, all, uri))
                .map(paging::slice);
    }

    @POST
    @Requires(ProjectRole.GROUP_ALERTS_MANAGER)
    public Uni<RestResponse<AlertConfigView>> create(
            @PathParam("groupId") String groupId, @NotNull ConfigurationRequest request, @Context UriInfo uri) {
        var content = ConfigurationRules.read(request, List.of(), seal(groupId));
        var actor = Actors.of(caller.get());
        return Detached.run(() -> edits.create(groupId, content, actor))
                .map(made ->
                        made.orElseThrow(() -> Refusal.of(ErrorCode.MAX_ALERT_CONFIGS_PER_GROUP_EXCEEDED, groupId)))
                .chain(made -> views.one(made, uri))
                .map(AlertConfigResource::created);
    }

    @GET
    @Path("/{alertConfigId}")
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<AlertConfigView> get(
            @PathParam("groupId") String groupId, @PathParam("alertConfigId") String id, @Context UriInfo uri) {
        return existing(groupId, id).chain(one -> views.one(one, uri));
    }

    /** Makes it what the request says, and nothing else; secrets that are sent back as they are shown stay. */
    @PUT
    @Path("/{alertConfigId}")
    @Requires(ProjectRole.GROUP_ALERTS_MANAGER)
    public Uni<AlertConfigView> replace(
            @PathParam("groupId") String groupId,
            @PathParam("alertConfigId") String id,
            @NotNull ConfigurationRequest request,
            @Context UriInfo uri) {
        return change(
                groupId, id, before -> ConfigurationRules.read(request, before.notifications(), seal(groupId)), uri);
    }

    /** Turns it on or off. */
    @PATCH
    @Path("/{alertConfigId}")
    @Requires(ProjectRole.GROUP_ALERTS_MANAGER)
    public Uni<AlertConfigView> toggle(
            @PathParam("groupId") String groupId,
            @PathParam("alertConfigId") String id,
            @NotNull ToggleRequest request,
            @Context UriInfo uri) {
        boolean enabled = ConfigurationRules.enabled(request);
        return change(groupId, id, before -> before.enabled(enabled), uri);
    }

    /** Its alerts that are open are cancelled. */
    @DELETE
    @Path("/{alertConfigId}")
    @Requires(ProjectRole.GROUP_ALERTS_MANAGER)
    public Uni<Void> delete(@PathParam("groupId") String groupId, @PathParam("alertConfigId") String id) {
        var wanted = AlertInputRules.configurationId(id);
        var actor = Actors.of(caller.get());
        return Detached.run(() -> edits.delete(groupId, wanted, actor))
                .invoke(found -> {
                    if (!found) {
                        throw unknown(groupId, id);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<AlertConfigView> change(
            String groupId, String id, UnaryOperator<AlertConfiguration.Content> change, UriInfo uri) {
        var wanted = AlertInputRules.configurationId(id);
        var actor = Actors.of(caller.get());
        return Detached.run(() -> edits.change(groupId, wanted, change, actor))
                .map(found -> found.orElseThrow(() -> unknown(groupId, id)))
                .chain(changed -> views.one(changed, uri));
    }

    private Uni<AlertConfiguration> existing(String groupId, String id) {
        return configurations
                .find(groupId, AlertInputRules.configurationId(id))
                .map(found -> found.orElseThrow(() -> unknown(groupId, id)));
    }

    private UnaryOperator<String> seal(String groupId) {
        return secret -> sealing.seal(groupId, secret);
    }

    private static RestResponse<AlertConfigView> created(AlertConfigView view) {
        var self = URI.create(view.links().getFirst().href());
        return ResponseBuilder.<AlertConfigView>created(self).entity(view).build();
    }

    private static Refusal unknown(String groupId, String id) {
        return Refusal.of(ErrorCode.ALERT_CONFIG_NOT_FOUND, id, groupId);
    }
}
