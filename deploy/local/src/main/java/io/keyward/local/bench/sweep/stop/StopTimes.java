package io.keyward.local.bench.sweep.stop;

import io.keyward.local.bench.usage.Spread;
import io.keyward.local.client.Patience;
import io.keyward.local.database.Database;
import io.keyward.local.demo.outside.CustomerCloud;
import io.keyward.local.folder.Addresses;
import io.keyward.local.service.Service;
import io.keyward.local.stack.LocalStack;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long it takes from a key's end to the last of a hundred clusters told to stop, which is seen as whatever runs the databases sees it: on Kafka. */
public final class StopTimes {
    private static final int CLUSTERS = 100;
    private static final String REGION = "us-east-1";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** Into a sweep of all other keys. */
    private static final Duration UNDER_WAY = Duration.ofMillis(1500);

    private static final double NANOS_PER_SECOND = 1e9;
    private static final String RUNNING = "select count(*) from cluster bench_running where phase = 'RUNNING'";
    private static final String CHECKED =
            "select cast(extract(epoch from checked_at) * 1000 as bigint) from key_use bench_checked"
                    + " where group_id = '%s' and retired_at is null";

    private final LocalStack stack;
    private final CustomerCloud customer;
    private final Fleet fleet;
    private final PrintWriter out;
    private final Runnable busy;

    /** @param busy has all other keys checked from now on */
    public StopTimes(LocalStack stack, Addresses addresses, PrintWriter out, Runnable busy) {
        this.stack = stack;
        this.customer = new CustomerCloud(addresses);
        this.fleet = new Fleet(addresses, customer);
        this.out = out;
        this.busy = busy;
    }

    /** Measures so often by hint, by hint beside a sweep, and by schedule, and prints. */
    public void measure(int runs, Duration interval) {
        try (Database database = Database.of(stack.postgres(), Service.VALIDATION)) {
            fleet.create(CLUSTERS);
            awaitRunning(database);
            try (StopTap tap = new StopTap(stack.kafka().bootstrap())) {
                out.printf(
                        "%nDisableKey to the last of %d clusters told to stop, seen on Kafka, in seconds:%n", CLUSTERS);
                show("by push hint", byHint(runs, database, tap, () -> {}));
                show("by push hint, while all other keys are checked", byHint(runs, database, tap, this::makeBusy));
                fleet.checkEvery(interval);
                show(
                        "by schedule, every %d s, disabled right after a check".formatted(interval.toSeconds()),
                        bySchedule(runs, database, tap));
            }
        }
    }

    private List<Double> byHint(int runs, Database database, StopTap tap, Runnable before) {
        List<Double> seconds = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            before.run();
            tap.skip();
            long begun = System.nanoTime();
            customer.disableKey(REGION);
            fleet.hint("DisableKey");
            tap.awaitStops(CLUSTERS, LIMIT);
            seconds.add((System.nanoTime() - begun) / NANOS_PER_SECOND);
            customer.enableKey(REGION);
            fleet.hint("EnableKey");
            awaitRunning(database);
        }
        return seconds;
    }

    /** The longest there is to wait: the key ends when it was just found valid. */
    private List<Double> bySchedule(int runs, Database database, StopTap tap) {
        List<Double> seconds = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            awaitCheck(database);
            tap.skip();
            long begun = System.nanoTime();
            customer.disableKey(REGION);
            tap.awaitStops(CLUSTERS, LIMIT);
            seconds.add((System.nanoTime() - begun) / NANOS_PER_SECOND);
            customer.enableKey(REGION);
            awaitRunning(database);
        }
        return seconds;
    }

    private void makeBusy() {
        busy.run();
        Patience.until(UNDER_WAY, UNDER_WAY, () -> false);
    }

    private void awaitCheck(Database database) {
        String query = CHECKED.formatted(fleet.groupId());
        long last = database.ask(query);
        require(Patience.until(LIMIT, PAUSE, () -> database.ask(query) > last), "the key is not checked by schedule");
    }

    private static void awaitRunning(Database database) {
        require(
                Patience.until(LIMIT, PAUSE, () -> database.ask(RUNNING) == CLUSTERS),
                "%d clusters do not run".formatted(CLUSTERS));
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalStateException(complaint + " within " + LIMIT.toSeconds() + " s");
        }
    }

    private void show(String how, List<Double> seconds) {
        out.println(
                String.format(Locale.ROOT, "    %s: %s", how, Spread.of(seconds).print(2)));
        out.flush();
    }
}
