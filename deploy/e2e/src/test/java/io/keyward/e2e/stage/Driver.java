package io.keyward.e2e.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.contracts.Topics;
import io.keyward.e2e.http.Api;
import io.keyward.e2e.http.Reply;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whatever runs the databases: follows the enforcement topic, obeys at once, and reports what it then sees, again and again until the report
 * is taken. What a cluster's tenant changes while it runs, it applies and reports at once. A scenario can hold it back for single clusters.
 */
public final class Driver implements AutoCloseable {
    private static final long PAUSE_NANOS = 50_000_000;
    private static final int FIRST_FAULT = 500;
    private static final Map<String, String> SEEN_AFTER = Map.of(
            "keyward.cluster.start-requested.v1", "RUNNING",
            "keyward.cluster.resume-requested.v1", "RUNNING",
            "keyward.cluster.stop-requested.v1", "STOPPED",
            "keyward.cluster.removal-requested.v1", "REMOVED");

    /** A new cluster is asked for on the other topic, and applied with the first report that it runs. */
    private static final Set<String> CHANGES = Set.of("keyward.cluster.updated.v1");

    /** Tells through which endpoints the nodes of a running cluster are to reach its key. */
    private static final String RUNS = "keyward.cluster.running.v1";

    private static final Map<String, String> BACKUPS =
            Map.of("keyward.snapshot.requested.v1", "snapshots", "keyward.restore.requested.v1", "restoreJobs");

    private final Events events;
    private final Api api;
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Set<String> unchanging = ConcurrentHashMap.newKeySet();
    private final Set<String> unmoving = ConcurrentHashMap.newKeySet();
    private final Deque<Message> open = new ArrayDeque<>();
    private final Map<String, Long> applied = new HashMap<>();
    private final Thread worker;
    private volatile boolean closed;
    private int read;

    Driver(Events events, Api api) {
        this.events = events;
        this.api = api;
        worker = Thread.ofPlatform().name("driver").daemon().start(this::work);
    }

    /** Requests about the cluster, or about all of a project, are not carried out until {@link #release}. */
    public void hold(String clusterOrGroupId) {
        held.add(clusterOrGroupId);
    }

    /** The cluster is started and stopped as ever, and what is changed of it is not carried out until {@link #release}. */
    public void holdChanges(String clusterId) {
        unchanging.add(clusterId);
    }

    /** All is carried out as ever, but the cluster's nodes stay on the path to their key that they are on until {@link #release}. */
    public void holdMoves(String clusterId) {
        unmoving.add(clusterId);
    }

    public void release(String clusterOrGroupId) {
        held.remove(clusterOrGroupId);
        unchanging.remove(clusterOrGroupId);
        unmoving.remove(clusterOrGroupId);
    }

    /** Reports by hand. */
    public Reply report(String clusterId, long requestRevision, String state) {
        return report(clusterId, requestRevision, state, Map.of());
    }

    /**
     * Reports by hand, and more than the state.
     *
     * @param more fields of the report by name, each as JSON, for example {@code "nodesReachKms" -> "false"}
     */
    public Reply report(String clusterId, long requestRevision, String state, Map<String, String> more) {
        StringBuilder body =
                new StringBuilder("{\"requestRevision\":%d,\"state\":\"%s\"".formatted(requestRevision, state));
        more.forEach((field, value) -> body.append(",\"%s\":%s".formatted(field, value)));
        return api.put(observed(clusterId), body.append('}').toString());
    }

    /** Reports by hand on the request in force. */
    public Reply report(String clusterId, String state, Map<String, String> more) {
        return report(clusterId, Long.parseLong(asked(clusterId).expect(200).at("/requestRevision")), state, more);
    }

    /** What is asked of the cluster, and what was seen of it last. */
    public Reply asked(String clusterId) {
        return api.get(observed(clusterId));
    }

    private static String observed(String clusterId) {
        return "/api/keyward/v1/clusters/" + clusterId + "/observed";
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
            round.stream().filter(request -> !isDone(request)).forEach(open::add);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void takeRequests() {
        List<Message> all = events.all();
        all.subList(read, all.size()).stream().filter(Driver::asksSomething).forEach(open::add);
        read = all.size();
    }

    private static boolean asksSomething(Message message) {
        return switch (message.topic()) {
            case Topics.ENFORCEMENT -> SEEN_AFTER.containsKey(message.type()) || asksToMove(message);
            case Topics.CLUSTERS -> CHANGES.contains(message.type());
            case Topics.BACKUPS -> BACKUPS.containsKey(message.type());
            default -> false;
        };
    }

    private static boolean asksToMove(Message message) {
        return message.type().equals(RUNS)
                && paths(message).anyMatch(path -> path.path("movedSince").isMissingNode());
    }

    private static Stream<JsonNode> paths(Message message) {
        return message.value().at("/enforcement/privatePaths").valueStream();
    }

    private boolean isDone(Message request) {
        if (held.contains(request.key())
                || held.contains(request.value().findValue("groupId").asText())) {
            return false;
        }
        return switch (request.topic()) {
            case Topics.CLUSTERS -> !unchanging.contains(request.key()) && isApplied(request);
            case Topics.BACKUPS -> isBackedUp(request);
            default -> request.type().equals(RUNS) ? isMoved(request) : isCarriedOut(request);
        };
    }

    /** A report on a request that is no longer in force is not taken: then a later message asks for the same, or for something else. */
    private boolean isMoved(Message request) {
        if (unmoving.contains(request.key())) {
            return false;
        }
        String endpoints = paths(request)
                .map(path -> "\"" + path.path("endpointId").asText() + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        long revision = request.value().at("/enforcement/requestRevision").asLong();
        return report(request.key(), revision, "RUNNING", Map.of("privateEndpoints", endpoints))
                        .status()
                == 200;
    }

    /** Snapshots are taken and restored at once; what is refused was called off meanwhile. */
    private boolean isBackedUp(Message request) {
        String path = "/api/keyward/v1/" + BACKUPS.get(request.type()) + "/" + request.key() + "/observed";
        long revision = request.value().findValue("requestRevision").asLong();
        int status = api.put(path, "{\"requestRevision\":%d,\"state\":\"COMPLETED\"}".formatted(revision))
                .status();
        return status != 0 && status < FIRST_FAULT;
    }

    /** While it runs: what was changed of a cluster that is held is carried out by resuming it. */
    private boolean isApplied(Message change) {
        long revision = change.value().path("revision").asLong();
        if (applied.getOrDefault(change.key(), 0L) >= revision) {
            return true;
        }
        Reply asked = asked(change.key());
        if (asked.status() != 200 || Long.parseLong(asked.at("/clusterRevision")) < revision) {
            return false;
        }
        return switch (asked.at("/phase")) {
            case "RUNNING" -> reportApplied(change.key(), asked.at("/requestRevision"), revision);
            case "STARTING", "RESUMING" -> false;
            default -> true;
        };
    }

    private boolean reportApplied(String clusterId, String requestRevision, long revision) {
        Reply reply = report(
                clusterId,
                Long.parseLong(requestRevision),
                "RUNNING",
                Map.of("appliedRevision", String.valueOf(revision)));
        boolean done = reply.status() == 200 && reply.at("/outcome").equals("ACCEPTED");
        if (done) {
            applied.put(clusterId, revision);
        }
        return done;
    }

    private boolean isCarriedOut(Message request) {
        long revision = request.value().at("/enforcement/requestRevision").asLong();
        return report(request.key(), revision, SEEN_AFTER.get(request.type())).status() == 200;
    }
}
