package io.keyward.validation.keychecks;

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
import io.keyward.validation.cadence.OnDemandChecks;
import io.keyward.validation.history.HistoryStore;
import io.keyward.validation.keychecks.KeyCheckView.Results;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** A project's key checks: what they answered, and <em>Try Again</em>. */
@Path("/api/keyward/v1/groups/{groupId}/keyChecks")
@Produces(MediaTypes.KEYWARD_V1)
public class KeyChecksResource {
    private final HistoryStore history;
    private final OnDemandChecks checks;
    private final CurrentCaller caller;

    KeyChecksResource(HistoryStore history, OnDemandChecks checks, CurrentCaller caller) {
        this.history = history;
        this.checks = checks;
        this.caller = caller;
    }

    /** The history with its evidence, newest first. */
    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<Page<KeyCheckView>> list(
            @PathParam("groupId") String groupId, @BeanParam KeyCheckQuery query, @BeanParam Paging paging) {
        return history.newest(groupId, query.filter(), paging.offset(), paging.itemsPerPage())
                .map(slice -> paging.page(
                        slice.entries().stream().map(KeyCheckView::of).toList(), slice.total()));
    }

    /** Checks the project's keys now and answers what came of it. */
    @POST
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<Results> tryAgain(@PathParam("groupId") String groupId) {
        var actor = Actors.of(caller.get());
        return Detached.run(() -> checks.checkProject(groupId, actor)).map(records -> {
            if (records.isEmpty()) {
                throw Refusal.of(ErrorCode.ENCRYPTION_AT_REST_NOT_ENABLED, groupId);
            }
            return Results.of(records);
        });
    }
}
