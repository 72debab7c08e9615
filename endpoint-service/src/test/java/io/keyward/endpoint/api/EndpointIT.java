package io.keyward.endpoint.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.keyward.access.Caller;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.Person;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Private endpoints as curl sees them. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
class EndpointIT {
    private static final String US_EAST_1 = "{'regionName':'US_EAST_1'}";
    private static final String RESOLVED = "application/vnd.atlas.2023-01-01+json;charset=utf-8";

    ConfigService config;

    private final String groupId = ObjectIds.next();
    private final String endpoints = endpoints(groupId, "AWS");
    private Person owner;

    @BeforeEach
    void people() {
        owner = Person.of(config, groupId, ProjectRole.GROUP_OWNER);
    }

    @Rule({"E1", "E7", "A5"})
    @Test
    void anEndpointIsAskedForReadAndListed() {
        String id = owner.post(endpoints, US_EAST_1)
                .then()
                .statusCode(202)
                .contentType(RESOLVED)
                .body("id", matchesPattern("[0-9a-f]{24}"))
                .body("cloudProvider", equalTo("AWS"))
                .body("regionName", equalTo("US_EAST_1"))
                .body("status", equalTo("INITIATING"))
                .body("privateEndpointConnectionName", nullValue())
                .body("$", not(hasKey("errorMessage")))
                .extract()
                .path("id");

        owner.get(endpoints + "/" + id)
                .then()
                .statusCode(200)
                .contentType(RESOLVED)
                .body("id", equalTo(id))
                .body("regionName", equalTo("US_EAST_1"));
        owner.get(endpoints)
                .then()
                .statusCode(200)
                .contentType(RESOLVED)
                .body("totalCount", equalTo(1))
                .body("results.id", contains(id))
                .body("links.rel", contains("self"))
                .body("links[0].href", containsString(endpoints));
    }

    @Rule("E1")
    @Test
    void theOwnerOfTheSettingsIsAskedFirst() {
        owner.post(endpoints, "{'regionName':'eu-west-1'}")
                .then()
                .statusCode(202)
                .body("regionName", equalTo("EU_WEST_1"));

        assertThat(config.asked(groupId)).singleElement().satisfies(asked -> {
            assertThat(asked.authorization()).startsWith("Bearer ");
            assertThat(asked.question().toString()).isEqualTo("{\"provider\":\"AWS\",\"region\":\"eu-west-1\"}");
        });
    }

    @Rule({"E1", "E7"})
    @Test
    void thereIsOneForEachRegion() {
        String id = owner.post(endpoints, US_EAST_1)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        String asRead = owner.get(endpoints + "/" + id).asString();
        owner.post(endpoints, asRead.replace("US_EAST_1", "EU_WEST_1")).then().statusCode(202);

        refused(owner.post(endpoints, US_EAST_1).then(), 409, "KMS_PRIVATE_ENDPOINT_ALREADY_EXISTS")
                .body("parameters", contains("US_EAST_1"));

        owner.get(endpoints).then().body("results.regionName", contains("US_EAST_1", "EU_WEST_1"));
    }

    @Rule({"E7", "A5"})
    @Test
    void aListComesInPages() {
        owner.get(endpoints).then().statusCode(200).body("results", empty()).body("totalCount", equalTo(0));
        owner.post(endpoints, US_EAST_1).then().statusCode(202);
        owner.post(endpoints, "{'regionName':'EU_WEST_1'}").then().statusCode(202);

        owner.get(endpoints + "?itemsPerPage=1&includeCount=false")
                .then()
                .body("results.regionName", contains("US_EAST_1"))
                .body("$", not(hasKey("totalCount")))
                .body("links.rel", contains("self", "next"));
        owner.get(endpoints + "?itemsPerPage=1&pageNum=2")
                .then()
                .body("results.regionName", contains("EU_WEST_1"))
                .body("totalCount", equalTo(2))
                .body("links.rel", contains("self", "previous"));
        owner.get(endpoints + "?pageNum=3").then().statusCode(200).body("results", empty());
        owner.get(endpoints + "?itemsPerPage=501").then().statusCode(400);
    }

    @Rule("E5")
    @Test
    void aDeletedOneIsShownUntilItIsGone() {
        String endpoint = create();

        owner.delete(endpoint).then().statusCode(204).body(equalTo(""));

        owner.get(endpoint).then().statusCode(200).body("status", equalTo("DELETING"));
        owner.get(endpoints).then().body("results.status", contains("DELETING"));
        owner.delete(endpoint).then().statusCode(204);
        refused(owner.post(endpoints, US_EAST_1).then(), 409, "KMS_PRIVATE_ENDPOINT_ALREADY_EXISTS");
    }

    @Rule("E5")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "application/json | {\"cloudProvider\": \"AWS\", \"regions\": [\"string\"]}",
                "application/json | {\"cloudProvider\": ",
                "application/json | [",
                "application/json | ''",
                "text/plain | anything",
                "application/x-www-form-urlencoded | a=b&c",
                "nonsense | anything",
                "none | {"
            })
    void theBodyOfADeletionSaysNothing(String contentType, String body) {
        String endpoint = create();
        assertThat(owner.send("DELETE", endpoint, contentType, body)).isEqualTo(204);

        owner.get(endpoint).then().statusCode(200).body("status", equalTo("DELETING"));
    }

    @Rule("A5")
    @Test
    void theManualsRequestsWorkAsPrinted() {
        String id = owner.post(endpoints + "/?pretty=true&envelope=true", US_EAST_1)
                .then()
                .statusCode(202)
                .body(startsWith("{\n"))
                .body("status", equalTo(202))
                .body("content.status", equalTo("INITIATING"))
                .extract()
                .path("content.id");

        owner.call()
                .accept("application/vnd.atlas.2024-10-23+json")
                .contentType("application/json")
                .get(endpoints + "/?envelope=true")
                .then()
                .statusCode(200)
                .contentType(RESOLVED)
                .body("status", equalTo(200))
                .body("results.id", contains(id));
        owner.get(endpoints + "/" + id + "/").then().statusCode(200).body("id", equalTo(id));
        owner.delete(endpoints + "/" + id + "/").then().statusCode(204);
    }

    @Rule("A5")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.atlas.2023-01-01+json",
                "application/vnd.atlas.2023-02-01+json",
                "application/vnd.atlas.2025-03-12+json",
                "application/json",
                "*/*"
            })
    void everyDateFromTheFirstOnIsServed(String version) {
        owner.call().accept(version).get(endpoints).then().statusCode(200).contentType(RESOLVED);
    }

    @Rule("A5")
    @ParameterizedTest
    @ValueSource(strings = {"application/vnd.atlas.2022-12-31+json", "application/vnd.atlas.soon+json", "text/csv"})
    void whatIsNoVersionIsRefused(String version) {
        refused(owner.call().accept(version).get(endpoints).then(), 406, "INVALID_VERSION_DATE");
    }

    @Rule("E1")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'regionName':'AP_EAST_1'} | AWS_KMS_REGION_NOT_SUPPORTED | It has one in: US_EAST_1, EU_WEST_1.",
                "{'regionName':'US_MOON_1'} | INVALID_REGION | US_EAST_2",
                "{'regionName':'EASTUS'} | INVALID_REGION | US_EAST_2",
                "{'regionName':''} | INVALID_REGION | US_EAST_2",
                "{'regionName':null} | MISSING_ATTRIBUTE | regionName",
                "{} | MISSING_ATTRIBUTE | regionName",
                "{'regionName':7} | INVALID_JSON_ATTRIBUTE | regionName",
                "{'regionName':['US_EAST_1']} | INVALID_JSON_ATTRIBUTE | regionName",
                "{'regionName':'US_EAST_1','cloudProvider':'AZURE'} | INVALID_ATTRIBUTE | AZURE",
                "{'regionName':'US_EAST_1','cloudProvider':1} | INVALID_JSON_ATTRIBUTE | cloudProvider",
                "{'regionName':'US_EAST_1','regions':[]} | INVALID_ATTRIBUTE | regions",
                "{'regionName':'US_EAST_1','regionName':'EU_WEST_1'} | INVALID_ATTRIBUTE | more than once",
                "[{'regionName':'US_EAST_1'}] | INVALID_JSON | JSON object",
                "null | INVALID_JSON | JSON object",
                "{'regionName': | MALFORMED_JSON | line 1",
                "\"US_EAST_1\" | INVALID_JSON | JSON object"
            })
    void aRequestThatCannotBeMetIsRefused(String body, String code, String detail) {
        refused(owner.post(endpoints, body).then(), 400, code).body("detail", containsString(detail));

        owner.get(endpoints).then().body("totalCount", equalTo(0));
        assertThat(config.asked(groupId)).isEmpty();
    }

    @Test
    void aBodyIsNeededAndHasToBeJson() {
        refused(owner.call().post(endpoints).then(), 400, "INVALID_JSON");
        refused(
                owner.call()
                        .contentType("text/plain")
                        .body("US_EAST_1")
                        .post(endpoints)
                        .then(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Rule("E1")
    @Test
    void whatOnlyTheServiceFillsInIsIgnored() {
        owner.post(
                        endpoints,
                        "{'regionName':'US_EAST_1','cloudProvider':'AWS','id':'x','status':'ACTIVE','errorMessage':null,"
                                + "'privateEndpointConnectionName':'vpce-1'}")
                .then()
                .statusCode(202)
                .body("status", equalTo("INITIATING"))
                .body("privateEndpointConnectionName", nullValue());
    }

    @Rule("E7")
    @ParameterizedTest
    @ValueSource(strings = {"GCP", "aws", "NONE"})
    void anotherCloudIsRefusedWithThoseThatThereAre(String provider) {
        String there = endpoints(groupId, provider);
        String one = there + "/" + ObjectIds.next();

        for (var answer : new ValidatableResponse[] {
            owner.post(there, US_EAST_1).then(),
            owner.get(there).then(),
            owner.get(one).then(),
            owner.delete(one).then()
        }) {
            refused(answer, 400, "INVALID_PROVIDER")
                    .body("detail", allOf(containsString(provider), containsString("AWS, AZURE")));
        }
    }

    @Rule("E7")
    @Test
    void anUnknownOneAndThatOfAnotherProjectAreNotFound() {
        String otherGroup = ObjectIds.next();
        Person both = Person.of(
                config,
                Caller.Kind.API_KEY,
                Map.of(groupId, Set.of(ProjectRole.GROUP_OWNER), otherGroup, Set.of(ProjectRole.GROUP_OWNER)));
        String id = create().substring(endpoints.length() + 1);

        for (String path : new String[] {
            endpoints(otherGroup, "AWS") + "/" + id, endpoints + "/" + ObjectIds.next(), endpoints + "/no-id"
        }) {
            refused(both.get(path).then(), 404, "RESOURCE_NOT_FOUND")
                    .body("detail", containsString("private endpoint"));
            refused(both.delete(path).then(), 404, "RESOURCE_NOT_FOUND");
        }
        both.get(endpoints + "/" + id).then().statusCode(200).body("status", equalTo("INITIATING"));
    }

    @Rule("A1")
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GROUP_OWNER")
    void onlyProjectOwnersMayDoAnything(ProjectRole role) {
        String endpoint = create();
        Person other = Person.of(config, groupId, role);

        forbidden(other.get(endpoints).then());
        forbidden(other.get(endpoint).then());
        forbidden(other.post(endpoints, "{'regionName':'EU_WEST_1'}").then());
        forbidden(other.delete(endpoint).then());
        owner.get(endpoints).then().body("results.status", contains("INITIATING"));
    }

    @Rule("A1")
    @Test
    void strangersLearnNothing() {
        String endpoint = create();
        Person stranger = Person.of(config, ObjectIds.next(), ProjectRole.GROUP_OWNER);
        Person outside = Person.of(config, groupId);
        Person driver = Person.of(config, Caller.Kind.DRIVER, Map.of());

        for (String path : new String[] {endpoints, endpoint}) {
            given().get(path).then().statusCode(401).header("WWW-Authenticate", startsWith("Digest "));
            refused(stranger.get(path).then(), 404, "GROUP_NOT_FOUND");
            refused(driver.get(path).then(), 404, "GROUP_NOT_FOUND");
            forbidden(outside.get(path).then());
        }
        refused(stranger.post(endpoints, US_EAST_1).then(), 404, "GROUP_NOT_FOUND");
        refused(stranger.delete(endpoint).then(), 404, "GROUP_NOT_FOUND");
        given().delete(endpoint).then().statusCode(401);
    }

    @Test
    void thereIsNothingElseToDo() {
        String endpoint = create();

        refused(
                owner.call()
                        .contentType("application/json")
                        .body("{}")
                        .patch(endpoint)
                        .then(),
                405,
                "METHOD_NOT_ALLOWED");
        refused(owner.delete(endpoints).then(), 405, "METHOD_NOT_ALLOWED");
        refused(owner.get(endpoint + "/more").then(), 404, "RESOURCE_NOT_FOUND");
        owner.get(endpoints).then().body("results", hasSize(1));
    }

    private String create() {
        return endpoints + "/"
                + owner.post(endpoints, US_EAST_1)
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/json")
                .header("X-Error-Code", code)
                .body("errorCode", equalTo(code))
                .body("error", equalTo(status));
    }

    private static void forbidden(ValidatableResponse answer) {
        refused(answer, 403, "ACCESS_FORBIDDEN").body("detail", containsString("Project Owner"));
    }

    private static String endpoints(String groupId, String provider) {
        return "/api/atlas/v2/groups/" + groupId + "/encryptionAtRest/" + provider + "/privateEndpoints";
    }
}
