package io.keyward.endpoint.internal;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.provider.Providers;
import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.registry.EndpointStore;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A project's endpoints, as the owner of its settings needs to know them. */
@Path("/internal/v1/projects/{groupId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProjectEndpointsResource {
    private final EndpointStore store;
    private final Providers providers;

    ProjectEndpointsResource(EndpointStore store, Providers providers) {
        this.store = store;
        this.providers = providers;
    }

    /** The endpoints there are, whatever their state. */
    @GET
    @Path("/endpoints")
    public Uni<Endpoints> list(
            @PathParam("groupId") String groupId, @QueryParam("provider") @Nullable String provider) {
        return store.ofProject(groupId, requireServed(provider)).map(Endpoints::of);
    }

    /** From its answer on no endpoint appears that was admitted with a lower stamp. Answers those that are there, whatever their state. */
    @POST
    @Path("/closings")
    public Uni<Endpoints> close(@PathParam("groupId") String groupId, @Valid @NotNull Closing closing) {
        String provider = requireServed(closing.provider());
        return Detached.run(() -> store.close(groupId, provider, closing.stamp()))
                .map(Endpoints::of);
    }

    private String requireServed(@Nullable String provider) {
        if (provider == null || providers.find(provider).isEmpty()) {
            throw Refusal.of(ErrorCode.INVALID_PROVIDER, String.valueOf(provider));
        }
        return provider;
    }

    /**
     * A teardown that has begun.
     *
     * @param provider for example {@code AWS}
     * @param stamp higher than that of every admission until now
     */
    public record Closing(
            @NotBlank String provider, @Positive long stamp) {}

    /** Those of a project, oldest first. */
    public record Endpoints(List<One> endpoints) {

        static Endpoints of(List<Endpoint> endpoints) {
            return new Endpoints(
                    endpoints.stream().flatMap(one -> One.of(one).stream()).toList());
        }
    }

    /**
     * An endpoint.
     *
     * @param provider for example {@code AWS}
     * @param region as the provider spells it, for example {@code us-east-1}
     * @param status as the public API shows it
     * @param since since when it has that status
     * @param stood whether it ever was ACTIVE
     */
    public record One(String id, String provider, String region, EndpointStatus status, Instant since, boolean stood) {

        static Optional<One> of(Endpoint endpoint) {
            return endpoint.status()
                    .map(status -> new One(
                            endpoint.id(),
                            endpoint.provider(),
                            endpoint.region(),
                            status,
                            endpoint.state().since(),
                            endpoint.stood()));
        }
    }
}
