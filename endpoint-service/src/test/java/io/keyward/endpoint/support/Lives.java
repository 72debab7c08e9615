package io.keyward.endpoint.support;

import static io.keyward.endpoint.reconcile.Rounds.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.endpoint.lifecycle.EndpointState;
import io.keyward.endpoint.lifecycle.EndpointState.Deleted;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.registry.EndpointPageStore;
import io.keyward.endpoint.registry.ReconcileStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What becomes of endpoints, recorded as a look would, and without one. */
@ApplicationScoped
public class Lives {
    /** Of an admission after which nothing was closed. */
    public static final long STAMP = 1_000_000_000_000L;

    private final ReconcileStore looks;
    private final EndpointPageStore pages;
    private final Clock clock;

    Lives(ReconcileStore looks, EndpointPageStore pages, Clock clock) {
        this.looks = looks;
        this.pages = pages;
        this.clock = clock;
    }

    /** It as it is now; fails when it is gone. */
    public Endpoint now(Endpoint endpoint) {
        return now(endpoint.groupId(), endpoint.id());
    }

    public Endpoint now(String groupId, String id) {
        return await(() -> pages.find(groupId, id)).orElseThrow();
    }

    public Endpoint stands(Endpoint endpoint) {
        return becomes(endpoint, ready(endpoint));
    }

    public Endpoint isLost(Endpoint endpoint) {
        return becomes(endpoint, new Lost("vpce-" + endpoint.id(), "It was removed.", clock.instant(), null));
    }

    public void isGone(Endpoint endpoint) {
        becomes(endpoint, new Deleted(null, clock.instant()));
    }

    /** It is lost and replaced; answers its successor. */
    public Endpoint isReplaced(Endpoint endpoint) {
        var lost = isLost(endpoint);
        var next = replaced(lost);
        await(() -> looks.replace(lost, next, STAMP, clock.instant())).orElseThrow();
        return now(endpoint.groupId(), next.successor());
    }

    public Ready ready(Endpoint endpoint) {
        return new Ready("vpce-" + endpoint.id(), endpoint.id() + ".kms.example", clock.instant(), null);
    }

    /** By one that is not there yet. */
    public Replaced replaced(Endpoint lost) {
        return new Replaced("vpce-" + lost.id(), "It was removed.", lost.state().since(), ObjectIds.next());
    }

    private Endpoint becomes(Endpoint endpoint, EndpointState next) {
        var seen = now(endpoint);
        return await(() -> looks.settle(seen, next, clock.instant())).orElseThrow();
    }
}
