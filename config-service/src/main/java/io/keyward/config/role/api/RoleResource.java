package io.keyward.config.role.api;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.config.role.CloudRole;
import io.keyward.config.role.RoleStore;
import io.keyward.config.role.RoleUses;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Cloud provider access of a project: the ways into the customer's clouds. */
@Path("/api/atlas/v2/groups/{groupId}/cloudProviderAccess")
@Produces(MediaTypes.V2023_01_01)
public class RoleResource {
    private final RoleService service;
    private final RoleStore store;
    private final RoleUses uses;
    private final CurrentCaller caller;
    private final RoleConfig config;

    RoleResource(RoleService service, RoleStore store, RoleUses uses, CurrentCaller caller, RoleConfig config) {
        this.service = service;
        this.store = store;
        this.uses = uses;
        this.caller = caller;
        this.config = config;
    }

    @POST
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<RoleView> create(@PathParam("groupId") String groupId, @NotNull RoleRequest request) {
        return service.create(groupId, request, caller.get().actor())
                .map(role -> RoleView.of(role, false, config.accountArn()));
    }

    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<RoleView.Roles> list(@PathParam("groupId") String groupId) {
        return store.list(groupId)
                .chain(roles -> uses.in(groupId).map(used -> roles.stream()
                        .map(role -> RoleView.of(role, used.containsKey(role.id()), config.accountArn()))
                        .toList()))
                .map(RoleView.Roles::of);
    }

    @GET
    @Path("/{roleId}")
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<RoleView> get(@PathParam("groupId") String groupId, @PathParam("roleId") String roleId) {
        return store.get(groupId, roleId).chain(this::view);
    }

    /** Authorises a role, or changes what it names in the customer's cloud. */
    @PATCH
    @Path("/{roleId}")
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<RoleView> authorize(
            @PathParam("groupId") String groupId, @PathParam("roleId") String roleId, @NotNull RoleRequest request) {
        return service.authorize(groupId, roleId, request, caller.get().actor()).chain(this::view);
    }

    @DELETE
    @Path("/{cloudProvider}/{roleId}")
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<Void> delete(
            @PathParam("groupId") String groupId,
            @PathParam("cloudProvider") String cloudProvider,
            @PathParam("roleId") String roleId) {
        return service.delete(
                groupId,
                RoleFields.cloud("cloudProvider", cloudProvider),
                roleId,
                caller.get().actor());
    }

    private Uni<RoleView> view(CloudRole role) {
        return uses.in(role.groupId()).map(used -> RoleView.of(role, used.containsKey(role.id()), config.accountArn()));
    }
}
