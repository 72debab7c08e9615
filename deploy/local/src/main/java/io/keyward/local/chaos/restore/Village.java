package io.keyward.local.chaos.restore;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.chaos.validation.truth.Act;
import io.keyward.local.chaos.validation.truth.TruthLog;
import io.keyward.local.chaos.validation.world.Household;
import io.keyward.local.chaos.validation.world.Tenant;
import io.keyward.local.client.DigestClient;
import io.keyward.local.client.Patience;
import io.keyward.local.folder.Addresses;
import io.keyward.local.service.Service;
import io.keyward.local.stack.LocalStack;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Projects, each of which something else befalls in the time that is lost. */
final class Village {
    private static final String V2023 = "2023-01-01";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final List<String> REGIONS =
            List.of("EU_WEST_2", "EU_WEST_3", "EU_NORTH_1", "US_WEST_1", "US_WEST_2");

    private static final List<String> REPLICAS = REGIONS.stream()
            .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    private static final int SETTLERS = 5;
    private static final int SECLUDED = 3;

    private final Addresses addresses;
    /** Its clusters come, go and are paused. */
    private final Tenant busy;
    /** Its key is taken away. */
    private final Tenant taken;
    /** Its key had been taken away, and is given back. */
    private final Tenant returned;
    /** It has private endpoints, one of which goes, and another comes. */
    private final Tenant secluded;
    /** It has another key. */
    private final Tenant renewed;

    private Village(Addresses addresses, List<Tenant> tenants) {
        this.addresses = addresses;
        busy = tenants.get(0);
        taken = tenants.get(1);
        returned = tenants.get(2);
        secluded = tenants.get(SECLUDED);
        renewed = tenants.get(4);
    }

    static Village settle(LocalStack stack) {
        Addresses addresses = stack.addresses();
        Household household = new Household(
                addresses,
                addresses.cloudUrl() + "/_channels/webhook/restore",
                new TruthLog(stack.logs().resolve("truth.log")));
        List<Tenant> tenants = IntStream.range(0, SETTLERS)
                .parallel()
                .mapToObj(number -> number == SECLUDED ? household.arrive(number, REPLICAS) : household.arrive(number))
                .toList();
        Village village = new Village(addresses, tenants);
        village.begin();
        return village;
    }

    private void begin() {
        insistOnPrivacy();
        askForEndpoint(home());
        askForEndpoint(REGIONS.get(0));
        all().forEach(tenant -> awaitClusters(tenant, "RUNNING"));
        perform(returned, Act.Kind.DISABLE, "");
        awaitClusters(returned, "STOPPED");
    }

    /** What is in no backup. */
    void live() {
        perform(busy, Act.Kind.PAUSE, Household.CLUSTERS.get(0));
        perform(busy, Act.Kind.DELETE, Household.CLUSTERS.get(1));
        perform(busy, Act.Kind.CREATE, "late");
        perform(taken, Act.Kind.DISABLE, "");
        perform(returned, Act.Kind.ENABLE, "");
        renewed.replaceKey();
        giveUpEndpoint(REGIONS.get(0));
        askForEndpoint(REGIONS.get(1));
        awaitClusters(taken, "STOPPED");
        awaitClusters(returned, "RUNNING");
    }

    /** Everything goes on after the restore: who asks is heard by all. */
    void goOn(Service restored) {
        perform(returned, Act.Kind.CREATE, "after-" + restored.folder());
        perform(renewed, Act.Kind.PAUSE, Household.CLUSTERS.get(restored.ordinal() % Household.CLUSTERS.size()));
        perform(renewed, Act.Kind.UNPAUSE, Household.CLUSTERS.get(restored.ordinal() % Household.CLUSTERS.size()));
        askForEndpoint(REGIONS.get(2 + restored.ordinal()));
    }

    List<Tenant> all() {
        return List.of(busy, taken, returned, secluded, renewed);
    }

    /** What was answered that should not have been. */
    List<String> complaints() {
        return all().stream().map(Tenant::complaints).flatMap(List::stream).toList();
    }

    /** What is not as the keys demand, a sentence each. */
    List<String> wronged() {
        return Stream.concat(wronged(taken, "STOPPED"), wronged(returned, "RUNNING"))
                .toList();
    }

    private static Stream<String> wronged(Tenant tenant, String wanted) {
        return tenant.clusters().stream()
                .filter(cluster -> !stateOf(cluster).equals(wanted))
                .map(cluster -> "%s of %s is %s, and has to be %s"
                        .formatted(cluster.path("name").asText(), tenant.groupId(), stateOf(cluster), wanted));
    }

    /** How it is shown whether a cluster runs. */
    static String stateOf(JsonNode cluster) {
        return cluster.at("/customerKey/state").asText();
    }

    private static void perform(Tenant tenant, Act.Kind kind, String cluster) {
        tenant.perform(new Act(kind, Duration.ZERO, cluster));
    }

    private static void awaitClusters(Tenant tenant, String state) {
        await("the clusters of " + tenant.groupId() + " are " + state, () -> tenant.clusters().stream()
                .allMatch(cluster -> stateOf(cluster).equals(state)));
    }

    private void insistOnPrivacy() {
        client().patch(
                        in("encryptionAtRest"),
                        V2023,
                        "{\"awsKms\":{\"enabled\":true,\"requirePrivateNetworking\":true}}")
                .expect(200);
    }

    private String home() {
        return client().get(in("encryptionAtRest"), V2023)
                .expect(200)
                .body()
                .at("/awsKms/region")
                .asText();
    }

    private void askForEndpoint(String region) {
        client().post(endpoints(), V2023, "{\"regionName\":\"" + region + "\"}").expect(202);
        await("an ACTIVE endpoint in " + region, () -> endpoints(region).stream()
                .anyMatch(endpoint -> endpoint.path("status").asText().equals("ACTIVE")));
    }

    private void giveUpEndpoint(String region) {
        endpoints(region).forEach(endpoint -> client().delete(
                        endpoints() + "/" + endpoint.path("id").asText(), V2023)
                .expect(204));
        await("no endpoint in " + region, () -> endpoints(region).isEmpty());
    }

    private List<JsonNode> endpoints(String region) {
        JsonNode results = client().get(endpoints(), V2023).expect(200).body().path("results");
        return StreamSupport.stream(results.spliterator(), false)
                .filter(endpoint -> endpoint.path("regionName").asText().equals(region))
                .toList();
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) {
        if (!Patience.until(LIMIT, PAUSE, condition)) {
            throw new IllegalStateException("not within " + LIMIT.toSeconds() + " s: " + what);
        }
    }

    private DigestClient client() {
        return new DigestClient(addresses.baseUrl(), addresses.publicKey(), addresses.privateKey());
    }

    private String endpoints() {
        return in("encryptionAtRest/AWS/privateEndpoints");
    }

    private String in(String resource) {
        return "/api/atlas/v2/groups/" + secluded.groupId() + "/" + resource;
    }
}
