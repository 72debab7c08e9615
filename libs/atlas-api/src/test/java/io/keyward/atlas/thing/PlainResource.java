package io.keyward.atlas.thing;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** A resource without versions. */
@Path("/api/keyward/v1/plain")
@Produces("application/json")
public class PlainResource {

    @GET
    public Uni<Map<String, String>> get() {
        return Uni.createFrom().item(Map.of("plain", "yes"));
    }

    @DELETE
    public Uni<Void> forget() {
        return Uni.createFrom().voidItem();
    }

    @POST
    public Uni<Map<String, String>> act() {
        return Uni.createFrom().item(Map.of("done", "yes"));
    }

    @POST
    @Path("/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Map<String, Object>> form(String form) {
        return Uni.createFrom()
                .item(() -> Map.of("thread", Thread.currentThread().getName(), "length", form.length()));
    }
}
