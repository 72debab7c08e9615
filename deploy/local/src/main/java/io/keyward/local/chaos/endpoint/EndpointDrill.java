package io.keyward.local.chaos.endpoint;

import io.keyward.local.chaos.Drill;
import io.keyward.local.client.DigestClient;
import io.keyward.local.client.Metrics;
import io.keyward.local.client.Patience;
import io.keyward.local.cloud.CloudControl;
import io.keyward.local.demo.outside.CustomerCloud;
import io.keyward.local.demo.outside.Tenant;
import io.keyward.local.folder.Addresses;
import io.keyward.local.service.Service;
import io.keyward.local.service.Tuning;
import io.keyward.local.stack.LocalStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** endpoint-service is killed while endpoints are asked for, deleted, and lost in the cloud, in several projects and regions. */
public final class EndpointDrill implements Drill {

    /** Quick enough that what a kill left half done is taken up again before the next one. */
    public static final Tuning TUNING = Tuning.QUICK
            .withCheckInterval(Duration.ofSeconds(30))
            .withoutRateLimits()
            .withSettings(Map.of(
                    "keyward.aws.call-timeout", "1500ms",
                    "keyward.azure.call-timeout", "900ms",
                    "keyward.endpoint.look-time-limit", "1500ms",
                    "keyward.endpoint.lease", "3500ms",
                    "keyward.endpoint.visible-within", "2500ms",
                    "keyward.endpoint.creation-limit", "20s",
                    "keyward.endpoint.retry-failed-after", "4s",
                    "keyward.endpoint.sweep", "2s"));

    private static final int PROJECTS = 4;
    private static final List<String> REGIONS =
            List.of("us-east-1", "eu-west-1", "eu-central-1", "ap-south-1", "sa-east-1");
    /** Where the tenant's key is from the start. */
    private static final List<String> WITH_KEY = List.of("us-east-1", "eu-west-1");

    private static final List<String> WITH_APPROVAL = List.of("eu-central-1", "sa-east-1");
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Duration REST_LIMIT = Duration.ofMinutes(2);
    private static final Duration STAYS = Duration.ofSeconds(6);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String ORPHANS = "keyward_endpoints_orphaned";

    private final LocalStack stack;
    private final CloudControl cloud;
    private final EndpointApi api;
    private final EndpointActor actor;
    private final Leftovers leftovers;
    private final List<Round> rounds;

    private EndpointDrill(LocalStack stack, List<String> groupIds, List<Round> rounds) {
        Addresses addresses = stack.addresses();
        this.stack = stack;
        this.rounds = rounds;
        cloud = new CloudControl(addresses.cloudUrl());
        leftovers = new Leftovers(stack.postgres(), cloud);
        DigestClient client = new DigestClient(addresses.baseUrl(), addresses.publicKey(), addresses.privateKey());
        api = new EndpointApi(client, groupIds);
        actor = new EndpointActor(api, cloud, groupIds);
    }

    /** The drill of that seed, with projects that may have endpoints, and regions that demand approval. */
    public static EndpointDrill on(LocalStack stack, long seed, int kills) {
        CustomerCloud customer = new CustomerCloud(stack.addresses());
        REGIONS.stream().filter(region -> !WITH_KEY.contains(region)).forEach(customer::replicate);
        List<String> groupIds = IntStream.range(0, PROJECTS)
                .mapToObj(number -> project(stack.addresses(), customer, number))
                .toList();
        List<Spot> spots = IntStream.range(0, PROJECTS)
                .boxed()
                .flatMap(project -> REGIONS.stream().map(region -> new Spot(project, region)))
                .toList();
        EndpointDrill drill = new EndpointDrill(stack, groupIds, EndpointPlan.of(seed, kills, spots));
        drill.cloud.pace(PACE);
        WITH_APPROVAL.forEach(region -> drill.cloud.creationsEnd(region, "pendingAcceptance"));
        return drill;
    }

    private static String project(Addresses addresses, CustomerCloud customer, int number) {
        Tenant tenant = new Tenant(addresses);
        String groupId = tenant.createProject("chaos-" + number);
        String roleId = tenant.createRole().path("roleId").asText();
        tenant.authorizeRole(roleId);
        tenant.useKey(customer.keyArn(), roleId);
        return groupId;
    }

    @Override
    public Service victim() {
        return Service.ENDPOINT;
    }

    @Override
    public String describe() {
        return "%d projects in %d regions, two of which demand approval; endpoint-service is killed"
                .formatted(PROJECTS, REGIONS.size());
    }

    @Override
    public Strike begin(int number) {
        Round round = rounds.get(number - 1);
        return new Strike(round.killAfter(), round.inWords(), actor.perform(round));
    }

    @Override
    public String leftBehind() {
        return leftovers.look();
    }

    @Override
    public String sum() {
        Map<String, Long> statuses = api.all().stream()
                .collect(Collectors.groupingBy(Recorded::status, TreeMap::new, Collectors.counting()));
        return leftovers.sum() + "; at rest " + statuses;
    }

    @Override
    public List<String> conclude() {
        actor.blow(Weather.FAIR);
        WITH_APPROVAL.forEach(cloud::createAsUsual);
        List<String> findings = settle();
        boolean stirsAgain = findings.isEmpty() && Patience.until(STAYS, PAUSE, () -> !audit().isEmpty());
        return Stream.concat(actor.complaints().stream(), (stirsAgain ? settle() : findings).stream())
                .toList();
    }

    private List<String> settle() {
        return Patience.look(REST_LIMIT, PAUSE, this::audit, List::isEmpty);
    }

    private List<String> audit() {
        actor.approveAll();
        double orphans = Metrics.sum(stack.services().url(Service.ENDPOINT), ORPHANS);
        return AuditRules.audit(new Evidence(actor.wanted(), api.all(), actor.inCloud(), orphans));
    }
}
