package io.keyward.config.project;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.orgId;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.run;
import static io.keyward.config.Tenants.stranger;
import static io.keyward.config.Tenants.user;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants;
import io.keyward.config.Tenants.User;
import io.keyward.contracts.Actor;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.EventReader;
import io.keyward.testkit.Rule;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class ProjectIT {
    @Inject
    ProjectChangeStore store;

    @Test
    @Rule({"A1", "P3"})
    void whoCreatesAProjectOwnsItAndEverybodyIsTold() throws Exception {
        String name = "p-" + UUID.randomUUID();
        try (EventReader events = EventReader.open(Tenants.kafka(), Topics.PROJECTS)) {
            String id = OWNER.post(
                            V2, "{'name':'%s','orgId':'%s','tags':[{'key':'k','value':'v'}]}".formatted(name, orgId()))
                    .then()
                    .statusCode(201)
                    .body("name", is(name))
                    .body("clusterCount", is(0))
                    .body("tags[0].key", is("k"))
                    .body("links[0].rel", is("self"))
                    .extract()
                    .path("id");
            OWNER.get(V2 + "/" + id).then().statusCode(200).body("id", is(id)).body("created", notNullValue());
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(events.eventsOf(id))
                    .singleElement()
                    .satisfies(event -> {
                        JsonPath payload = JsonPath.from(event.payload());
                        assertThat(payload.getString("type")).isEqualTo("keyward.project.created.v1");
                        assertThat(payload.getString("actor.name")).isEqualTo(OWNER.publicKey());
                        assertThat(payload.getString("actor.address")).isNotEmpty();
                    }));
        }
    }

    @Test
    void aNameIsTakenOnce() {
        String body = "{'name':'p-%s','orgId':'%s'}".formatted(UUID.randomUUID(), orgId());
        OWNER.post(V2, body).then().statusCode(201);
        OWNER.post(V2, body).then().statusCode(409).body("errorCode", is("GROUP_ALREADY_EXISTS"));
    }

    @Test
    @Rule("A1")
    void manyAreCreatedAtOnceByOneKey() {
        User creator = user(Set.of(OrgRole.ORG_GROUP_CREATOR), "");
        List<String> ids;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ids = IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> created(creator))).toList().stream()
                    .map(ProjectIT::join)
                    .toList();
        }

        ids.forEach(id -> creator.get(V2 + "/" + id).then().statusCode(200));
        creator.get(V2).then().body("totalCount", is(ids.size()));
    }

    private static String created(User creator) {
        return creator.post(V2, "{'name':'p-%s','orgId':'%s'}".formatted(UUID.randomUUID(), orgId()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String join(Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refusesWhatIsNoProject() {
        OWNER.post(V2, "{'orgId':'" + orgId() + "'}").then().statusCode(400).body("errorCode", is("MISSING_ATTRIBUTE"));
        OWNER.post(V2, "{'name':'a/b','orgId':'" + orgId() + "'}")
                .then()
                .statusCode(400)
                .body("errorCode", is("INVALID_GROUP_NAME"));
        OWNER.post(V2, "{'name':'x','orgId':'" + ObjectIds.next() + "'}")
                .then()
                .statusCode(404)
                .body("errorCode", is("ORG_NOT_FOUND"));
        OWNER.post(V2, "{'name':'x','colour':'red'}").then().statusCode(400).body("detail", containsString("colour"));
        OWNER.post(V2, "{'name':").then().statusCode(400).body("errorCode", is("MALFORMED_JSON"));
    }

    @Test
    @Rule({"A1", "A5"})
    void strangersAndOutsidersAreTurnedAway() {
        String id = project();
        User outsider = user(Set.of(OrgRole.ORG_OWNER), "");
        User member = user(Set.of(OrgRole.ORG_MEMBER), "");
        User reader = user(Set.of(), id, ProjectRole.GROUP_READ_ONLY);

        given().get(V2 + "/" + id).then().statusCode(401);
        new User("aaaaaaaa", "wrong").get(V2 + "/" + id).then().statusCode(401);
        stranger().get(V2 + "/" + id).then().statusCode(404).body("errorCode", is("GROUP_NOT_FOUND"));
        member.get(V2 + "/" + id).then().statusCode(404).body("errorCode", is("GROUP_NOT_FOUND"));
        outsider.get(V2 + "/" + id).then().statusCode(403).body("errorCode", is("ACCESS_FORBIDDEN"));
        reader.get(V2 + "/" + id).then().statusCode(200);
        reader.patch(V2 + "/" + id + "/encryptionAtRest", "{}")
                .then()
                .statusCode(403)
                .body("detail", containsString("Project Owner"));
        member.post(V2, "{'name':'x','orgId':'" + orgId() + "'}")
                .then()
                .statusCode(403)
                .body("errorCode", is("ACCESS_FORBIDDEN"))
                .body("detail", containsString("ORG_GROUP_CREATOR"));
        OWNER.get(V2 + "/not-an-id").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clusters", "flexClusters", "cloudProviderAccess", "encryptionAtRest", "state"})
    @Rule({"A1", "A5"})
    void aProjectMayBeCalledAsAPartOfOthersIs(String name) {
        User owner = stranger();
        String path = V2 + "/byName/" + name;
        owner.get(path).then().statusCode(404).body("errorCode", is("GROUP_NAME_NOT_FOUND"));
        String id = owner.post(V2, "{'name':'%s','orgId':'%s'}".formatted(name, owner.orgId()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        owner.get(path).then().statusCode(200).body("id", is(id));
        owner.call("2023-01-01").get(path).then().statusCode(200).body("id", is(id));
        owner.post(path, "{}").then().statusCode(405);
        owner.patch(path, "{}").then().statusCode(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/keyward/v1/groups/byName/apiKeys",
                "/api/keyward/v1/groups/byName/serviceAccounts",
                "/api/keyward/v1/groups/byName/state",
                "/api/atlas/v1.0/groups/byName/encryptionAtRest",
                V2 + "/byName",
                V2 + "/byName/clusters/x"
            })
    @Rule("A1")
    void byNameIsNoProject(String path) {
        OWNER.get(path).then().statusCode(404).body("errorCode", is("INVALID_GROUP_ID"));
        OWNER.put(path, "{}").then().statusCode(404).body("errorCode", is("INVALID_GROUP_ID"));
    }

    @Test
    @Rule("A5")
    void listsPagesWithTheirCount() {
        User creator = user(Set.of(OrgRole.ORG_GROUP_CREATOR), "");
        for (int i = 0; i < 3; i++) {
            creator.post(V2, "{'name':'p-%s','orgId':'%s'}".formatted(UUID.randomUUID(), orgId()))
                    .then()
                    .statusCode(201);
        }
        creator.get(V2 + "?itemsPerPage=2&pageNum=1")
                .then()
                .statusCode(200)
                .body("results", hasSize(2))
                .body("totalCount", is(3))
                .body("links.rel", hasItem("next"));
        creator.get(V2 + "?itemsPerPage=2&pageNum=2")
                .then()
                .body("results", hasSize(1))
                .body("totalCount", is(3));
        creator.get(V2 + "?itemsPerPage=2&pageNum=9")
                .then()
                .body("results", hasSize(0))
                .body("totalCount", is(3));
        creator.get(V2 + "?includeCount=false").then().body("totalCount", nullValue());
        user(Set.of(), "")
                .get(V2)
                .then()
                .statusCode(200)
                .body("results", hasSize(0))
                .body("totalCount", is(0));
    }

    @Test
    @Rule("P3")
    void aChangeThatIsRolledBackLeavesNoEvent() {
        String keyId =
                rows("select id from credential where public_name = 'aaaaaaaa'").getFirst();
        Project project = new Project(
                ObjectIds.next(), orgId(), "p-" + UUID.randomUUID(), "ACTIVE", List.of(), true, Instant.EPOCH);
        Actor actor = new Actor(Actor.API_KEY, keyId, "aaaaaaaa", null);

        assertThatThrownBy(() -> run(() ->
                        Panache.withTransaction(() -> store.create(project, Integer.MAX_VALUE, Optional.empty(), actor)
                                .chain(() -> Uni.createFrom().failure(new IllegalArgumentException("no"))))))
                .hasMessage("no");

        assertThat(rows("select key from outbox where key = '" + project.id() + "'"))
                .isEmpty();
        assertThat(rows("select id from project where id = '" + project.id() + "'"))
                .isEmpty();
    }
}
