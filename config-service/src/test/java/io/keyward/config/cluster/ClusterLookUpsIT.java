package io.keyward.config.cluster;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.user;
import static io.keyward.config.cluster.ClusterCalls.json;
import static io.keyward.config.cluster.ClusterCalls.post;
import static io.keyward.config.cluster.ClusterCalls.refused;
import static io.keyward.config.cluster.ClusterCalls.regions;
import static io.keyward.config.cluster.ClusterCalls.running;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.keyward.access.ProjectRole;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants.User;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.Enforcement;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What clients look up around clusters. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class ClusterLookUpsIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void settingsOfProcessesAreMergedAndAnsweredInEachVersion() {
        String groupId = project();
        String args = clusters(groupId) + "/orders/processArgs";
        create(groupId, "orders");

        OWNER.get(args)
                .then()
                .statusCode(200)
                .contentType("application/vnd.atlas.2024-08-05+json")
                .body("minimumEnabledTlsProtocol", is("TLS1_2"))
                .body("javascriptEnabled", is(true))
                .body("oplogSizeMB", nullValue())
                .body("$", not(hasKey("failIndexKeyTooLong")));
        OWNER.patch(args, "{'oplogSizeMB':2000,'javascriptEnabled':false}")
                .then()
                .statusCode(200);
        OWNER.patch(args, "{'noTableScan':true}")
                .then()
                .body("oplogSizeMB", is(2000))
                .body("javascriptEnabled", is(false))
                .body("noTableScan", is(true));
        OWNER.call("2023-01-01")
                .body(json("{'failIndexKeyTooLong':false,'defaultReadConcern':'local'}"))
                .patch(args)
                .then()
                .statusCode(200)
                .contentType("application/vnd.atlas.2023-01-01+json")
                .body("defaultReadConcern", is("local"))
                .body("oplogSizeMB", is(2000));
        refused(OWNER.patch(args, "{'tlsCipherConfigMode':'OPEN'}"), 400, "INVALID_ENUM_VALUE");
        refused(OWNER.patch(args, "{'colour':'red'}"), 400, "INVALID_ATTRIBUTE");
        refused(OWNER.get(clusters(groupId) + "/nothing/processArgs"), 404, "CLUSTER_NOT_FOUND");
        OWNER.get("/api/atlas/v2/groups/" + groupId + "/events?eventType=CLUSTER_PROCESS_ARGS_UPDATE_SUBMITTED")
                .then()
                .body("results", hasSize(3))
                .body("results[0].clusterName", is("orders"));
    }

    @Test
    void thereIsANetworkWhereverThereAreNodes() {
        String groupId = project();
        post(
                        groupId,
                        "{'name':'wide',"
                                + regions("AWS:US_EAST_1:1", "AZURE:US_EAST_2:1", "GCP:EASTERN_US:1")
                                        .substring(1))
                .then()
                .statusCode(201);
        String containers = V2 + "/" + groupId + "/containers";

        String id = OWNER.get(containers + "?providerName=AWS")
                .then()
                .statusCode(200)
                .contentType("application/vnd.atlas.2023-01-01+json")
                .body("totalCount", is(1))
                .body("results[0].regionName", is("US_EAST_1"))
                .body("results[0].id", matchesPattern("[a-f0-9]{24}"))
                .extract()
                .path("results[0].id");
        OWNER.get(containers).then().body("results[0].id", is(id));
        OWNER.get(containers + "?providerName=AZURE").then().body("results[0].region", is("US_EAST_2"));
        OWNER.get(containers + "?providerName=GCP").then().body("results[0].regions", is(List.of("EASTERN_US")));
        refused(OWNER.get(containers + "?providerName=IBM"), 400, "INVALID_PROVIDER");
        OWNER.get(clusters(groupId) + "/wide/autoScalingConfiguration")
                .then()
                .contentType("application/vnd.atlas.2024-08-05+json")
                .body("autoScalingMode", is("CLUSTER_WIDE_SCALING"));
    }

    @Test
    void allClustersOfTheCallersProjectsAreOneList() {
        String mine = project();
        String id = create(mine, "orders");
        create(project(), "others");
        User reader = user(Set.of(), mine, ProjectRole.GROUP_READ_ONLY);

        reader.call("2025-03-12")
                .get("/api/atlas/v2/clusters?itemsPerPage=10&pageNum=1&includeCount=false")
                .then()
                .statusCode(200)
                .contentType("application/vnd.atlas.2023-01-01+json")
                .body("results", hasSize(1))
                .body("results[0].groupId", is(mine))
                .body("results[0].orgName", is("Tests"))
                .body("results[0].tags", empty())
                .body("results[0].clusters[0].clusterId", is(id))
                .body("results[0].clusters[0].name", is("orders"))
                .body("results[0].clusters[0].type", is("REPLICA_SET"))
                .body("results[0].clusters[0].availability", is("unavailable"))
                .body("results[0].clusters[0].nodeCount", is(3))
                .body("$", not(hasKey("totalCount")));
        running(mine, id, 1, Long.MAX_VALUE);
        await().atMost(SOON).untilAsserted(() -> reader.get("/api/atlas/v2/clusters")
                .then()
                .body("results[0].clusters[0].availability", is("available")));
    }

    @Test
    @Rule("A4")
    void addressesAreThoseThatTheDriverReported() {
        String groupId = project();
        String id = create(groupId, "orders");
        String addresses = V2 + "/" + groupId + "/ipAddresses";
        OWNER.get(addresses)
                .then()
                .statusCode(200)
                .body("groupId", is(groupId))
                .body("services.clusters[0].clusterName", is("orders"))
                .body("services.clusters[0].inbound", empty());

        running(groupId, id, 1, Long.MAX_VALUE);

        await().atMost(SOON).untilAsserted(() -> OWNER.get(addresses)
                .then()
                .body("services.clusters[0].inbound", is(List.of("192.0.2.1/32")))
                .body("services.clusters[0].outbound", is(List.of("192.0.2.2/32")))
                .body("services.clusters[0].futureOutbound", empty()));
    }

    @Test
    @Rule("A3")
    void theControlPlanesAddressesAreForAnyone() {
        given().accept("application/vnd.atlas.2023-11-15+json")
                .get("/api/atlas/v2/unauth/controlPlaneIPAddresses")
                .then()
                .statusCode(200)
                .contentType("application/vnd.atlas.2023-11-15+json")
                .body("outbound.aws.'us-east-1'", is(List.of("203.0.113.0/24", "198.51.100.7/32")))
                .body("inbound.azure.eastus2", hasSize(1))
                .body("inbound.aws", is(Map.of()));
    }

    @Test
    void deletedClustersAreListedWhileTheirBackupsStay() {
        String groupId = project();
        String id = create(groupId, "orders");
        OWNER.delete(clusters(groupId) + "/orders?retainBackups=true").then().statusCode(202);
        ClusterCalls.publish(new EnforcementEvent.Removed(
                id,
                1,
                ClusterCalls.THEN,
                Actor.system("validation-service"),
                new Enforcement(groupId, "orders", 1, ClusterCalls.THEN, List.of())));
        await().atMost(SOON)
                .untilAsserted(() -> OWNER.get(clusters(groupId)).then().body("totalCount", is(0)));

        OWNER.get(clusters(groupId) + "?includeDeletedWithRetainedBackups=true")
                .then()
                .body("totalCount", is(1))
                .body("results[0].name", is("orders"))
                .body("results[0].stateName", is("DELETING"));
        refused(
                OWNER.get(clusters(groupId) + "?includeDeletedWithRetainedBackups=yes"),
                400,
                "INVALID_QUERY_PARAMETER");
    }

    private static String create(String groupId, String name) {
        return post(groupId, cluster(name, "NONE"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
