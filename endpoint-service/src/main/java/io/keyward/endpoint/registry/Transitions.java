package io.keyward.endpoint.registry;

import io.keyward.contracts.Actor;
import io.keyward.contracts.Topics;
import io.keyward.endpoint.lifecycle.EndpointState;
import io.keyward.messaging.Outbox;
import io.keyward.messaging.Revisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Takes rows from one state to the next in the caller's transaction, with the event that tells of it. */
@ApplicationScoped
class Transitions {
    private final Outbox outbox;
    private final Revisions revisions;
    private final Clock clock;

    Transitions(Outbox outbox, Revisions revisions, Clock clock) {
        this.outbox = outbox;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** Announces a row that is new. */
    Uni<Endpoint> begin(EndpointEntity row, Actor actor) {
        return announce(row, actor);
    }

    /** Brings {@code row}, which is locked, to {@code next}; announces it if that is news. */
    Uni<Endpoint> move(EndpointEntity row, EndpointState next, Actor actor) {
        boolean isNews = EndpointEvents.isNews(row.state(), next);
        row.enter(next);
        return isNews ? announce(row, actor) : Uni.createFrom().item(row::toRecord);
    }

    private Uni<Endpoint> announce(EndpointEntity row, Actor actor) {
        row.revision = revisions.next(row.revision);
        var endpoint = row.toRecord();
        return outbox.append(Topics.ENDPOINTS, EndpointEvents.of(endpoint, actor, clock.instant()))
                .replaceWith(endpoint);
    }
}
