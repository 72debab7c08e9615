package io.keyward.endpoint.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.atlas.ObjectIds;
import io.keyward.clouds.ContextHop;
import io.keyward.clouds.aws.AwsClients;
import io.keyward.clouds.aws.AwsConfig;
import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.provider.RegionView.Sighting;
import io.keyward.simulator.Accounts;
import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import io.keyward.testkit.Rule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we make of EC2's answers, through AWS's own SDK, with a simulator of this class's own. */
class AwsPrivateEndpointsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String REGION = "us-east-1";
    private static final String INSTALLATION = "test";
    private static final String ALONE = ObjectIds.next();
    private static final String NAMELESS = ObjectIds.next();

    private static CloudSimulator simulator;
    private static Vertx vertx;
    private static Ec2Clients ec2;
    private static SimpleMeterRegistry meters;
    private static AwsPrivateEndpoints provider;

    @BeforeAll
    static void start() {
        simulator = CloudSimulator.start(Options.defaults());
        vertx = Vertx.vertx();
        ec2 = new Ec2Clients(awsClients(simulator.platformSecretAccessKey(), "3s"));
        meters = new SimpleMeterRegistry();
        provider = provider(ec2);
        network("vpc-alone", "true");
        network("vpc-nameless", "false");
    }

    @AfterAll
    static void stop() {
        ec2.close();
        simulator.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void atOnce() {
        control("PUT", "endpoint-settings", """
                {"creation":"PT0S","deletion":"PT0S","deletedVisible":"PT0S"}""");
    }

    @AfterEach
    void calm() {
        control("POST", "reset", "");
    }

    @Test
    @Rule("E2")
    void makesAnEndpointOnceShowsItAndRemovesIt() {
        var order = order(ObjectIds.next());

        var ref = made(provider.create(order));

        assertThat(await(() -> provider.create(order))).isEqualTo(new Answer.Accepted(ref));
        assertThat(seen(REGION).get(order.endpointId()).seen())
                .isInstanceOfSatisfying(
                        Observation.Up.class,
                        up -> assertThat(up.address()).startsWith(ref).endsWith(".kms.us-east-1.vpce.amazonaws.com"));
        assertThat(await(() -> provider.delete(REGION, ref))).isEqualTo(new Answer.Accepted(ref));
        assertThat(seen(REGION)).doesNotContainKey(order.endpointId());
        assertThat(await(() -> provider.delete(REGION, ref))).isEqualTo(new Answer.Accepted(ref));
        assertThat(await(() -> provider.delete(REGION, "vpce-0000000000000beef")))
                .isEqualTo(new Answer.Accepted("vpce-0000000000000beef"));
    }

    @Test
    @Rule("E1")
    void itsTagsNameProjectEndpointAndInstallationAndItIsInTheProjectsNetwork() {
        var shared = order(ObjectIds.next());
        var own = order(ALONE);

        var ofShared = report(made(provider.create(shared)));
        var ref = made(provider.create(own));

        assertThat(ofShared.get("vpcId").asText()).isEqualTo(Accounts.PLATFORM_VPC);
        var ofOwn = report(ref);
        assertThat(ofOwn.get("vpcId").asText()).isEqualTo("vpc-alone");
        assertThat(ofOwn.at("/tags/Name").asText()).isEqualTo(INSTALLATION + "-" + ALONE + "-" + own.endpointId());
        assertThat(ofOwn.at("/tags/keyward:project-id").asText()).isEqualTo(ALONE);
        assertThat(ofOwn.at("/tags/keyward:endpoint-id").asText()).isEqualTo(own.endpointId());
        assertThat(ofOwn.at("/tags/keyward:installation").asText()).isEqualTo(INSTALLATION);
        await(() -> provider.delete(REGION, ref));
    }

    @Test
    @Rule("E4")
    void namesThatCannotBeHadAreRefusedWithWhatToDo() {
        var first = order(ALONE);
        var ref = made(provider.create(first));

        refused(order(ALONE), "something else in the VPC answers to KMS's name");
        refused(order(NAMELESS), "enableDnsHostnames and enableDnsSupport");

        assertThat(seen(REGION).get(first.endpointId()).seen())
                .isInstanceOfSatisfying(
                        Observation.Up.class, up -> assertThat(up.address()).startsWith(ref));
        await(() -> provider.delete(REGION, ref));
        var second = made(provider.create(order(ALONE)));
        await(() -> provider.delete(REGION, second));
    }

    @ParameterizedTest
    @Rule("E2")
    @CsvSource({
        "pending,           Pending",
        "pendingAcceptance, PendingApproval",
        "available,         Up",
        "partial,           Up",
        "rejected,          Refused",
        "failed,            Refused",
        "expired,           Refused",
    })
    void readsEveryState(String state, String seen) {
        control("PUT", "endpoint-creations/all", """
                {"state":"%s","code":"TestTrouble","message":"subnet-1 said no."}""".formatted(state));
        var order = order(ObjectIds.next());
        var ref = made(provider.create(order));

        var sighting = seen(REGION).get(order.endpointId());

        assertThat(sighting.ref()).isEqualTo(ref);
        assertThat(sighting.seen().getClass().getSimpleName()).isEqualTo(seen);
        assertThat(sighting.seen().toString()).doesNotContain("subnet-1");
        assertThat(meters.get("keyward.endpoints.partial").gauge().value()).isEqualTo(state.equals("partial") ? 1 : 0);
        await(() -> provider.delete(REGION, ref));
    }

    @Test
    @Rule("E2")
    void aReplacementWaitsForAcceptanceToo() {
        control("PUT", "endpoint-creations/all", """
                {"state":"pendingAcceptance"}""");
        var first = order(ObjectIds.next());
        var second = order(first.groupId());
        control("POST", "endpoints/" + made(provider.create(first)) + "/reject", "");

        var ref = made(provider.create(second));

        assertThat(seen(REGION).get(first.endpointId()).seen()).isInstanceOf(Observation.Refused.class);
        assertThat(seen(REGION).get(second.endpointId()).seen()).isEqualTo(new Observation.PendingApproval(ref));
        control("POST", "endpoints/" + ref + "/activate", "");
        assertThat(seen(REGION).get(second.endpointId()).seen()).isInstanceOf(Observation.Up.class);
    }

    @Test
    void seesMoreThanOnePageShows() {
        var region = "eu-north-1";
        var members = IntStream.range(0, 1001)
                .mapToObj(number -> """
                        {"tags":{"keyward:endpoint-id":"%024x","keyward:installation":"test"}}""".formatted(number))
                .collect(Collectors.joining(","));
        control("POST", "endpoint-batches", """
                {"region":"%s","endpoints":[%s]}""".formatted(region, members));
        control("POST", "endpoint-batches", """
                {"region":"%s","endpoints":[{"tags":{"keyward:installation":"another"}}]}""".formatted(region));
        var before = looks(region);

        var seen = seen(region);

        assertThat(seen).hasSize(1001);
        assertThat(looks(region) - before).isEqualTo(2);
    }

    @ParameterizedTest
    @Rule("E4")
    @CsvSource(delimiter = '|', textBlock = """
            "effect":"THROTTLE"                                            | being asked too much
            "effect":"UNREACHABLE"                                         | could not be reached
            "effect":"FAIL","code":"UnauthorizedOperation","status":403    | ec2:DescribeVpcEndpoints
            "effect":"FAIL","code":"AuthFailure","status":401              | whether this region is enabled
            "effect":"FAIL","code":"OptInRequired","status":401            | enable this region
            "effect":"FAIL","code":"RequestExpired","status":400           | set the clock
            "effect":"FAIL","code":"InternalError","status":500            | EC2 failed
            "effect":"FAIL","code":"Brand.New","status":400                | (EC2: Brand.New)
            """)
    void aLookThatFailsSaysWhy(String disturbance, String saying) {
        disturb("DescribeVpcEndpoints", disturbance);

        assertThat(await(() -> provider.observe(REGION)))
                .isInstanceOfSatisfying(RegionView.Unseen.class, unseen -> assertThat(unseen.cause())
                        .contains(saying));
    }

    @ParameterizedTest
    @Rule("E4")
    @CsvSource(delimiter = '|', textBlock = """
            "effect":"THROTTLE"                                                | TryLater | being asked too much
            "effect":"FAIL","code":"InsufficientFreeAddressesInSubnet","status":400 | Refused | a subnet with free addresses
            "effect":"FAIL","code":"VpcEndpointLimitExceeded","status":400     | Refused  | raise the limit
            """)
    void aRequestThatFailsSaysWhyAndWhetherItIsMadeAgain(String disturbance, String answer, String saying) {
        disturb("CreateVpcEndpoint", disturbance);
        var order = order(ObjectIds.next());

        var told = await(() -> provider.create(order));

        assertThat(told.getClass().getSimpleName()).isEqualTo(answer);
        assertThat(told.toString()).contains(saying);
    }

    @Test
    @Rule("E4")
    void silenceIsNoAnswer() {
        disturb("DescribeVpcEndpoints", "\"effect\":\"HANG\"");
        disturb("CreateVpcEndpoint", "\"effect\":\"HANG\",\"when\":\"AFTER\"");

        with(simulator.platformSecretAccessKey(), "300ms", impatient -> {
            assertThat(await(() -> impatient.observe(REGION)))
                    .isEqualTo(new RegionView.Unseen(AwsTrouble.TIMED_OUT.text()));
            assertThat(await(() -> impatient.create(order(ObjectIds.next()))))
                    .isEqualTo(new Answer.TryLater(AwsTrouble.TIMED_OUT.text()));
        });
    }

    @Test
    @Rule("E4")
    void credentialsThatAreNotOursAreTold() {
        with("somebody-elses-secret", "3s", stranger -> assertThat(await(() -> stranger.observe(REGION)))
                .isInstanceOfSatisfying(RegionView.Unseen.class, unseen -> assertThat(unseen.cause())
                        .contains("check our AWS credentials")));
    }

    @Test
    @Rule("E1")
    void withoutANetworkNothingIsAsked() {
        var nowhere = new AwsNetworks(config(Map.of()).getConfigMapping(AwsEndpointConfig.class));
        var config = config(Map.of()).getConfigMapping(AwsEndpointConfig.class);
        var lost = new AwsPrivateEndpoints(ec2, nowhere, new AwsNotices(new SimpleMeterRegistry()), config);

        assertThat(await(() -> lost.create(order(ObjectIds.next()))))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.message())
                        .contains("there is no VPC"));
    }

    private static Order order(String groupId) {
        return new Order(ObjectIds.next(), groupId, REGION);
    }

    private static void refused(Order order, String saying) {
        assertThat(await(() -> provider.create(order)))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.message())
                        .contains(saying, "(EC2: InvalidParameter)")
                        .doesNotContain("vpc-"));
    }

    private static String made(Uni<Answer> creation) {
        return ((Answer.Accepted) await(() -> creation)).ref();
    }

    private static Map<String, Sighting> seen(String region) {
        return ((RegionView.Seen) await(() -> provider.observe(region)))
                .sightings().stream().collect(Collectors.toMap(Sighting::endpointId, sighting -> sighting));
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        return ContextHop.onNewContext(vertx, work).await().atMost(Duration.ofSeconds(20));
    }

    private static void disturb(String operation, String disturbance) {
        control("PUT", "disturbances/" + operation, """
                {"service":"ec2","operation":"%s",%s}""".formatted(operation, disturbance));
    }

    private static JsonNode report(String ref) {
        for (JsonNode endpoint : control("GET", "endpoints", "").get("endpoints")) {
            if (endpoint.get("id").asText().equals(ref)) {
                return endpoint;
            }
        }
        throw new IllegalStateException("there is no " + ref);
    }

    private static long looks(String region) {
        var counts = control("GET", "calls?service=ec2&operation=DescribeVpcEndpoints&region=" + region, "")
                .get("calls");
        return counts.isEmpty() ? 0 : counts.get(0).get("calls").asLong();
    }

    private static void network(String vpc, String dnsHostnames) {
        control("PUT", "networks/" + vpc, """
                {"subnetIds":["subnet-%1$s"],"securityGroupIds":["sg-%1$s"],"dnsHostnames":%2$s}""".formatted(vpc, dnsHostnames));
    }

    private static AwsPrivateEndpoints provider(Ec2Clients clients) {
        var settings = new HashMap<String, String>();
        settings.put("keyward.endpoint.aws.installation", INSTALLATION);
        settings.put("keyward.endpoint.aws.vpc-id", Accounts.PLATFORM_VPC);
        settings.put("keyward.endpoint.aws.subnet-ids", Accounts.PLATFORM_SUBNET);
        settings.put("keyward.endpoint.aws.security-group-ids", Accounts.PLATFORM_SECURITY_GROUP);
        Map.of(ALONE, "vpc-alone", NAMELESS, "vpc-nameless").forEach((project, vpc) -> {
            var prefix = "keyward.endpoint.aws.projects.\"" + project + "\".";
            settings.put(prefix + "vpc-id", vpc);
            settings.put(prefix + "subnet-ids", "subnet-" + vpc);
            settings.put(prefix + "security-group-ids", "sg-" + vpc);
            settings.put(prefix + "private-dns", "true");
        });
        var config = config(settings).getConfigMapping(AwsEndpointConfig.class);
        return new AwsPrivateEndpoints(clients, new AwsNetworks(config), new AwsNotices(meters), config);
    }

    private static void with(String secret, String callTimeout, Consumer<AwsPrivateEndpoints> work) {
        var clients = new Ec2Clients(awsClients(secret, callTimeout));
        try {
            work.accept(provider(clients));
        } finally {
            clients.close();
        }
    }

    private static AwsClients awsClients(String secret, String callTimeout) {
        var settings = Map.of(
                "keyward.aws.endpoint",
                simulator.endpoint().toString(),
                "keyward.aws.access-key-id",
                simulator.platformAccessKeyId(),
                "keyward.aws.secret-access-key",
                secret,
                "keyward.aws.call-timeout",
                callTimeout);
        return new AwsClients(config(settings).getConfigMapping(AwsConfig.class));
    }

    private static SmallRyeConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(AwsConfig.class)
                .withMapping(AwsEndpointConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }

    private static JsonNode control(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(simulator.endpoint() + "/_control/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
