package io.keyward.config.encryption;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.configuring;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.peer;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.role;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.run;
import static io.keyward.config.Tenants.setState;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.access.peer.InternalPort;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.FarEnd;
import io.keyward.config.Topic;
import io.keyward.config.encryption.admitted.AdmissionSweeps;
import io.keyward.config.encryption.settings.EncryptionPatch;
import io.keyward.config.encryption.store.AdmissionStore.Admission;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EndpointEvent.Endpoint;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How endpoint-service is admitted to making an endpoint, and how that and closing a project exclude each other. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class EndpointAdmissionIT {
    private static final int RACES = 100;
    private static final Actor ACTOR = Actor.system("endpoint-service");
    private static final String IRISH_KEY = KEY.replace("us-east-1", "eu-west-1");

    FarEnd others;

    @Inject
    Admissions admissions;

    @Inject
    EncryptionService service;

    @Inject
    InternalPort internal;

    @BeforeEach
    void forget() {
        others.reset();
    }

    @Test
    @Rule({"E1", "C18"})
    void everyAdmissionHasAHigherStampAndItsRegionGetsAKey() {
        String groupId = privateProject();

        long first = stamp(admit(groupId, "us-east-1"), KEY);
        long second = stamp(admit(groupId, "EU_WEST_1"), IRISH_KEY);
        int events = events(groupId).size();
        long third = stamp(admit(groupId, "eu-west-1"), IRISH_KEY);

        assertThat(second).isGreaterThan(first);
        assertThat(third).isGreaterThan(second);
        assertThat(events(groupId)).hasSize(events);
        JsonPath event = JsonPath.from(events(groupId).getLast());
        assertThat(event.getList("keyUses.region")).isEqualTo(List.of("us-east-1", "eu-west-1"));
        assertThat(event.getList("keyUses.home")).isEqualTo(List.of(true, false));
        assertThat(event.getList("keyUses.privateNetworking")).isEqualTo(List.of(true, true));
        OWNER.get(encryption(groupId)).then().body("awsKms.valid", is(true));
    }

    @Test
    @Rule({"A2", "E1", "C18"})
    void refusesInWordsThatTheCallerCanPassOn() {
        String groupId = project();
        refused(admit(groupId, "us-east-1"), 400, "ENCRYPTION_AT_REST_NOT_ENABLED");
        OWNER.patch(encryption(groupId), configuring(KEY, role(groupId))).then().statusCode(200);
        refused(admit(groupId, "us-east-1"), 400, "KMS_PRIVATE_NETWORKING_NOT_REQUIRED");
        OWNER.patch(encryption(groupId), "{'awsKms':{'requirePrivateNetworking':true}}")
                .then()
                .statusCode(200);
        refused(admit(groupId, "moon-1"), 400, "INVALID_REGION");
        refused(admit(ObjectIds.next(), "us-east-1"), 404, "GROUP_NOT_FOUND");
        others.onKey(FarEnd.refusing("UNUSABLE", "KEY_NEVER_FOUND"));
        admit(groupId, "eu-west-1")
                .then()
                .statusCode(400)
                .body("errorCode", is("AWS_KMS_KEY_NOT_REPLICATED_IN_REGION"))
                .body("detail", containsString("kms:ReplicateKey"))
                .body("detail", containsString("--replica-region eu-west-1"));
        setState(groupId, "INACTIVE").then().statusCode(200);
        admit(groupId, "us-east-1")
                .then()
                .statusCode(400)
                .body("errorCode", is("KMS_PRIVATE_NETWORKING_NOT_SUPPORTED"))
                .body("detail", containsString("not in the state ACTIVE"))
                .body("detail", containsString("one that was lost is not replaced"));
        peer("endpoint-service")
                .body("{\"provider\":\"AZURE\",\"region\":\"US_EAST\"}")
                .post(path(groupId))
                .then()
                .statusCode(400)
                .body("errorCode", is("ENCRYPTION_AT_REST_NOT_ENABLED"));
        given().port(internal.port()).post(path(groupId)).then().statusCode(401);
    }

    @Test
    @Rule({"P2", "C18"})
    void anEndpointMayBeWhatIsMissingToReachTheReplica() {
        String groupId = privateProject();
        others.onKey(question -> "");
        stamp(admit(groupId, "eu-west-1"), IRISH_KEY);
        others.onKey(FarEnd.refusing("INCONCLUSIVE", "UNREACHABLE"));
        stamp(admit(groupId, "ap-south-1"), KEY.replace("us-east-1", "ap-south-1"));

        OWNER.get(encryption(groupId)).then().body("awsKms.valid", is(false));
    }

    @Test
    @Rule({"C7", "C8"})
    void anAdmissionDuringAClosingIsSeenByTheNextOne() {
        String groupId = privateProject();
        others.onClosing(question -> {
            if (others.asked(groupId + "/closings").size() == 1) {
                grant(groupId);
                return FarEnd.endpoints().to(question);
            }
            return FarEnd.endpoints("us-east-1:INITIATING").to(question);
        });

        OWNER.patch(encryption(groupId), "{'awsKms':{'enabled':false}}")
                .then()
                .statusCode(400)
                .body("errorCode", is("CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS"));

        others.onClosing(question -> {
            grant(groupId);
            return FarEnd.endpoints().to(question);
        });
        OWNER.patch(encryption(groupId), "{'awsKms':{'enabled':false}}")
                .then()
                .statusCode(409)
                .body("errorCode", is("CONCURRENT_MODIFICATION"));
        OWNER.get(encryption(groupId)).then().body("awsKms.requirePrivateNetworking", is(true));
    }

    @Test
    @Rule({"C7", "E6"})
    void aReplacementThatWasAdmittedBeforeAClosingComesTooLateAndNoneIsAdmittedAfterIt() {
        String groupId = privateProject();
        Registry registry = new Registry();
        others.onClosing(registry::close);
        long admitted = stamp(admit(groupId, "us-east-1"), KEY);

        OWNER.patch(encryption(groupId), "{'awsKms':{'requirePrivateNetworking':false}}")
                .then()
                .statusCode(200);
        registry.make(admitted);

        assertThat(registry.exists()).isFalse();
        refused(admit(groupId, "us-east-1"), 400, "KMS_PRIVATE_NETWORKING_NOT_REQUIRED");
    }

    /** endpoint-service's side of the protocol: endpoints are made under a stamp, and a closing says what exists. */
    private static final class Registry {
        private long closed;
        private boolean exists;

        synchronized String close(JsonNode closing) {
            closed = Math.max(closed, closing.path("stamp").asLong());
            return exists
                    ? FarEnd.endpoints("us-east-1:INITIATING").to(closing)
                    : FarEnd.endpoints().to(closing);
        }

        synchronized void make(long stamp) {
            exists |= stamp >= closed;
        }

        synchronized boolean exists() {
            return exists;
        }

        synchronized void delete() {
            exists = false;
        }
    }

    @Test
    @Rule({"C7", "P3"})
    void howeverTheyRaceNoEndpointIsLeftWherePrivateNetworkingIsOff() throws Exception {
        String groupId = privateProject();
        Registry registry = new Registry();
        others.onClosing(registry::close);
        int off = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int race = 0; race < RACES; race++) {
                CompletableFuture<Void> made = CompletableFuture.runAsync(() -> make(groupId, registry), threads);
                CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> patch(groupId, false), threads);
                CompletableFuture.allOf(made, closed).get(30, SECONDS);

                boolean isPrivate = isPrivate(groupId);
                assertThat(registry.exists() && !isPrivate).as("race %d", race).isFalse();
                off += isPrivate ? 0 : 1;
                registry.delete();
                patch(groupId, true);
            }
        }
        assertThat(off).as("races that the closing won").isPositive();
    }

    @Test
    @Rule({"C18", "P3"})
    void aRegionHasItsKeyAsLongAsAnEndpointNeedsIt() {
        String groupId = privateProject();
        stamp(admit(groupId, "eu-west-1"), IRISH_KEY);
        String endpointId = ObjectIds.next();
        Endpoint endpoint = new Endpoint(groupId, "AWS", "eu-west-1", Instant.now(), null, null, null);
        String southern = ObjectIds.next();

        Topic.publish(
                Topics.ENDPOINTS, new EndpointEvent.EndpointRequested(endpointId, 1, Instant.now(), ACTOR, endpoint));
        Topic.publish(
                Topics.ENDPOINTS,
                new EndpointEvent.EndpointRequested(
                        southern,
                        1,
                        Instant.now(),
                        ACTOR,
                        new Endpoint(groupId, "AWS", "ap-south-1", Instant.now(), null, null, null)));
        awaitRegions(groupId, "AP_SOUTH_1", "EU_WEST_1", "US_EAST_1");
        Topic.publish(
                Topics.ENDPOINTS, new EndpointEvent.EndpointDeleted(endpointId, 3, Instant.now(), ACTOR, endpoint));
        Topic.publish(
                Topics.ENDPOINTS, new EndpointEvent.EndpointActivated(endpointId, 2, Instant.now(), ACTOR, endpoint));
        awaitRegions(groupId, "AP_SOUTH_1", "US_EAST_1");

        assertThat(rows("select status from endpoint_seen where group_id = '" + groupId + "' order by region"))
                .containsExactly("INITIATING", "DELETED");
    }

    @Test
    @Rule({"E6", "C18", "P3"})
    void aRegionKeepsItsKeyWhileItsEndpointIsReplacedInWhateverOrderThatIsTold() {
        String groupId = privateProject();
        stamp(admit(groupId, "eu-west-1"), IRISH_KEY);
        List<String> keyUse =
                rows("select id from key_use where region = 'EU_WEST_1' and group_id = '" + groupId + "'");
        int told = events(groupId).size();
        String first = ObjectIds.next();
        String second = ObjectIds.next();
        Endpoint original = lineage(groupId, null, null);
        Endpoint replaced = lineage(groupId, null, second);
        Endpoint successor = lineage(groupId, first, null);

        tell(new EndpointEvent.EndpointActivated(first, 2, Instant.now(), ACTOR, original));
        tell(new EndpointEvent.EndpointLost(first, 4, Instant.now(), ACTOR, replaced));
        tell(new EndpointEvent.EndpointDeleted(first, 6, Instant.now(), ACTOR, replaced));
        tell(new EndpointEvent.EndpointLost(first, 3, Instant.now(), ACTOR, original));
        awaitEndpoints(groupId, "DELETED", "INITIATING");
        tell(new EndpointEvent.EndpointActivated(second, 2, Instant.now(), ACTOR, successor));
        tell(new EndpointEvent.EndpointRequested(second, 1, Instant.now(), ACTOR, successor));
        tell(new EndpointEvent.EndpointLost(first, 4, Instant.now(), ACTOR, replaced));
        awaitEndpoints(groupId, "DELETED", "ACTIVE");

        assertThat(rows("select id from key_use where region = 'EU_WEST_1' and group_id = '" + groupId + "'"))
                .isEqualTo(keyUse);
        assertThat(events(groupId)).hasSize(told);
        tell(new EndpointEvent.EndpointDeleted(second, 3, Instant.now(), ACTOR, successor));
        awaitRegions(groupId, "US_EAST_1");
    }

    @Test
    @Rule({"C18", "E1"})
    void anAdmissionThatLeadsToNoEndpointIsForgottenAndItsKeyUseWithIt() {
        String groupId = privateProject();
        stamp(admit(groupId, "eu-west-1"), IRISH_KEY);
        tell(new EndpointEvent.EndpointRequested(
                ObjectIds.next(),
                1,
                Instant.now(),
                ACTOR,
                new Endpoint(groupId, "AWS", "ap-south-1", Instant.now(), null, null, null)));
        awaitRegions(groupId, "AP_SOUTH_1", "EU_WEST_1", "US_EAST_1");
        AdmissionSweeps.sweep();
        awaitRegions(groupId, "AP_SOUTH_1", "EU_WEST_1", "US_EAST_1");

        AdmissionSweeps.age(groupId);
        AdmissionSweeps.sweep();

        awaitRegions(groupId, "AP_SOUTH_1", "US_EAST_1");
        int told = events(groupId).size();
        AdmissionSweeps.sweep();
        assertThat(events(groupId)).hasSize(told);
    }

    private static Endpoint lineage(String groupId, @Nullable String predecessor, @Nullable String successor) {
        return new Endpoint(groupId, "AWS", "eu-west-1", Instant.now(), null, null, null, predecessor, successor);
    }

    private static void tell(EndpointEvent event) {
        Topic.publish(Topics.ENDPOINTS, event);
    }

    private static void awaitEndpoints(String groupId, String... statuses) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        rows("select status from endpoint_seen where group_id = '" + groupId + "' order by id"))
                .containsExactly(statuses));
    }

    private static void awaitRegions(String groupId, String... regions) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        rows("select region from key_use where group_id = '" + groupId + "' order by region"))
                .containsExactly(regions));
    }

    /** With pauses of any length before and after the admission, so that the closing falls on each side of both. */
    private void make(String groupId, Registry registry) {
        dawdle();
        Optional<Admission.Granted> admission = grant(groupId);
        dawdle();
        admission.ifPresent(granted -> registry.make(granted.stamp()));
    }

    private static void dawdle() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MILLISECONDS.toNanos(15)));
    }

    private Optional<Admission.Granted> grant(String groupId) {
        try {
            return Optional.of(run(() -> admissions.admit(groupId, AwsRegion.US_EAST_1)));
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }

    private void patch(String groupId, boolean privately) {
        EncryptionPatch.Aws aws = new EncryptionPatch.Aws(null, null, null, null, null, null, privately);
        try {
            run(() -> service.patch(groupId, new EncryptionPatch(aws, null, null, null), ACTOR));
        } catch (Refusal refused) {
            assertThat(privately).isFalse();
        }
    }

    private static boolean isPrivate(String groupId) {
        return rows("select cast(aws_private_networking as text) from encryption_config where group_id = '" + groupId
                        + "'")
                .getFirst()
                .equals("true");
    }

    private static String privateProject() {
        String groupId = projectWithKey();
        OWNER.patch(encryption(groupId), "{'awsKms':{'requirePrivateNetworking':true}}")
                .then()
                .statusCode(200);
        return groupId;
    }

    private static Response admit(String groupId, String region) {
        return peer("endpoint-service")
                .body("{\"provider\":\"AWS\",\"region\":\"" + region + "\"}")
                .post(path(groupId));
    }

    private static String path(String groupId) {
        return "/internal/v1/projects/" + groupId + "/endpoint-admissions";
    }

    private static long stamp(Response reply, String key) {
        return reply.then()
                .statusCode(200)
                .body("key", is(key))
                .extract()
                .jsonPath()
                .getLong("stamp");
    }

    private static void refused(Response reply, int status, String code) {
        reply.then().statusCode(status).body("errorCode", is(code));
    }

    private static List<String> events(String groupId) {
        return rows("select cast(payload as text) from outbox where topic = 'keyward.encryption' and key = '" + groupId
                + "' order by position");
    }
}
