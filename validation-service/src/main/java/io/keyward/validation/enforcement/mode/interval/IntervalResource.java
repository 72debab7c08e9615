package io.keyward.validation.enforcement.mode.interval;

import io.keyward.access.CurrentCaller;
import io.keyward.access.ProjectRole;
import io.keyward.access.Requires;
import io.keyward.atlas.MediaTypes;
import io.keyward.messaging.Detached;
import io.keyward.validation.Actors;
import io.keyward.validation.enforcement.mode.ModeStore;
import io.keyward.validation.keyuse.ChecksDue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** How often a project's keys are checked. */
@Path("/api/keyward/v1/groups/{groupId}/keyCheckSettings")
@Produces(MediaTypes.KEYWARD_V1)
public class IntervalResource {
    private final ModeStore store;
    private final CurrentCaller caller;
    private final IntervalConfig config;
    private final Event<ChecksDue> checksDue;

    IntervalResource(ModeStore store, CurrentCaller caller, IntervalConfig config, Event<ChecksDue> checksDue) {
        this.store = store;
        this.caller = caller;
        this.config = config;
        this.checksDue = checksDue;
    }

    /** What is set, and what holds. */
    @GET
    @Requires(ProjectRole.GROUP_READ_ONLY)
    public Uni<IntervalView> settings(@PathParam("groupId") String groupId) {
        return store.interval(groupId).map(own -> IntervalView.of(groupId, own.orElse(null), config.interval()));
    }

    /** Sets it. With a shorter interval, keys that were checked longer ago than that are checked at once. */
    @PUT
    @Consumes(MediaTypes.KEYWARD_V1)
    @Requires(ProjectRole.GROUP_OWNER)
    public Uni<IntervalView> set(@PathParam("groupId") String groupId, @NotNull IntervalRequest request) {
        var interval = request.wanted(config.shortestInterval());
        var actor = Actors.of(caller.get());
        return Detached.run(() -> store.setInterval(groupId, interval, actor)
                .invoke(() -> checksDue.fire(ChecksDue.now()))
                .replaceWith(() -> IntervalView.of(groupId, interval, config.interval())));
    }
}
