package io.keyward.validation.enforcement.mode;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ForOperators;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.keyward.messaging.Detached;
import io.keyward.validation.Actors;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.logging.Logger;

/** The switch with which operators freeze enforcement everywhere. */
@Path("/api/keyward/v1/enforcement")
@Produces(MediaTypes.KEYWARD_V1)
@ForOperators
public class FreezeResource {
    private static final Logger LOG = Logger.getLogger(FreezeResource.class);

    private final FreezeStore store;
    private final CurrentCaller caller;
    private final Event<FreezeSet> freezeSet;

    FreezeResource(FreezeStore store, CurrentCaller caller, Event<FreezeSet> freezeSet) {
        this.store = store;
        this.caller = caller;
        this.freezeSet = freezeSet;
    }

    @GET
    public Uni<FreezeView> freeze() {
        return store.read();
    }

    /** Sets it. Answered as soon as it holds; what follows for clusters follows at once, project by project. */
    @PUT
    @Consumes(MediaTypes.KEYWARD_V1)
    public Uni<FreezeView> set(@NotNull @Valid FreezeRequest request) {
        if (request.lacksReason()) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "reason")
                    .withField("reason", "is needed to freeze enforcement");
        }
        var actor = Actors.of(caller.get());
        LOG.infof("enforcement frozen=%s by=%s", request.frozen(), actor.id());
        return Detached.run(() ->
                store.set(request.frozen(), request.reason(), actor).invoke(() -> freezeSet.fire(new FreezeSet())));
    }
}
