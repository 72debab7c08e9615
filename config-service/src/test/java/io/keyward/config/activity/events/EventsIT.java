package io.keyward.config.activity.events;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.configuring;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.role;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.setState;
import static io.keyward.config.Tenants.stranger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.keyward.atlas.ObjectIds;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants;
import io.keyward.config.Tenants.User;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class EventsIT {
    FarEnd validation;

    @BeforeEach
    void forget() {
        validation.reset();
    }

    @Test
    @Rule("N6")
    void everyChangeIsLoggedOnceWithActorTimeAndAddress() {
        String groupId = project();
        String roleId = role(groupId);
        OWNER.patch(encryption(groupId), configuring(Tenants.KEY, roleId))
                .then()
                .statusCode(200);
        OWNER.post(clusters(groupId), cluster("orders", "AWS")).then().statusCode(201);
        OWNER.post(clusters(groupId), cluster("orders", "AWS")).then().statusCode(400);
        setState(groupId, "INACTIVE").then().statusCode(200);

        List<String> types = events(groupId, "").extract().path("results.eventTypeName");

        assertThat(types)
                .filteredOn(type -> !type.startsWith("CLOUD_PROVIDER_ACCESS"))
                .containsExactly(
                        "GROUP_STATE_CHANGED",
                        "CLUSTER_CREATED",
                        "ENCRYPTION_AT_REST_CONFIGURATION_UPDATED",
                        "GROUP_CREATED");
        events(groupId, "eventType=CLUSTER_CREATED")
                .body("totalCount", is(1))
                .body("results[0].clusterName", is("orders"))
                .body("results[0].publicKey", is(OWNER.publicKey()))
                .body("results[0].apiKeyId", notNullValue())
                .body("results[0].remoteAddress", is("127.0.0.1"))
                .body("results[0].isGlobalAdmin", is(false))
                .body("results[0].groupId", is(groupId))
                .body("results[0].orgId", is(Tenants.orgId()))
                .body("results[0].detail", containsString("orders"))
                .body("results[0].userId", nullValue())
                .body("results[0].raw", nullValue());
    }

    @Test
    void oneEntryIsReadByItsIdWithTheEventBehindIt() {
        String groupId = project();
        String id = events(groupId, "").extract().path("results[0].id");
        String path = V2 + "/" + groupId + "/events/" + id;

        OWNER.get(path)
                .then()
                .statusCode(200)
                .body("eventTypeName", is("GROUP_CREATED"))
                .body("raw", nullValue())
                .body("links[0].href", endsWith(path));
        OWNER.get(path + "?includeRaw=true")
                .then()
                .statusCode(200)
                .body("raw.type", is("keyward.project.created.v1"))
                .body("raw.groupId", is(groupId));
    }

    @Test
    void entriesOfOtherProjectsAreNotFound() {
        String groupId = project();
        String elsewhere = events(project(), "").extract().path("results[0].id");

        for (String id : List.of(elsewhere, ObjectIds.next(), "nonsense")) {
            OWNER.get(V2 + "/" + groupId + "/events/" + id)
                    .then()
                    .statusCode(404)
                    .body("errorCode", is("EVENT_NOT_FOUND"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "eventType=NO_SUCH_EVENT,                                    INVALID_ENUM_VALUE",
        "excludedEventType=NO_SUCH_EVENT,                            INVALID_ENUM_VALUE",
        "minDate=yesterday,                                          INVALID_DATE_FORMAT",
        "minDate=2026-01-02T00:00:00Z&maxDate=2026-01-01T00:00:00Z,  INVALID_DATE_RANGE",
        "includeRaw=perhaps,                                         INVALID_QUERY_PARAMETER"
    })
    void questionsThatMakeNoSenseAreRefused(String query, String code) {
        OWNER.get(V2 + "/" + project() + "/events?" + query)
                .then()
                .statusCode(400)
                .body("errorCode", is(code));
    }

    /** 25 entries, every fifth of another cluster, one a minute. */
    @Test
    void pagesAndFiltersHoldTogether() {
        String mine = project();
        fill(mine);

        List<String> all = paged(mine, "&clusterNames=even&clusterNames=fifth");
        assertThat(all).hasSize(25).isSortedAccordingTo(Comparator.reverseOrder());
        events(mine, "clusterNames=fifth").body("totalCount", is(5));
        events(mine, "clusterNames=fifth&eventType=CLUSTER_READY").body("totalCount", is(5));
        events(mine, "eventType=CLUSTER_READY&excludedEventType=CLUSTER_READY").body("results", hasSize(0));
        events(mine, "excludedEventType=GROUP_CREATED").body("totalCount", is(25));
        events(mine, "minDate=2026-01-01T00:05:00Z&maxDate=2026-01-01T00:09:00Z")
                .body("totalCount", is(5))
                .body("results[0].created", is("2026-01-01T00:09:00Z"));
        events(mine, "includeCount=false&itemsPerPage=10&clusterNames=even")
                .body("results", hasSize(10))
                .body("totalCount", nullValue())
                .body("links.rel", equalTo(List.of("self", "next")));
        events(mine, "includeCount=false&itemsPerPage=10&pageNum=2&clusterNames=even")
                .body("links.rel", equalTo(List.of("self", "previous")));
    }

    @Test
    @Rule("N6")
    void whatIsDoneToCredentialsIsInTheOrganizationsLog() {
        User owner = stranger();
        String keys = "/api/keyward/v1/orgs/" + owner.orgId() + "/apiKeys";
        String key = owner.post(keys, "{'desc':'new','roles':['ORG_MEMBER']}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        owner.patch(keys + "/" + key, "{'desc':'other'}").then().statusCode(200);
        owner.patch(keys + "/" + key, "{'roles':['ORG_GROUP_CREATOR']}").then().statusCode(200);
        owner.post(keys + "/" + key + "/accessList", "[{'ipAddress':'192.0.2.1'}]")
                .then()
                .statusCode(201);
        owner.delete(keys + "/" + key + "/accessList/192.0.2.1").then().statusCode(204);
        owner.delete(keys + "/" + key).then().statusCode(204);

        String log = "/api/atlas/v2/orgs/" + owner.orgId() + "/events";
        ValidatableResponse all = owner.get(log).then().statusCode(200);

        all.body(
                        "results.eventTypeName",
                        equalTo(List.of(
                                "API_KEY_DELETED",
                                "API_KEY_ACCESS_LIST_ENTRY_DELETED",
                                "API_KEY_ACCESS_LIST_ENTRY_ADDED",
                                "API_KEY_ROLES_CHANGED",
                                "API_KEY_DESCRIPTION_CHANGED",
                                "API_KEY_CREATED",
                                "API_KEY_CREATED")))
                .body("results[0].publicKey", is(owner.publicKey()))
                .body("results[0].groupId", nullValue());
        String id = all.extract().path("results[0].id");
        owner.get(log + "/" + id).then().statusCode(200).body("eventTypeName", is("API_KEY_DELETED"));
        owner.get(log + "/" + ObjectIds.next()).then().statusCode(404).body("errorCode", is("EVENT_NOT_FOUND"));
        OWNER.get(log).then().statusCode(not(200));
    }

    private static ValidatableResponse events(String groupId, String query) {
        return OWNER.get(V2 + "/" + groupId + "/events" + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200);
    }

    /** Every page of seven, one after the other. */
    private static List<String> paged(String groupId, String query) {
        return IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(page -> events(groupId, "itemsPerPage=7&pageNum=" + page + query)
                        .body("totalCount", is(25))
                        .extract()
                        .<List<String>>path("results.created")
                        .stream())
                .toList();
    }

    private static void fill(String groupId) {
        rows("""
                insert into activity_entry (id, group_id, org_id, type, cluster_name, detail, at, actor_type, actor_id, actor_name)
                select md5('%1$s' || i)::varchar(24), '%1$s', null, 'CLUSTER_READY', case when i %% 5 = 0 then 'fifth' else 'even' end,
                       'It is so.', timestamptz '2026-01-01 00:00:00Z' + i * interval '1 minute', 'SYSTEM', 's', 's'
                from generate_series(1, 25) i returning id""".formatted(groupId));
    }
}
