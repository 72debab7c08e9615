package io.keyward.validation.guard.api;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ForOperators;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Paging;
import io.keyward.messaging.Detached;
import io.keyward.validation.Actors;
import io.keyward.validation.guard.decision.Decisions;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Where operators look at the keys whose condemnation is held, and decide about them. */
@Path("/api/keyward/v1/guard")
@Produces(MediaTypes.KEYWARD_V1)
@ForOperators
public class GuardResource {
    private static final Logger LOG = Logger.getLogger(GuardResource.class);

    private final GuardViewStore store;
    private final Decisions decisions;
    private final CurrentCaller caller;
    private final Clock clock;

    GuardResource(GuardViewStore store, Decisions decisions, CurrentCaller caller, Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.caller = caller;
        this.clock = clock;
    }

    /** How the guard stands, and a page of what it holds. */
    @GET
    public Uni<GuardView> guard(@BeanParam Paging paging) {
        return store.look(clock.instant(), paging.offset(), paging.itemsPerPage())
                .map(look -> GuardView.of(look, paging.page(look.keys(), look.total())));
    }

    /** Releases or refuses held keys. Answered as soon as that is written; released keys are checked at once. */
    @POST
    @Path("/decisions")
    @Consumes(MediaTypes.KEYWARD_V1)
    public Uni<DecisionView> decide(@NotNull @Valid DecisionRequest request) {
        var decision = request.wanted();
        var about = request.about();
        var actor = Actors.of(caller.get());
        LOG.infof("guard decision=%s all=%s by=%s", decision, about.isEmpty(), actor.id());
        return Detached.run(() -> decisions.decide(decision, about, request.comment(), actor))
                .map(DecisionView::of);
    }
}
