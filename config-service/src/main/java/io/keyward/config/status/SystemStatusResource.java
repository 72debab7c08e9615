package io.keyward.config.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.access.Caller;
import io.keyward.access.CurrentCaller;
import io.keyward.access.ForAnyone;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.Link;
import io.keyward.atlas.MediaTypes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Says that the API is there, and to whom it is talking. */
@Path("/api/atlas/v2")
@Produces(MediaTypes.V2023_01_01)
public class SystemStatusResource {
    private final CurrentCaller current;
    private final String build;

    SystemStatusResource(CurrentCaller current, Config config) {
        this.current = current;
        this.build = config.getOptionalValue("quarkus.application.version", String.class)
                .orElse("unknown");
    }

    @GET
    @ForAnyone
    public SystemStatus get(@Context UriInfo uri) {
        String self = uri.getAbsolutePath().toString();
        return new SystemStatus(
                SystemStatus.Key.of(current.get()), "Keyward", build, List.of(new Link(self, "self")), false);
    }

    /**
     * What is answered.
     *
     * @param apiKey the caller's API key; null for callers with a token
     * @param throttling always false: whoever is throttled gets 429 instead
     */
    public record SystemStatus(
            @Nullable Key apiKey, String appName, String build, List<Link> links, boolean throttling) {

        /** The API key that a caller used. */
        public record Key(String id, String publicKey, List<Role> roles) {

            static @Nullable Key of(Caller caller) {
                return caller.kind() == Caller.Kind.API_KEY ? new Key(caller.id(), caller.name(), roles(caller)) : null;
            }

            private static List<Role> roles(Caller caller) {
                List<Role> roles = new ArrayList<>();
                for (OrgRole role : caller.orgRoles()) {
                    roles.add(new Role(null, caller.orgId(), role.name()));
                }
                new TreeMap<>(caller.projectRoles()).forEach((groupId, granted) -> {
                    for (ProjectRole role : granted) {
                        roles.add(new Role(groupId, null, role.name()));
                    }
                });
                return roles;
            }
        }

        /** A role in the organisation or in a project; the one that it is not in is left out. */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Role(
                @Nullable String groupId, @Nullable String orgId, String roleName) {}
    }
}
