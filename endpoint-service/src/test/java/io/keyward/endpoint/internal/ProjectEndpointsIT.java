package io.keyward.endpoint.internal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.keyward.access.ProjectRole;
import io.keyward.access.peer.InternalPort;
import io.keyward.access.peer.ServiceTokens;
import io.keyward.atlas.ObjectIds;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.Lives;
import io.keyward.endpoint.support.Person;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The internal port, as config-service calls it. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
class ProjectEndpointsIT {
    ConfigService config;

    @Inject
    InternalPort internal;

    @Inject
    ServiceTokens tokens;

    @Inject
    Lives lives;

    private final String groupId = ObjectIds.next();
    private final String endpoints = "/api/atlas/v2/groups/" + groupId + "/encryptionAtRest/AWS/privateEndpoints";
    private final String project = "/internal/v1/projects/" + groupId;
    private Person owner;

    @BeforeEach
    void people() {
        owner = Person.of(config, groupId, ProjectRole.GROUP_OWNER);
    }

    @Rule({"C7", "C8", "E8"})
    @Test
    void tellsOfAllEndpointsWhateverTheirState() {
        String deleting = create("US_EAST_1");
        String initiating = create("EU_WEST_1");
        owner.delete(endpoints + "/" + deleting).then().statusCode(204);

        list().statusCode(200)
                .body("endpoints.id", contains(deleting, initiating))
                .body("endpoints.region", contains("us-east-1", "eu-west-1"))
                .body("endpoints.status", contains("DELETING", "INITIATING"));
        close("{'provider':'AWS','stamp':" + config.nextStamp() + "}")
                .statusCode(200)
                .body("endpoints.id", contains(deleting, initiating))
                .body("endpoints.status", contains("DELETING", "INITIATING"));
    }

    @Rule("E8")
    @Test
    void tellsWhichOnesEverWereActive() {
        String approved = create("US_EAST_1");
        String waiting = create("EU_WEST_1");
        lives.stands(lives.now(groupId, approved));
        owner.delete(endpoints + "/" + approved).then().statusCode(204);
        owner.delete(endpoints + "/" + waiting).then().statusCode(204);

        list().statusCode(200)
                .body("endpoints.status", contains("DELETING", "DELETING"))
                .body("endpoints.stood", contains(true, false));
    }

    @Rule({"C7", "C8", "E6"})
    @Test
    void tellsOfLostOnesAndOfThoseThatReplaceThem() {
        String lost = create("US_EAST_1");
        String successor = lives.isReplaced(lives.now(groupId, lost)).id();

        list().statusCode(200)
                .body("endpoints.id", contains(lost, successor))
                .body("endpoints.region", contains("us-east-1", "us-east-1"))
                .body("endpoints.status", contains("PENDING_RECREATION", "INITIATING"));
    }

    @Rule({"C7", "E1"})
    @Test
    void aProjectWithoutEndpointsIsClosedAndOpensWithTheNextAdmission() {
        list().statusCode(200).body("endpoints", empty());
        close("{'provider':'AWS','stamp':" + config.nextStamp() + "}")
                .statusCode(200)
                .body("endpoints", empty());

        String id = create("US_EAST_1");

        close("{'provider':'AWS','stamp':1}").statusCode(200).body("endpoints.id", contains(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "[]",
                "null",
                "",
                "{'provider':'AWS'}",
                "{'stamp':1}",
                "{'provider':'AWS','stamp':0}",
                "{'provider':'AWS','stamp':-1}",
                "{'provider':'AWS','stamp':null}",
                "{'provider':'AWS','stamp':'1'}",
                "{'provider':'AWS','stamp':99999999999999999999}",
                "{'provider':'GCP','stamp':1}",
                "{'provider':null,'stamp':1}"
            })
    void aClosingThatMakesNoSenseIsRefused(String body) {
        close(body).statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"?provider=GCP", "?provider=", "''"})
    void aListNeedsItsProvider(String query) {
        asConfigService().get(project + "/endpoints" + query).then().statusCode(400);
    }

    @Test
    void onlyOurServicesAreLetIn() {
        String forAnother = tokens.issue("config-service", "validation-service");

        given().port(internal.port())
                .get(project + "/endpoints?provider=AWS")
                .then()
                .statusCode(401);
        given().port(internal.port())
                .auth()
                .preemptive()
                .oauth2(forAnother)
                .get(project + "/endpoints?provider=AWS")
                .then()
                .statusCode(401);
        owner.call()
                .port(internal.port())
                .get(project + "/endpoints?provider=AWS")
                .then()
                .statusCode(401);
        owner.get(project + "/endpoints?provider=AWS")
                .then()
                .statusCode(404)
                .body("errorCode", equalTo("RESOURCE_NOT_FOUND"));
        owner.call().port(internal.port()).get(endpoints).then().statusCode(404);
    }

    private String create(String region) {
        return owner.post(endpoints, "{'regionName':'" + region + "'}")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private ValidatableResponse list() {
        return asConfigService().get(project + "/endpoints?provider=AWS").then();
    }

    private ValidatableResponse close(String body) {
        return asConfigService()
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .post(project + "/closings")
                .then();
    }

    private RequestSpecification asConfigService() {
        return given().port(internal.port())
                .auth()
                .preemptive()
                .oauth2(tokens.issue("config-service", "endpoint-service"));
    }
}
