package io.keyward.config.project;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.orgId;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.stranger;
import static io.keyward.config.Tenants.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants.User;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of projects, their settings and the small things that clients look up beside them. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class ProjectChangeIT {

    @Test
    @Rule({"A1", "N6"})
    void changesWhatIsSentAndTellsNothingTwice() {
        String id = project();
        String name = "renamed " + UUID.randomUUID();
        OWNER.patch(path(id), "{'name':'%s','tags':[{'key':'k','value':'v'}]}".formatted(name))
                .then()
                .statusCode(200)
                .body("name", is(name))
                .body("tags[0].value", is("v"))
                .body("withDefaultAlertsSettings", is(true));
        OWNER.patch(path(id), "{'withDefaultAlertsSettings':false,'orgId':'x','links':[]}")
                .then()
                .statusCode(200)
                .body("name", is(name))
                .body("withDefaultAlertsSettings", is(false));
        OWNER.patch(path(id), "{'name':'%s'}".formatted(name)).then().statusCode(200);
        OWNER.patch(path(id), "{}").then().statusCode(200);

        OWNER.get(V2 + "/byName/" + name).then().statusCode(200).body("id", is(id));
        assertThat(published(id)).containsExactly("keyward.project.updated.v1", "keyward.project.updated.v1");
        user(Set.of(), id, ProjectRole.GROUP_READ_ONLY)
                .patch(path(id), "{'name':'x'}")
                .then()
                .statusCode(403)
                .body("detail", containsString("Project Owner"));
    }

    @Test
    void refusesNamesThatAreTakenOrNone() {
        String id = project();
        String taken = OWNER.get(path(project())).path("name");
        OWNER.patch(path(id), "{'name':'%s'}".formatted(taken))
                .then()
                .statusCode(409)
                .body("errorCode", is("GROUP_ALREADY_EXISTS"));
        OWNER.patch(path(id), "{'name':'a/b'}").then().statusCode(400).body("errorCode", is("INVALID_GROUP_NAME"));
        OWNER.patch(path(id), "{'name':' '}").then().statusCode(400).body("errorCode", is("MISSING_ATTRIBUTE"));
        OWNER.patch(path(id), "{'tags':[{'key':'k','value':'v'},{'key':'k','value':'w'}]}")
                .then()
                .statusCode(400)
                .body("detail", containsString("tags"));
        OWNER.patch(path(id), "{'tags':[{'key':'k'}]}").then().statusCode(400);
        OWNER.patch(path(id), "{'colour':'red'}").then().statusCode(400).body("errorCode", is("INVALID_ATTRIBUTE"));
    }

    @Test
    void ofManyWhoTakeANameAtOnceOneGetsIt() {
        String name = "wanted " + UUID.randomUUID();
        List<String> ids = IntStream.range(0, 4).mapToObj(i -> project()).toList();
        String body = "{'name':'%s','orgId':'%s'}".formatted(name, orgId());
        List<Future<Integer>> all;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> i < ids.size()
                            ? OWNER.patch(path(ids.get(i)), body).statusCode()
                            : OWNER.post(V2, body).statusCode()))
                    .toList();
        }
        List<Integer> answers = all.stream().map(Future::resultNow).toList();

        assertThat(answers).filteredOn(status -> status < 300).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(7);
    }

    @Test
    void anOrganizationHasRoomForSoManyProjects() {
        User owner = stranger();
        String org = owner.orgId();
        User creator = user(org, Set.of(OrgRole.ORG_GROUP_CREATOR), "");
        rows(
                "with made as (insert into project (id, org_id, name, state, tags, default_alerts, created_at, revision) select"
                        + " substr(md5('%1$s' || n), 1, 24), '%1$s', 'n' || n, 'ACTIVE', '[]', true, now(), 1 from"
                                .formatted(org)
                        + " generate_series(1, 10000) n returning 1) select cast(count(*) as text) from made");

        creator.post(V2, "{'name':'one more','orgId':'%s'}".formatted(org))
                .then()
                .statusCode(400)
                .body("errorCode", is("MAX_GROUPS_PER_ORG_EXCEEDED"))
                .body("parameters", is(List.of(org, 10000)));
    }

    @Test
    void keepsTheSwitchesThatClientsManage() {
        String id = project();
        OWNER.get(path(id) + "/settings")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/vnd.atlas.2023-01-01+json"))
                .body("isDataExplorerEnabled", is(true))
                .body("isExtendedStorageSizesEnabled", is(false))
                .body("size()", is(8));
        String patch =
                "{'isDataExplorerEnabled':false,'isSchemaAdvisorEnabled':true,'isPerformanceAdvisorEnabled':null}";
        OWNER.patch(path(id) + "/settings", patch)
                .then()
                .statusCode(200)
                .body("isDataExplorerEnabled", is(false))
                .body("isSchemaAdvisorEnabled", is(true))
                .body("isPerformanceAdvisorEnabled", is(true));
        OWNER.patch(path(id) + "/settings", patch).then().statusCode(200);

        OWNER.get(path(id) + "/settings").then().body("isDataExplorerEnabled", is(false));
        assertThat(rows("select detail from activity_entry where type = 'GROUP_SETTINGS_UPDATED' and group_id = '" + id
                        + "'"))
                .containsExactly("Settings were changed: isDataExplorerEnabled is false.");
        OWNER.patch(path(id) + "/settings", "{'isBlue':true}")
                .then()
                .statusCode(400)
                .body("errorCode", is("INVALID_ATTRIBUTE"));
        OWNER.patch(path(id) + "/settings", "{'isDataExplorerEnabled':'no'}")
                .then()
                .statusCode(400);
    }

    @Test
    void answersWhatClientsLookUpBesideAProject() {
        String id = project();
        OWNER.get(path(id) + "/teams")
                .then()
                .statusCode(200)
                .body("results", hasSize(0))
                .body("totalCount", is(0))
                .body("links", hasSize(1));
        OWNER.get(path(id) + "/managedSlowMs").then().statusCode(200).body(equalTo("true"));
        OWNER.get(path(id) + "/limits")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].name", is("atlas.project.deployment.clusters"))
                .body("[0].value", is(5000))
                .body("[0].currentUsage", is(0));
        OWNER.get(path(id) + "/limits/atlas.project.deployment.clusters")
                .then()
                .statusCode(200)
                .body("maximumLimit", is(5000));
        OWNER.get(path(id) + "/limits/atlas.project.moons")
                .then()
                .statusCode(404)
                .body("errorCode", is("RESOURCE_NOT_FOUND"));
    }

    @Test
    void aProjectHasRoomForSoManyClusters() {
        String id = project();
        rows(
                "with made as (insert into cluster (id, group_id, name, phase, encryption_provider, spec, created_at, revision,"
                        + " version) select substr(md5('%1$s' || n), 1, 24), '%1$s', 'n' || n, 'DELETING', 'NONE', '{}', now(), 1, 0"
                                .formatted(id)
                        + " from generate_series(1, 5000) n returning 1) select cast(count(*) as text) from made");

        OWNER.post(clusters(id), cluster("one-more", "NONE"))
                .then()
                .statusCode(400)
                .body("errorCode", is("MAX_CLUSTERS_PER_GROUP_EXCEEDED"));

        rows("with gone as (update cluster set phase = 'DELETED' where group_id = '" + id
                + "' returning 1) select cast(count(*) as text) from gone");
        OWNER.post(clusters(id), cluster("one-more", "NONE")).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "teams", "limits", "managedSlowMs"})
    @Rule("A1")
    void readersLookAndStrangersDoNot(String what) {
        String id = project();
        user(Set.of(), id, ProjectRole.GROUP_READ_ONLY)
                .get(path(id) + "/" + what)
                .then()
                .statusCode(200);
        stranger().get(path(id) + "/" + what).then().statusCode(404).body("errorCode", is("GROUP_NOT_FOUND"));
    }

    private static List<String> published(String id) {
        return rows("select type from outbox where key = '" + id
                + "' and type <> 'keyward.project.created.v1' order by position");
    }

    private static String path(String id) {
        return V2 + "/" + id;
    }
}
