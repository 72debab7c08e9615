package io.keyward.atlas.thing;

import static io.keyward.atlas.MediaTypes.V2023_01_01;
import static io.keyward.atlas.MediaTypes.V2023_02_01;
import static io.keyward.atlas.MediaTypes.V2024_08_05;
import static io.keyward.atlas.MediaTypes.V2024_10_23;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.version.VersionSunset;
import io.keyward.atlas.version.VersionsGone;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** A resource with everything that the dialect has to deal with. */
@Path("/api/atlas/v2/things")
public class ThingResource {

    @GET
    @Produces(V2023_01_01)
    public Uni<Page<Integer>> list(@BeanParam Paging paging) {
        return Uni.createFrom()
                .item(paging.slice(IntStream.range(0, 250).boxed().toList()));
    }

    @POST
    @Produces({V2024_08_05, V2024_10_23})
    @VersionSunset(version = V2024_08_05, date = "2027-03-01")
    public Uni<Thing> create(@Valid Thing thing) {
        return Uni.createFrom().item(thing);
    }

    @GET
    @Path("/{id}")
    @Produces(V2023_02_01)
    @VersionsGone(V2023_01_01)
    @VersionSunset(version = V2023_02_01, date = "2027-07-01")
    public Uni<Map<String, String>> old(@PathParam("id") String id) {
        return Uni.createFrom().item(Map.of("id", id, "shape", "old"));
    }

    @GET
    @Path("/{id}")
    @Produces(V2024_08_05)
    public Uni<Map<String, String>> current(@PathParam("id") String id) {
        return Uni.createFrom().item(Map.of("id", id, "shape", "current"));
    }

    @DELETE
    @Path("/{id}")
    @Produces(V2023_02_01)
    public Uni<Void> delete() {
        return Uni.createFrom().voidItem();
    }

    @PATCH
    @Path("/{id}/context")
    @Produces(V2023_01_01)
    public Uni<Map<String, Object>> thread(Map<String, Object> body) {
        return Uni.createFrom()
                .item(() -> Map.of("thread", Thread.currentThread().getName(), "fields", body.size()));
    }

    @GET
    @Path("/{id}/numbers/{number}")
    @Produces(V2023_01_01)
    public Uni<List<Integer>> number(@PathParam("number") int number, @QueryParam("plus") int plus) {
        return Uni.createFrom().item(List.of(number + plus));
    }

    @GET
    @Path("/{id}/failures/{kind}")
    @Produces(V2023_01_01)
    public Uni<String> fail(@PathParam("kind") String kind) {
        return Uni.createFrom()
                .failure(
                        switch (kind) {
                            case "refusal" ->
                                Refusal.of(ErrorCode.KMS_UNAVAILABLE).withRetryAfter(Duration.ofMillis(200));
                            case "database" ->
                                new IllegalStateException(new ConnectException("to a host that is secret"));
                            case "overtaken" ->
                                new IllegalStateException(
                                        new jakarta.persistence.OptimisticLockException("row secret"));
                            case "nul" -> new IllegalStateException("ERROR: invalid byte sequence: secret (22021)");
                            case "elsewhere" -> new ClientWebApplicationException(401);
                            default -> new IllegalStateException("secret");
                        });
    }
}
