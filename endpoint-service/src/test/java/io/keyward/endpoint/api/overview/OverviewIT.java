package io.keyward.endpoint.api.overview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.keyward.access.ProjectRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.Database;
import io.keyward.endpoint.support.Lives;
import io.keyward.endpoint.support.Person;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How endpoints are doing, as curl sees it. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
class OverviewIT {
    ConfigService config;

    @Inject
    Lives lives;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String endpoints = "/api/atlas/v2/groups/" + groupId + "/encryptionAtRest/AWS/privateEndpoints";
    private final String overviews = "/api/keyward/v1/groups/" + groupId + "/privateEndpoints";
    private Person owner;

    @BeforeEach
    void people() {
        owner = Person.of(config, groupId, ProjectRole.GROUP_OWNER);
    }

    @Rule({"E6", "E7"})
    @Test
    void tellsWhoReplacesWhomAndWhy() {
        var first = lives.now(groupId, create("US_EAST_1"));
        var second = lives.isReplaced(first);

        get("/" + first.id())
                .body("id", equalTo(first.id()))
                .body("cloudProvider", equalTo("AWS"))
                .body("regionName", equalTo("US_EAST_1"))
                .body("status", equalTo("PENDING_RECREATION"))
                .body("errorMessage", equalTo("It was removed."))
                .body("privateEndpointConnectionName", equalTo("vpce-" + first.id()))
                .body("replacedBy", equalTo(second.id()))
                .body("replacementsToday", equalTo(1))
                .body("conditions.type", contains("Provisioned", "Approved", "Usable", "Replaced"))
                .body("conditions.status", contains("FALSE", "UNKNOWN", "FALSE", "TRUE"))
                .body("conditions[3].reason", equalTo("SuccessorCreated"))
                .body("conditions[3].lastTransitionTime", endsWith("Z"))
                .body("$", not(hasKey("replaces")))
                .body("$", not(hasKey("address")));
        get("/" + second.id())
                .body("status", equalTo("INITIATING"))
                .body("replaces", equalTo(first.id()))
                .body("replacementsToday", equalTo(1))
                .body("since", endsWith("Z"))
                .body("createdAt", endsWith("Z"));

        lives.stands(second);

        get("/" + second.id()).body("address", equalTo(second.id() + ".kms.example"));
        get("").body("results.status", contains("DELETING", "ACTIVE")).body("totalCount", equalTo(2));
    }

    @Rule("E3")
    @Test
    void tellsHowTheRegionAnswers() {
        String id = create("EU_WEST_1");
        String region = " where provider = 'AWS' and region = 'eu-west-1'";
        database.query("update region_look set seen_at = '2026-01-01T00:00:00Z', trouble = 'It is slow.',"
                + " trouble_since = '2026-01-02T00:00:00Z'" + region);
        try {
            get("/" + id)
                    .body("region.seenAt", equalTo("2026-01-01T00:00:00Z"))
                    .body("region.trouble", equalTo("It is slow."))
                    .body("region.troubleSince", equalTo("2026-01-02T00:00:00Z"));
        } finally {
            database.query("update region_look set seen_at = null, trouble = null, trouble_since = null" + region);
        }
        get("/" + id).body("region.keySet()", empty());
    }

    @Rule({"E7", "A5"})
    @Test
    void aListComesInPages() {
        get("").body("results", empty()).body("totalCount", equalTo(0));
        String first = create("US_EAST_1");
        String second = create("EU_WEST_1");

        get("?itemsPerPage=1").body("results.id", contains(first)).body("links.rel", contains("self", "next"));
        get("?itemsPerPage=1&pageNum=2").body("results.id", contains(second)).body("totalCount", equalTo(2));
    }

    @Rule("A1")
    @ParameterizedTest
    @EnumSource(ProjectRole.class)
    void everyMemberMayRead(ProjectRole role) {
        String id = create("US_EAST_1");
        Person member = Person.of(config, groupId, role);

        member.get(overviews).then().statusCode(200).body("results.id", contains(id));
        member.get(overviews + "/" + id).then().statusCode(200);
    }

    @Rule({"A1", "E7"})
    @Test
    void othersLearnNothing() {
        String id = create("US_EAST_1");
        String otherGroup = ObjectIds.next();
        Person other = Person.of(config, otherGroup, ProjectRole.GROUP_OWNER);

        given().get(overviews).then().statusCode(401);
        other.get(overviews).then().statusCode(404).body("errorCode", equalTo("GROUP_NOT_FOUND"));
        other.get(overviews.replace(groupId, otherGroup) + "/" + id)
                .then()
                .statusCode(404)
                .body("errorCode", equalTo("RESOURCE_NOT_FOUND"))
                .body("detail", containsString(id));
    }

    @Rule("E6")
    @Test
    void whatAtlasShowsHasAtlasFieldsOnly() {
        var first = lives.now(groupId, create("US_EAST_1"));
        var second = lives.isReplaced(first);
        String[] fields = {"cloudProvider", "id", "privateEndpointConnectionName", "regionName", "status"};

        owner.get(endpoints)
                .then()
                .body("results.id", contains(first.id(), second.id()))
                .body("results[1].keySet()", containsInAnyOrder(fields));
        owner.post(endpoints, "{'regionName':'US_EAST_1'}")
                .then()
                .statusCode(409)
                .body("detail", containsString(first.id() + " in US_EAST_1"))
                .body("detail", containsString("the endpoint " + second.id() + " is being made in its stead"));

        lives.stands(second);
        lives.isGone(first);

        owner.post(endpoints, "{'regionName':'US_EAST_1'}")
                .then()
                .statusCode(202)
                .body("id", equalTo(second.id()))
                .body("status", equalTo("ACTIVE"))
                .body("keySet()", containsInAnyOrder(fields));
        owner.get(endpoints).then().body("results.id", contains(second.id()));
    }

    private String create(String region) {
        return owner.post(endpoints, "{'regionName':'" + region + "'}")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private ValidatableResponse get(String path) {
        return owner.get(overviews + path).then().statusCode(200).contentType("application/json");
    }
}
