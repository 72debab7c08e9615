package io.keyward.access.app;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ForAnyone;
import io.keyward.access.ForDrivers;
import io.keyward.access.ForOperators;
import io.keyward.access.Open;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.access.RequiresOrg;
import io.keyward.access.peer.ApiKeyDocument;
import io.keyward.access.peer.PrincipalDocument;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.token.SigningKey;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        @ForAnyone
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

    @Path("/api/keyward/v1/groups/{groupId}/apiKeys")
    @Produces(MediaTypes.KEYWARD_V1)
    public static class GroupKeys {
        @GET
        @Requires(value = ProjectRole.GROUP_OWNER, orOrg = OrgRole.ORG_OWNER)
        public Uni<Setting> get(@PathParam("groupId") String groupId) {
            return Uni.createFrom().item(new Setting(groupId));
        }
    }

    @Path("/api/keyward/v1/orgs")
    @Produces(MediaTypes.KEYWARD_V1)
    public static class Organizations {
        @GET
        @ForOperators
        public Uni<Setting> list() {
            return Uni.createFrom().item(new Setting("all"));
        }

        @GET
        @Path("/{orgId}")
        @RequiresOrg(OrgRole.ORG_MEMBER)
        @ForOperators
        public Uni<Setting> get(@PathParam("orgId") String orgId) {
            return Uni.createFrom().item(new Setting(orgId));
        }

        @GET
        @Path("/{orgId}/apiKeys")
        @RequiresOrg(OrgRole.ORG_OWNER)
        public Uni<Setting> keys(@PathParam("orgId") String orgId) {
            return Uni.createFrom().item(new Setting(orgId));
        }
    }

    @Path("/api/oauth")
    @Produces(MediaType.APPLICATION_JSON)
    public static class OAuth {
        @POST
        @Path("/token")
        @Open
        public Uni<Setting> token() {
            return Uni.createFrom().item(new Setting("token"));
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
        @Open
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
            Optional<ApiKey> found = keys.find(publicKey);
            return answer(
                    keys, Uni.createFrom().completionStage(keys.way(publicKey)).map(released -> found.map(
                                    key -> ApiKeyDocument.of(key, sealer))
                            .orElseThrow(() -> Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, publicKey))));
        }
    }

    @Path("/internal/v1/tokens/{tokenId}")
    @Produces(MediaTypes.KEYWARD_V1)
    public static class Tokens {
        private final KnownKeys keys;

        Tokens(KnownKeys keys) {
            this.keys = keys;
        }

        @GET
        public Uni<PrincipalDocument> get(
                @PathParam("tokenId") String tokenId, @QueryParam("clientId") String clientId) {
            return answer(keys, Uni.createFrom().item(() -> keys.findAccount(tokenId, clientId)
                    .map(PrincipalDocument::of)
                    .orElseThrow(() -> Refusal.of(ErrorCode.RESOURCE_NOT_FOUND, tokenId))));
        }
    }

    @Path("/internal/v1/token-keys")
    @Produces(MediaType.APPLICATION_JSON)
    public static class TokenKeys {
        private final KnownKeys keys;

        TokenKeys(KnownKeys keys) {
            this.keys = keys;
        }

        @GET
        public Uni<String> get() {
            return answer(keys, Uni.createFrom().item(SigningKey.publish(List.of(keys.signingKey()))));
        }
    }

    private static <T> Uni<T> answer(KnownKeys keys, Uni<T> answer) {
        return keys.isDown() ? Uni.createFrom().failure(Refusal.of(ErrorCode.SERVICE_UNAVAILABLE)) : answer;
    }
}
