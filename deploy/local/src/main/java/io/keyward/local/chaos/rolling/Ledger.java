package io.keyward.local.chaos.rolling;

import io.keyward.local.client.DigestClient.Reply;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What was asked for while replicas came and went, and what was acknowledged. Nobody asks twice: what fails, has failed. */
final class Ledger {
    private final AtomicLong requests = new AtomicLong();
    private final Queue<Effect> effects = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** Something that was acknowledged: from then on it is so, once. */
    record Effect(Kind kind, String groupId, String id) {}

    /** What can be acknowledged, and the event that tells of it. */
    enum Kind {
        CLUSTER_CREATED("keyward.cluster.created.v1"),
        CLUSTER_DELETION_REQUESTED("keyward.cluster.deletion-requested.v1"),
        ALERT_CONFIG_CREATED("keyward.alert-config.created.v1"),
        ALERT_CONFIG_DELETED("keyward.alert-config.deleted.v1"),
        ENDPOINT_REQUESTED("keyward.endpoint.requested.v1");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    /** One more request and its answer; fails when that is another than it has to be. */
    Reply answered(String what, int expected, Reply reply) {
        requests.incrementAndGet();
        if (reply.status() != expected) {
            throw new IllegalStateException("%s was answered %d: %s".formatted(what, reply.status(), reply.text()));
        }
        return reply;
    }

    void acknowledge(Kind kind, String groupId, String id) {
        effects.add(new Effect(kind, groupId, id));
    }

    void fail(String failure) {
        failures.add(failure);
    }

    long requests() {
        return requests.get();
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
