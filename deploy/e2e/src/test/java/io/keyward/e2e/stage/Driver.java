package io.keyward.e2e.stage;

import io.keyward.contracts.Topics;
import io.keyward.e2e.http.Api;
import io.keyward.e2e.http.Reply;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Whatever runs the databases: follows the enforcement topic, obeys at once, and reports what it then sees, again and again until the report
 * is taken. A scenario can hold it back for single clusters.
 */
public final class Driver implements AutoCloseable {
    private static final long PAUSE_NANOS = 50_000_000;
    private static final Map<String, String> SEEN_AFTER = Map.of(
            "keyward.cluster.start-requested.v1", "RUNNING",
            "keyward.cluster.resume-requested.v1", "RUNNING",
            "keyward.cluster.stop-requested.v1", "STOPPED",
            "keyward.cluster.removal-requested.v1", "REMOVED");

    private final Events events;
    private final Api api;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Deque<Message> open = new ArrayDeque<>();
    private final Thread worker;
    private volatile boolean closed;
    private int read;

    Driver(Events events, Api api) {
        this.events = events;
        this.api = api;
        worker = Thread.ofPlatform().name("driver").daemon().start(this::work);
    }

    /** Requests about the cluster are not carried out until {@link #release}. */
    public void hold(String clusterId) {
        held.add(clusterId);
    }

    public void release(String clusterId) {
        held.remove(clusterId);
    }

    /** Reports by hand. */
    public Reply report(String clusterId, long requestRevision, String state) {
        return api.put(
                "/api/keyward/v1/clusters/" + clusterId + "/observed",
                "{\"requestRevision\":%d,\"state\":\"%s\"}".formatted(requestRevision, state));
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        worker.join();
    }

    private void work() {
        while (!closed) {
            takeRequests();
            List<Message> round = List.copyOf(open);
            open.clear();
            round.stream().filter(request -> !isCarriedOut(request)).forEach(open::add);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void takeRequests() {
        List<Message> all = events.all();
        all.subList(read, all.size()).stream()
                .filter(message -> message.topic().equals(Topics.ENFORCEMENT))
                .filter(message -> SEEN_AFTER.containsKey(message.type()))
                .forEach(open::add);
        read = all.size();
    }

    private boolean isCarriedOut(Message request) {
        if (held.contains(request.key())) {
            return false;
        }
        long revision = request.value().at("/enforcement/requestRevision").asLong();
        return report(request.key(), revision, SEEN_AFTER.get(request.type())).status() == 200;
    }
}
