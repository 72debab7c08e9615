package io.keyward.e2e.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.local.service.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Takes several projects through their lives side by side. In each operation every project has at most one crash point; those of one service are brought
 * to theirs, then that service is killed once, and started again.
 */
public final class Kills {
    private static final Duration TO_GET_THERE = Duration.ofSeconds(30);
    private static final int ARRIVING = 4;
    private static final List<String> REGIONS = List.of(
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ca-central-1",
            "ca-west-1",
            "sa-east-1",
            "eu-north-1",
            "eu-west-2",
            "eu-west-3",
            "eu-south-1",
            "ap-south-1",
            "ap-east-1",
            "me-south-1",
            "af-south-1");

    private final Stage stage;
    private final List<Lane> lanes;
    private final Set<Operation> done = EnumSet.noneOf(Operation.class);
    private final Map<CrashPoint, AssertionError> failures = new ConcurrentHashMap<>();

    public Kills(Stage stage) {
        this.stage = stage;
        int most = Arrays.stream(Operation.values())
                .mapToInt(operation -> pointsOf(operation).size())
                .max()
                .orElseThrow();
        lanes = arrive(stage, REGIONS.subList(0, most));
    }

    /** Side by side; whoever does not get in says why. */
    private static List<Lane> arrive(Stage stage, List<String> regions) {
        try (ExecutorService threads = Executors.newFixedThreadPool(ARRIVING)) {
            List<CompletableFuture<Lane>> arrivals = regions.stream()
                    .map(region -> CompletableFuture.supplyAsync(() -> new Lane(stage, region), threads))
                    .toList();
            return arrivals.stream().map(CompletableFuture::join).toList();
        }
    }

    public List<Lane> lanes() {
        return lanes;
    }

    /** Goes on until everybody has passed {@code point}; fails when its project did not come out of it as it should. */
    public void pass(CrashPoint point) {
        Arrays.stream(Operation.values())
                .filter(operation -> operation.compareTo(point.operation()) <= 0)
                .filter(done::add)
                .forEach(this::perform);
        if (failures.containsKey(point)) {
            throw failures.get(point);
        }
    }

    /** In this lane it happens. */
    public Lane lane(CrashPoint point) {
        return lanes.get(pointsOf(point.operation()).indexOf(point));
    }

    private void perform(Operation operation) {
        List<CrashPoint> points = pointsOf(operation);
        Map<Service, List<CrashPoint>> byService = new LinkedHashMap<>();
        points.forEach(point -> byService
                .computeIfAbsent(point.service(), service -> new ArrayList<>())
                .add(point));
        byService.forEach((service, together) -> killAt(service, operation, together));
        List<Lane> others = lanes.subList(points.size(), lanes.size());
        others.forEach(lane -> assertThat(lane.begin(operation).join().status()).isBetween(200, 299));
        sideBySide(others, lane -> lane.finish(operation));
    }

    private void killAt(Service service, Operation operation, List<CrashPoint> points) {
        Map<CrashPoint, Trap> traps = new EnumMap<>(CrashPoint.class);
        Map<CrashPoint, CompletableFuture<Reply>> requests = new EnumMap<>(CrashPoint.class);
        try {
            points.forEach(point -> traps.put(
                    point,
                    Trap.set(
                            stage,
                            point,
                            lane(point).tenant().groupId(),
                            lane(point).region())));
            for (List<CrashPoint> together : operation.isSideBySide() ? List.of(points) : oneByOne(points)) {
                together.forEach(point -> requests.put(point, lane(point).begin(operation)));
                together.forEach(point -> awaitThere(point, traps.get(point)));
            }
            assertThat(points).allMatch(point -> traps.get(point).holds());
            stage.stack().services().kill(service);
        } finally {
            traps.values().forEach(Trap::release);
            traps.values().forEach(Trap::close);
        }
        stage.stack().services().start(service);
        sideBySide(points, point -> goOn(point, requests.get(point).join()));
    }

    /** As a rule: a service that waits at one point may keep another project from getting to its own. */
    private static List<List<CrashPoint>> oneByOne(List<CrashPoint> points) {
        return points.stream().map(List::of).toList();
    }

    private static void awaitThere(CrashPoint point, Trap trap) {
        await(point.toString())
                .atMost(TO_GET_THERE)
                .pollInterval(Duration.ofMillis(20))
                .until(trap::holds);
    }

    /** Returns when all are done. */
    private static <T> void sideBySide(List<T> things, Consumer<T> act) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> acts = things.stream()
                    .map(thing -> CompletableFuture.runAsync(() -> act.accept(thing), threads))
                    .toList();
            acts.forEach(CompletableFuture::join);
        }
    }

    private void goOn(CrashPoint point, Reply reply) {
        try {
            goOn(lane(point), point, reply);
        } catch (AssertionError | RuntimeException e) {
            failures.put(point, new AssertionError(point.toString(), e));
        }
    }

    private static void goOn(Lane lane, CrashPoint point, Reply reply) {
        Operation operation = point.operation();
        boolean acknowledged = reply.status() >= 200 && reply.status() < 300;
        assertThat(acknowledged && point.fate() == Fate.UNDONE)
                .as("acknowledged, although nothing is to remain: %s", reply)
                .isFalse();
        assertThat(lane.isTaken(operation)).as("taken").isEqualTo(point.fate() == Fate.KEPT);
        if (point.fate() == Fate.UNDONE) {
            Reply again = lane.begin(operation).join();
            assertThat(again.status()).as("%s", again).isBetween(200, 299);
        }
        lane.finish(operation);
    }

    private static List<CrashPoint> pointsOf(Operation operation) {
        return Arrays.stream(CrashPoint.values())
                .filter(point -> point.operation() == operation)
                .toList();
    }
}
