package io.keyward.atlas.thing;

import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.limit.RateLimitScope;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A resource of projects, with callers who are believed what they say. */
@Path("/api/atlas/v2/groups/{groupId}/events")
@Produces(MediaTypes.V2023_01_01)
public class EventsResource {

    @GET
    public Uni<Map<String, String>> list(@PathParam("groupId") String groupId) {
        return Uni.createFrom().item(Map.of("groupId", groupId));
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
    void believe(RoutingContext http) {
        String caller = http.request().getHeader("Caller");
        if (caller != null) {
            RateLimitScope.setCaller(http, caller);
        }
    }
}
