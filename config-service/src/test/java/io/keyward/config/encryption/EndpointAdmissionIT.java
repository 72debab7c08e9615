package io.keyward.config.encryption;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.configuring;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.peer;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.role;
import static io.keyward.config.Tenants.setState;
import static io.keyward.config.encryption.Admitting.admit;
import static io.keyward.config.encryption.Admitting.events;
import static io.keyward.config.encryption.Admitting.path;
import static io.keyward.config.encryption.Admitting.privateProject;
import static io.keyward.config.encryption.Admitting.refused;
import static io.keyward.config.encryption.Admitting.stamp;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.keyward.access.peer.InternalPort;
import io.keyward.atlas.ObjectIds;
import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How endpoint-service is admitted to making an endpoint, and what it is told when it is not. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class EndpointAdmissionIT {
    private static final String IRISH_KEY = KEY.replace("us-east-1", "eu-west-1");

    FarEnd others;

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
}
