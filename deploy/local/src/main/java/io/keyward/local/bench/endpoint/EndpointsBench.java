package io.keyward.local.bench.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.bench.usage.Statements;
import io.keyward.local.client.Patience;
import io.keyward.local.cloud.CloudControl;
import io.keyward.local.demo.outside.CustomerCloud;
import io.keyward.local.demo.outside.Tenant;
import io.keyward.local.service.Service;
import io.keyward.local.service.Tuning;
import io.keyward.local.stack.LocalStack;
import io.keyward.local.stack.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What endpoints cost: 1,000 and 10,000 at rest in 30 regions, and 500 more under way, on a stack that leaves nothing behind. */
public final class EndpointsBench {
    private static final int FEW = 1000;
    private static final int MANY = 10_000;
    private static final int UNDER_WAY = 500;
    /** As long as {@code keyward.endpoint.read-all-after}: what happens that seldom counts, too, and once. */
    private static final Duration WINDOW = Duration.ofMinutes(3);

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** The pace of an installation, in place of that of a stack for people to watch; keys are left alone. */
    private static final Tuning AS_INSTALLED = Tuning.QUICK
            .withCheckInterval(Duration.ofMinutes(30))
            .withSettings(Map.of(
                    "keyward.endpoint.look-under-way", "5s",
                    "keyward.endpoint.look-at-rest", "5s",
                    "keyward.endpoint.confirm-loss-after", "3s",
                    "keyward.endpoint.look-time-limit", "20s",
                    "keyward.endpoint.lease", "1m",
                    "keyward.endpoint.creation-limit", "30m"));

    private final PrintWriter out;

    /** A bench that prints its figures to {@code out}. */
    public EndpointsBench(PrintWriter out) {
        this.out = out;
    }

    /** Starts the stack, fills it step by step, measures each, and prints. */
    public void run() {
        try (LocalStack stack =
                LocalStack.start(StackOptions.isolated(temporaryFolder()).withTuning(AS_INSTALLED))) {
            List.of(Service.values()).forEach(stack.services()::stop);
            Statements.beginToCount(stack.postgres());
            stack.services().startAll();
            CloudControl cloud = new CloudControl(stack.addresses().cloudUrl());
            try (EndpointCrowd crowd = new EndpointCrowd(stack.postgres(), cloud, model(stack));
                    Meter meter = new Meter(stack.postgres(), stack.services(), cloud)) {
                run(stack, cloud, crowd, meter);
            }
        }
        out.flush();
    }

    private void run(LocalStack stack, CloudControl cloud, EndpointCrowd crowd, Meter meter) {
        out.printf(
                Locale.ROOT,
                "Each over %d s; looks every 5 s; load average %.1f on %d processors.%n%n",
                WINDOW.toSeconds(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        out.println(
                "| Endpoints | EC2 calls | statements | the relay's statements | CPU of endpoint-service, s | CPU of PostgreSQL, s |");
        out.println("|---|---|---|---|---|---|");
        Load few = measured(stack, crowd, meter, FEW);
        show("1,000 at rest in 30 regions", few);
        Load many = measured(stack, crowd, meter, MANY);
        show("10,000 at rest in 30 regions", many);
        out.println("| times those of 1,000 | " + many.times(few) + " |");
        List<String> atRest = meter.frequent();
        Load busy = underWay(cloud, crowd, meter);
        show("10,000 at rest and 500 under way", busy);
        out.println("| times those of 10,000 at rest | " + busy.times(many) + " |");
        tell("at rest", many, atRest);
        tell("with 500 under way", busy, meter.frequent());
    }

    private Load measured(LocalStack stack, EndpointCrowd crowd, Meter meter, int endpoints) {
        stack.services().stop(Service.ENDPOINT);
        crowd.grow(endpoints);
        stack.services().start(Service.ENDPOINT);
        return atRest(crowd, meter);
    }

    private static Load atRest(EndpointCrowd crowd, Meter meter) {
        long[] before = {-1};
        boolean rests = Patience.until(LIMIT, QUIET, () -> before[0] == (before[0] = crowd.stir()));
        if (!rests) {
            throw new IllegalStateException("endpoints do not come to rest within " + LIMIT.toMinutes() + " minutes");
        }
        return overWindow(meter);
    }

    private Load underWay(CloudControl cloud, EndpointCrowd crowd, Meter meter) {
        EndpointCrowd.REGIONS.forEach(region -> cloud.creationsEnd(region, "pending"));
        long begun = System.nanoTime();
        crowd.request(UNDER_WAY);
        boolean all = Patience.until(LIMIT, PAUSE, () -> crowd.underWay() >= UNDER_WAY);
        if (!all) {
            throw new IllegalStateException("only " + crowd.underWay() + " of " + UNDER_WAY + " are being made");
        }
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        Load load = overWindow(meter);
        out.printf("| (all 500 were asked for, and known to be under way, after %d s) | | | | | |%n", seconds);
        return load;
    }

    private static Load overWindow(Meter meter) {
        meter.forget();
        Load before = meter.read();
        Patience.until(WINDOW, WINDOW, () -> false);
        return meter.read().since(before);
    }

    private void show(String name, Load load) {
        out.println("| " + name + " | " + load.perMinute(WINDOW) + " |");
        out.flush();
    }

    private void tell(String name, Load load, List<String> statements) {
        out.println();
        out.println(name + ": calls " + load.ec2Calls() + ", and most often");
        statements.forEach(line -> out.println("    " + line));
    }

    /** One endpoint that came about as they all do, and its id. */
    private static String model(LocalStack stack) {
        Tenant tenant = new Tenant(stack.addresses());
        tenant.createProject("bench");
        String roleId = tenant.createRole().path("roleId").asText();
        tenant.authorizeRole(roleId);
        tenant.useKey(new CustomerCloud(stack.addresses()).keyArn(), roleId);
        tenant.createEndpoint("US_EAST_1").expect(202);
        JsonNode made = Patience.look(LIMIT, PAUSE, () -> tenant.endpoints().getFirst(), EndpointsBench::isActive);
        return made.path("id").asText();
    }

    private static boolean isActive(JsonNode endpoint) {
        return endpoint.path("status").asText().equals("ACTIVE");
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("keyward-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }
}
