package io.keyward.validation.hint.source;

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
import io.keyward.validation.hint.HintConfig;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Who may send hints about a project's keys. */
@Path("/api/keyward/v1/groups/{groupId}/hintSources")
@Produces(MediaTypes.KEYWARD_V1)
@Requires(ProjectRole.GROUP_OWNER)
public class HintSourceResource {
    private static final int CREATED = 201;

    private final HintSourceStore store;
    private final CurrentCaller caller;
    private final Optional<String> baseUrl;

    HintSourceResource(HintSourceStore store, CurrentCaller caller, HintConfig config) {
        this.store = store;
        this.caller = caller;
        this.baseUrl = config.baseUrl();
    }

    /** Oldest first, without their tokens. */
    @GET
    public Uni<Page<HintSourceView>> list(
            @PathParam("groupId") String groupId, @BeanParam Paging paging, @Context UriInfo uri) {
        return store.ofProject(groupId)
                .map(sources -> paging.slice(sources.stream()
                        .map(source -> HintSourceView.of(source, base(uri)))
                        .toList()));
    }

    /** One more; its token is in this answer, and can never be read again. */
    @POST
    @Consumes(MediaTypes.KEYWARD_V1)
    @ResponseStatus(CREATED)
    public Uni<HintSourceView> create(
            @PathParam("groupId") String groupId, @NotNull @Valid HintSourceRequest request, @Context UriInfo uri) {
        var provider = request.provider();
        var token = HintToken.mint();
        var actor = Actors.of(caller.get());
        var base = base(uri);
        return Detached.run(() -> store.add(groupId, provider, token, actor))
                .map(added -> HintSourceView.of(
                        added.orElseThrow(() -> Refusal.of(ErrorCode.MAX_HINT_SOURCES_PER_GROUP_EXCEEDED, groupId)),
                        token.reveal(),
                        base));
    }

    /** From now on its token lets nobody in. */
    @DELETE
    @Path("/{hintSourceId}")
    public Uni<Void> delete(@PathParam("groupId") String groupId, @PathParam("hintSourceId") String hintSourceId) {
        var actor = Actors.of(caller.get());
        return Detached.run(() -> store.delete(groupId, hintSourceId, actor))
                .invoke(deleted -> {
                    if (!deleted) {
                        throw Refusal.of(
                                ErrorCode.RESOURCE_NOT_FOUND,
                                "/api/keyward/v1/groups/" + groupId + "/hintSources/" + hintSourceId);
                    }
                })
                .replaceWithVoid();
    }

    private String base(UriInfo uri) {
        return baseUrl.orElseGet(() -> uri.getBaseUri().toString()).replaceAll("/+$", "");
    }
}
