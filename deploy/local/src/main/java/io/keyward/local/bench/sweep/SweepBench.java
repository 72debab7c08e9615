package io.keyward.local.bench.sweep;

import io.keyward.local.bench.sweep.KeyCrowd.Kind;
import io.keyward.local.bench.sweep.Report.Scale;
import io.keyward.local.bench.sweep.stop.StopTimes;
import io.keyward.local.bench.usage.Statements;
import io.keyward.local.client.Patience;
import io.keyward.local.cloud.CloudControl;
import io.keyward.local.database.Database;
import io.keyward.local.demo.outside.CustomerCloud;
import io.keyward.local.demo.outside.Tenant;
import io.keyward.local.folder.Addresses;
import io.keyward.local.service.Service;
import io.keyward.local.service.Tuning;
import io.keyward.local.service.process.Machine;
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

/** How fast, and at what cost, many keys are checked, beside a plain loop that makes the same calls. On a stack that leaves nothing behind. */
public final class SweepBench {
    /** These two are what the service has by itself, and told to it so that both sides surely have the same. */
    private static final int IN_FLIGHT = 256;

    private static final int CONNECTIONS_PER_REGION = 160;
    /** No key is due but those that are made so. */
    private static final Duration BY_ITSELF = Duration.ofHours(6);

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String MODEL = "select key_use_id from key_use bench_model"
            + " where verdict = 'VALID' and probe is not null and lease_token is null and last_check_id is not null";

    private final PrintWriter out;
    private final SweepOptions options;
    private final Report report;

    /** A bench that prints its figures to {@code out}. */
    public SweepBench(PrintWriter out, SweepOptions options) {
        this.out = out;
        this.options = options;
        this.report = new Report(out);
    }

    /** Starts everything, measures scale by scale, and prints. */
    public void run() {
        Path folder = temporaryFolder();
        try (PinnedCloud cloud = PinnedCloud.start(folder);
                LocalStack stack = LocalStack.start(StackOptions.isolated(folder.resolve("stack"))
                        .withStarts(StackOptions.Starts.CACHED)
                        .withTuning(tuning(cloud)))) {
            List.of(Service.values()).forEach(stack.services()::stop);
            Statements.beginToCount(stack.postgres());
            stack.services().startAll();
            run(folder, cloud, stack);
        }
    }

    private void run(Path folder, PinnedCloud cloud, LocalStack stack) {
        Addresses addresses = stack.addresses().withCloudUrl(cloud.url());
        CloudControl control = new CloudControl(cloud.url());
        try (Database database = Database.of(stack.postgres(), Service.VALIDATION);
                Meter meter = new Meter(stack.postgres(), cloud);
                LoopSide loop = LoopSide.start(folder, cloud, IN_FLIGHT, CONNECTIONS_PER_REGION, meter)) {
            String modelId = model(addresses, database);
            Comparison comparison = new Comparison(stack.services(), loop);
            introduce(cloud);
            KeyCrowd crowd = new KeyCrowd(database, control, modelId, Kind.SHARED_ROLES);
            OurSide ours = new OurSide(crowd, stack.services(), meter);
            Scale last = scales(comparison, crowd, ours);
            KeyCrowd apart = new KeyCrowd(database, control, modelId, Kind.OWN_ROLES);
            ownRoles(comparison, apart, new OurSide(apart, stack.services(), meter));
            report.tellCalls();
            report.compareScales();
            new StopTimes(stack, addresses, out, ours::checkAll).measure(options.runs(), options.interval());
            report.conclude(last, IN_FLIGHT);
        }
    }

    private Scale scales(Comparison comparison, KeyCrowd crowd, Side ours) {
        report.begin();
        for (int keys : options.keys()) {
            String name = String.format(Locale.ROOT, "%,d keys", keys);
            report.show(comparison.compare(name, crowd.grow(keys), ours, options.runs(), false));
        }
        return report.latest();
    }

    private void ownRoles(Comparison comparison, KeyCrowd crowd, Side ours) {
        int keys = options.ownRoles();
        String name = String.format(Locale.ROOT, "%,d keys, a role each", keys);
        report.showApart(comparison.compare(name, crowd.grow(keys), ours, options.runs(), true));
    }

    private void introduce(PinnedCloud cloud) {
        report.line(String.format(
                Locale.ROOT,
                "%d runs of each side in turn; %d checks in flight, at most %d connections to each of %d regions; 100 keys share a role;"
                        + " load average %.1f on %d processors.",
                options.runs(),
                IN_FLIGHT,
                CONNECTIONS_PER_REGION,
                KeyCrowd.REGIONS.size(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors()));
        report.line("The simulated cloud is a process of its own, " + cloud.place() + ".");
        report.line(
                "Ours is made due by a time in the database, and claims, checks and records by itself: from when the first is claimed"
                        + " until the last result is in the database. The loop: from its first call to its last answer.");
        report.line("");
    }

    private Tuning tuning(PinnedCloud cloud) {
        return Tuning.QUICK
                .withMachine(Machine.THOROUGH)
                .withCheckInterval(BY_ITSELF)
                .withoutRateLimits()
                .withSettings(Map.of(
                        "keyward.aws.endpoint", cloud.url(),
                        "keyward.aws.connections-per-region", Integer.toString(CONNECTIONS_PER_REGION),
                        "keyward.aws.most-sessions", Integer.toString(options.mostSessions()),
                        "keyward.check.concurrency", Integer.toString(IN_FLIGHT)));
    }

    /** A key use that came about as they all do, once it was checked. */
    private static String model(Addresses addresses, Database database) {
        Tenant tenant = new Tenant(addresses);
        tenant.createProject("bench");
        String roleId = tenant.createRole().path("roleId").asText();
        tenant.authorizeRole(roleId);
        tenant.useKey(new CustomerCloud(addresses).keyArn(), roleId);
        List<String> found =
                Patience.look(LIMIT, PAUSE, () -> database.read(MODEL, row -> row.getString(1)), ids -> !ids.isEmpty());
        if (found.isEmpty()) {
            throw new IllegalStateException("the first key was not found valid within " + LIMIT.toSeconds() + " s");
        }
        return found.getFirst();
    }

    /** Gone with this process, however that ends but by SIGKILL. */
    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("keyward-bench-");
            folder.toFile().deleteOnExit();
            List.of(PinnedCloud.LOG, LoopSide.LOG, LoopSide.TARGETS)
                    .forEach(file -> folder.resolve(file).toFile().deleteOnExit());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }
}
