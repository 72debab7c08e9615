package io.keyward.local.chaos.restore;

import io.keyward.local.chaos.Trial;
import io.keyward.local.chaos.validation.world.ClusterDriver;
import io.keyward.local.client.DigestClient;
import io.keyward.local.client.Metrics;
import io.keyward.local.client.Patience;
import io.keyward.local.service.Service;
import io.keyward.local.service.Tuning;
import io.keyward.local.stack.LocalStack;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Each service's database in turn is restored from a backup that is older than much of what happened, while Kafka and the others kept everything. After the
 * epoch was raised, all of them have to agree again about everything that the backup holds; what it does not has to be named; and life goes on.
 */
public final class RestoreTrial {
    private static final List<Service> ORDER = List.of(Service.VALIDATION, Service.ENDPOINT, Service.CONFIG);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Tuning TUNING = Tuning.QUICK
            .withCheckInterval(INTERVAL)
            .withAcknowledge(Tuning.Acknowledge.REPORTED)
            .withoutRateLimits()
            .withSettings(Map.of(
                    "keyward.guard.keys", "100000",
                    "keyward.guard.canary", "false",
                    "keyward.enforcement.sweep", "2s",
                    "keyward.cluster.pause-again-after", "0s"));

    private static final String UNKNOWN = "keyward_compared_unknown";

    private final Trial trial;

    public RestoreTrial(PrintWriter out) {
        this.trial = new Trial(out);
    }

    /** Makes it, ends with one line that says how it went, and answers whether it went well. */
    public boolean run() {
        return trial.run("a restore of each database", options -> options.withTuning(TUNING), this::on);
    }

    private List<String> on(LocalStack stack) {
        try (ClusterDriver driver = driver(stack)) {
            Village village = Village.settle(stack);
            Backup backup = Backup.take(stack);
            village.live();
            trial.say("a backup was taken, and much happened since");
            List<String> findings = new ArrayList<>(disagreement(stack, driver, village, "before any restore"));
            for (Service service : ORDER) {
                backup.restore(service);
                findings.addAll(disagreement(stack, driver, village, service.folder() + " was restored"));
                findings.addAll(unseen(stack, service));
                village.goOn(service);
                findings.addAll(disagreement(stack, driver, village, "life went on after that"));
            }
            findings.addAll(village.complaints());
            return findings;
        } catch (RuntimeException e) {
            return List.of("it could not be gone on with: " + e);
        }
    }

    private static ClusterDriver driver(LocalStack stack) {
        return new ClusterDriver(
                stack.addresses().kafka(),
                new DigestClient(
                        stack.addresses().baseUrl(),
                        stack.credentials().driverPublicKey(),
                        stack.credentials().driverPrivateKey()));
    }

    private List<String> disagreement(LocalStack stack, ClusterDriver driver, Village village, String when) {
        long begun = System.nanoTime();
        Agreement agreement = new Agreement(stack);
        List<String> found = Patience.look(
                LIMIT,
                PAUSE,
                () -> Stream.concat(agreement.findings(driver.actual()).stream(), village.wronged().stream())
                        .toList(),
                List::isEmpty);
        trial.say("%s: %d disagreements after %.1f s".formatted(when, found.size(), (System.nanoTime() - begun) / 1e9));
        return found.stream().map(one -> when + ": " + one).toList();
    }

    /** Each service's topics tell of something that its backup does not hold, and an operator is told so. */
    private static List<String> unseen(LocalStack stack, Service service) {
        return Metrics.sum(stack.services().url(service), UNKNOWN) > 0
                ? List.of()
                : List.of(service.folder() + " says nothing of what its backup lacks");
    }
}
