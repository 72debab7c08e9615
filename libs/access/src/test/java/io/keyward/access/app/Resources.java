package io.keyward.access.app;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ForDrivers;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.access.peer.ApiKeyDocument;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.keyward.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;

/** One resource for each kind of door. */
public final class Resources {
    private Resources() {}

    public record Setting(String value) {}

    @Path("/api/atlas/v2/groups")
    @Produces(MediaTypes.V2023_01_01)
    public static class Groups {
        private final CurrentCaller caller;

        Groups(CurrentCaller caller) {
            this.caller = caller;
        }

        @GET
        public Uni<Map<String, String>> whoAmI() {
            return Uni.createFrom()
                    .item(Map.of(
                            "name", caller.get().name(), "address", caller.get().address()));
        }

        @GET
        @Path("/{groupId}/setting")
        @Requires(ProjectRole.GROUP_READ_ONLY)
        public Uni<Setting> get(@PathParam("groupId") String groupId) {
            return Uni.createFrom().item(new Setting(groupId));
        }

        @PATCH
        @Path("/{groupId}/setting")
        @Requires(ProjectRole.GROUP_OWNER)
        public Uni<Setting> change(@PathParam("groupId") String groupId, Setting setting) {
            return Uni.createFrom().item(setting);
        }

        @POST
        @Path("/{groupId}/setting")
        @Requires(ProjectRole.GROUP_CLUSTER_MANAGER)
        public Uni<Setting> add(@PathParam("groupId") String groupId, Setting setting) {
            return Uni.createFrom().item(setting);
        }
    }

    @Path("/api/keyward/v1/clusters/{clusterId}/observed")
    @Produces(MediaTypes.KEYWARD_V1)
    public static class Observed {
        @PUT
        @ForDrivers
        public Uni<Setting> report(Setting setting) {
            return Uni.createFrom().item(setting);
        }
    }

    @Path("/api/atlas/v2/unauth/addresses")
    @Produces(MediaTypes.V2023_01_01)
    public static class Addresses {
        @GET
        public Uni<Map<String, String>> get() {
            return Uni.createFrom().item(Map.of("inbound", "none"));
        }
    }

    @Path("/internal/v1/api-keys/{publicKey}")
    @Produces(MediaTypes.KEYWARD_V1)
    public static class ApiKeys {
        private final KnownKeys keys;
        private final Sealer sealer;

        ApiKeys(KnownKeys keys, Sealer sealer) {
            this.keys = keys;
            this.sealer = sealer;
        }

        @GET
        public Uni<ApiKeyDocument> get(@PathParam("publicKey") String publicKey) {
            return Uni.createFrom()
                    .item(keys.find(publicKey)
                            .map(key -> ApiKeyDocument.of(key, sealer))
                            .orElseThrow(() -> Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, publicKey)));
        }
    }
}
