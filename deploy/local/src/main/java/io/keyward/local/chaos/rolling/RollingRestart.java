package io.keyward.local.chaos.rolling;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.chaos.Trial;
import io.keyward.local.chaos.validation.truth.TruthLog;
import io.keyward.local.chaos.validation.world.EventArchive;
import io.keyward.local.chaos.validation.world.EventArchive.Published;
import io.keyward.local.chaos.validation.world.Household;
import io.keyward.local.chaos.validation.world.Tenant;
import io.keyward.local.client.DigestClient;
import io.keyward.local.client.Patience;
import io.keyward.local.client.PlainJson;
import io.keyward.local.cloud.CloudControl;
import io.keyward.local.folder.Addresses;
import io.keyward.local.service.Service;
import io.keyward.local.service.Tuning;
import io.keyward.local.stack.LocalStack;
import io.keyward.local.stack.StackOptions;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Two replicas of each service behind the gateway; every one of them is told to end and is started again, while people use the API and keys are checked. No
 * request may fail, nothing that was acknowledged may be missing or have happened twice, and no key may go unchecked.
 */
public final class RollingRestart {
    private static final List<Service> ORDER = List.of(Service.VALIDATION, Service.ENDPOINT, Service.CONFIG);
    private static final int PROJECTS = 5;
    /** So many of them nobody touches: their keys are checked by the sweep alone. */
    private static final int QUIET = 2;

    /** In so many clusters come and go; the last project has endpoints. */
    private static final int BUSY = 2;

    /** How long what was acknowledged may take to be published. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(40);
    private static final Tuning TUNING = Tuning.QUICK
            .withCheckInterval(INTERVAL)
            .withSettings(Map.of(
                    "keyward.rate-limit.enabled", "false",
                    "keyward.insecure.allow-unlimited-requests", "true",
                    "keyward.check.lease", LEASE.toString(),
                    "keyward.check.time-limit", "4s",
                    "keyward.aws.call-timeout", "2s",
                    "keyward.guard.keys", "100000",
                    "keyward.guard.canary", "false",
                    "quarkus.shutdown.delay", "5s",
                    "quarkus.shutdown.timeout", "28s"));

    private final Trial trial;
    private final int rounds;

    /** @param rounds how often each replica is restarted */
    public RollingRestart(PrintWriter out, int rounds) {
        this.trial = new Trial(out);
        this.rounds = rounds;
    }

    /** Makes it, ends with one line that says how it went, and answers whether it went well. */
    public boolean run() {
        return trial.run(
                "rolling restart, %d rounds".formatted(rounds),
                options -> options.withTuning(TUNING).withReplicas(StackOptions.Replicas.TWO),
                this::on);
    }

    private List<String> on(LocalStack stack) {
        try {
            List<Tenant> tenants = settle(stack);
            Ledger ledger = new Ledger();
            List<IntConsumer> routines = routines(stack.addresses(), tenants, ledger);
            List<String> findings = new ArrayList<>();
            Instant begun = Instant.now();
            try (Traffic traffic = Traffic.begin(routines, ledger)) {
                IntStream.range(0, rounds).forEach(round -> findings.addAll(roll(stack, ledger)));
            }
            findings.addAll(audit(stack, tenants, ledger, begun));
            return findings;
        } catch (RuntimeException e) {
            return List.of("it could not be gone on with: " + e);
        }
    }

    private static List<Tenant> settle(LocalStack stack) {
        Addresses addresses = stack.addresses();
        Household household = new Household(
                addresses, hook(addresses), new TruthLog(stack.logs().resolve("truth.log")));
        return IntStream.range(0, PROJECTS)
                .parallel()
                .mapToObj(household::arrive)
                .toList();
    }

    private static List<IntConsumer> routines(Addresses addresses, List<Tenant> tenants, Ledger ledger) {
        List<IntConsumer> routines = new ArrayList<>();
        tenants.stream().skip(QUIET).limit(BUSY).map(Tenant::groupId).forEach(groupId -> {
            JsonNode key = Routine.key(client(addresses), groupId);
            routines.add(routine(addresses, groupId, key, ledger)::cluster);
            routines.add(routine(addresses, groupId, key, ledger)::alertConfiguration);
        });
        routines.add(routine(addresses, tenants.get(QUIET).groupId(), key(addresses, tenants.get(QUIET)), ledger)::key);
        Tenant insistent = tenants.getLast();
        Routine.insistOnPrivacy(client(addresses), insistent.groupId(), key(addresses, insistent));
        routines.add(routine(addresses, insistent.groupId(), key(addresses, insistent), ledger)::endpoint);
        return routines;
    }

    private static JsonNode key(Addresses addresses, Tenant tenant) {
        return Routine.key(client(addresses), tenant.groupId());
    }

    private static Routine routine(Addresses addresses, String groupId, JsonNode key, Ledger ledger) {
        return new Routine(client(addresses), groupId, key, hook(addresses), ledger);
    }

    private static DigestClient client(Addresses addresses) {
        return new DigestClient(addresses.baseUrl(), addresses.publicKey(), addresses.privateKey());
    }

    private static String hook(Addresses addresses) {
        return addresses.cloudUrl() + "/_channels/webhook/rolling";
    }

    /** One replica after the other: each has to go by itself, and to be there again before the next one is told. */
    private List<String> roll(LocalStack stack, Ledger ledger) {
        List<String> findings = new ArrayList<>();
        for (Service service : ORDER) {
            long before = ledger.requests();
            long begun = System.nanoTime();
            if (!stack.services().terminate(service, GRACE)) {
                findings.add(service.folder() + " did not end by itself");
            }
            stack.services().start(service);
            if (!stack.second(service).terminate(GRACE)) {
                findings.add(stack.second(service).name() + " did not end by itself");
            }
            stack.second(service).start();
            trial.say("both replicas of %s restarted in %.1f s, %d requests meanwhile"
                    .formatted(service.folder(), (System.nanoTime() - begun) / 1e9, ledger.requests() - before));
        }
        return findings;
    }

    private List<String> audit(LocalStack stack, List<Tenant> tenants, Ledger ledger, Instant begun) {
        String cloudUrl = stack.addresses().cloudUrl();
        List<Published> published = Patience.look(
                LIMIT, PAUSE, () -> EventArchive.read(stack.addresses().kafka()), all -> Audit.effects(
                                ledger.effects(), all)
                        .isEmpty());
        List<String> findings = new ArrayList<>(ledger.failures());
        findings.addAll(Audit.effects(ledger.effects(), published));
        findings.addAll(Audit.events(published));
        findings.addAll(Audit.endpoints(ledger.effects(), new CloudControl(cloudUrl).endpoints()));
        int restarts = 2 * rounds;
        tenants.stream()
                .limit(QUIET)
                .map(Tenant::keyArn)
                .forEach(key -> findings.addAll(
                        SweepRules.audit(key, checks(cloudUrl, key, begun), INTERVAL, LEASE, restarts)));
        trial.say("in all: %d requests, %d acknowledged effects, %d events"
                .formatted(ledger.requests(), ledger.effects().size(), published.size()));
        return findings;
    }

    private static List<Instant> checks(String cloudUrl, String keyArn, Instant since) {
        JsonNode calls = PlainJson.get(cloudUrl + "/_control/log?service=kms&operation=Decrypt&resource=" + keyArn);
        return StreamSupport.stream(calls.path("entries").spliterator(), false)
                .map(call -> Instant.parse(call.path("at").asText()))
                .filter(since::isBefore)
                .toList();
    }
}
