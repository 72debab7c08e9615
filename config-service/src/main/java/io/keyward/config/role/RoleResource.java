package io.keyward.config.role;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cloud provider access of a project: roles that we may assume in the customer's AWS account. */
@Path("/api/atlas/v2/groups/{groupId}/cloudProviderAccess")
@Produces(MediaTypes.V2023_01_01)
public class RoleResource {
    private static final String AWS = "AWS";

    private final RoleService service;
    private final RoleStore store;
    private final RoleUsers users;
    private final CurrentCaller caller;
    private final RoleConfig config;

    RoleResource(RoleService service, RoleStore store, RoleUsers users, CurrentCaller caller, RoleConfig config) {
        this.service = service;
        this.store = store;
        this.users = users;
        this.caller = caller;
        this.config = config;
    }

    @POST
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<RoleView> create(@PathParam("groupId") String groupId, @NotNull RoleRequest request) {
        requireAws("providerName", request.providerName());
        return service.create(groupId).map(role -> RoleView.of(role, false, config.accountArn()));
    }

    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<RoleView.Roles> list(@PathParam("groupId") String groupId) {
        return store.list(groupId)
                .chain(roles -> users.usedIn(groupId).map(used -> roles.stream()
                        .map(role -> RoleView.of(role, used.contains(role.id()), config.accountArn()))
                        .toList()))
                .map(views -> new RoleView.Roles(views, List.of(), List.of()));
    }

    @GET
    @Path("/{roleId}")
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<RoleView> get(@PathParam("groupId") String groupId, @PathParam("roleId") String roleId) {
        return service.get(groupId, roleId).chain(this::view);
    }

    /** Authorises a role, or gives it another ARN. */
    @PATCH
    @Path("/{roleId}")
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<RoleView> authorize(
            @PathParam("groupId") String groupId, @PathParam("roleId") String roleId, @NotNull RoleRequest request) {
        requireAws("providerName", request.providerName());
        String arn = requireArn(request.iamAssumedRoleArn());
        return service.authorize(groupId, roleId, arn, caller.get().actor()).chain(this::view);
    }

    @DELETE
    @Path("/{cloudProvider}/{roleId}")
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<Void> delete(
            @PathParam("groupId") String groupId,
            @PathParam("cloudProvider") String cloudProvider,
            @PathParam("roleId") String roleId) {
        requireAws("cloudProvider", cloudProvider);
        return service.delete(groupId, roleId);
    }

    private Uni<RoleView> view(AwsRole role) {
        return users.usedIn(role.groupId())
                .map(used -> RoleView.of(role, used.contains(role.id()), config.accountArn()));
    }

    private static void requireAws(String name, @Nullable String provider) {
        if (provider == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, name).withField(name, "must be " + AWS);
        }
        if (!provider.equals(AWS)) {
            throw Refusal.of(ErrorCode.INVALID_PROVIDER, provider)
                    .withDetail(provider + " is not a cloud provider that can be used here. Allowed: " + AWS + ".");
        }
    }

    private static String requireArn(@Nullable String arn) {
        if (arn == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "iamAssumedRoleArn");
        }
        if (!RoleRules.isRoleArn(arn)) {
            throw Refusal.of(ErrorCode.INVALID_ATTRIBUTE, "iamAssumedRoleArn")
                    .withDetail("iamAssumedRoleArn must be the ARN of an IAM role, such as"
                            + " arn:aws:iam::111122223333:role/name.");
        }
        return arn;
    }
}
