package io.keyward.endpoint.provider.azure;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.endpoint.reconcile.Rounds;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.ConfigService.Reply;
import io.keyward.endpoint.support.Database;
import io.keyward.endpoint.support.Person;
import io.keyward.endpoint.support.TestCloud;
import io.keyward.endpoint.support.TestSettings;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint on Azure as curl sees it, from what is asked for to what the owner of the vault makes of it. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class AzureLifeIT {
    private static final String EAST = "{'regionName':'US_EAST_2'}";

    @Inject
    Rounds rounds;

    @Inject
    Database database;

    ConfigService config;

    private final String groupId = ObjectIds.next();
    private final String endpoints = "/api/atlas/v2/groups/" + groupId + "/encryptionAtRest/AZURE/privateEndpoints";
    private Person owner;

    @BeforeEach
    void admittedAndAlone() {
        database.query("delete from endpoint");
        database.query("delete from region_look");
        owner = Person.of(config, groupId, ProjectRole.GROUP_OWNER);
        config.onAdmission(groupId, any -> Reply.admitted(config.nextStamp(), SimulatedAzure.VAULT));
        TestCloud.calm();
        TestCloud.control("PUT", "azure/private-endpoint-settings", """
                {"creation":"PT0S","deletion":"PT0S"}""");
    }

    @AfterEach
    void leaveItAsItWas() {
        TestCloud.reset();
    }

    @Test
    @Rule({"E1", "E2", "E5", "E7"})
    void itWaitsToBeApprovedIsOfUseAndGoes() {
        var id = asked();
        read(id).body("status", equalTo("INITIATING")).body("regionName", equalTo("US_EAST_2"));

        until(id, "PENDING_ACCEPTANCE");
        act(id, "approve");
        until(id, "ACTIVE");

        read(id).body("cloudProvider", equalTo("AZURE"));
        assertThat(connection(id)).endsWith(id);
        owner.delete(endpoints + "/" + id).then().statusCode(204);
        read(id).body("status", equalTo("DELETING"));
        untilGone(id);
        assertThat(states()).containsExactly("Gone");
    }

    @ParameterizedTest
    @Rule("E6")
    @ValueSource(strings = {"reject", "disconnect", "delete", "vanish"})
    void whatIsTakenAwayIsReplacedAndToBeApprovedAgain(String what) {
        var id = asked();
        until(id, "PENDING_ACCEPTANCE");
        act(id, "approve");
        until(id, "ACTIVE");

        act(id, what);
        until(id, "PENDING_RECREATION");

        List<String> ids = owner.get(endpoints)
                .then()
                .body("results", hasSize(2))
                .extract()
                .path("results.id");
        var other = ids.stream().filter(one -> !one.equals(id)).findFirst().orElseThrow();
        until(other, "PENDING_ACCEPTANCE");
        assertThat(state(other).get("vaultId").asText()).isEqualTo(SimulatedAzure.VAULT);
        act(other, "approve");
        until(other, "ACTIVE");
        untilGone(id);
        assertThat(states()).containsExactlyInAnyOrder("Gone", "Succeeded");
    }

    @Test
    @Rule({"E4", "E6"})
    void whatIsRejectedBeforeItWasOfUseHasFailed() {
        var id = asked();
        until(id, "PENDING_ACCEPTANCE");

        act(id, "reject");
        until(id, "FAILED");

        read(id).body("errorMessage", containsString("was rejected at the vault"));
    }

    @Test
    @Rule("E4")
    void whatIsToLeadNowhereFailsWithWhatToDo() {
        config.onAdmission(groupId, any -> Reply.admitted(config.nextStamp(), SimulatedAzure.VAULT + "-of-nobody"));
        var id = asked();

        until(id, "FAILED");

        read(id).body("errorMessage", containsString("keyVaultName"));
    }

    @ParameterizedTest
    @Rule("E1")
    @CsvSource({"US_EAST_1, is not a region of AZURE", "EUROPE_NORTH, US_EAST_2", "CHINA_EAST, no network"})
    void onlyRegionsOfAzureWithANetworkAreTaken(String region, String detail) {
        owner.post(endpoints, "{'regionName':'" + region + "'}")
                .then()
                .statusCode(400)
                .body("errorCode", equalTo("INVALID_REGION"))
                .body("detail", containsString(detail));
    }

    private String asked() {
        return owner.post(endpoints, EAST).then().statusCode(202).extract().path("id");
    }

    private ValidatableResponse read(String id) {
        return owner.get(endpoints + "/" + id).then();
    }

    private String connection(String id) {
        return read(id).extract().path("privateEndpointConnectionName");
    }

    private void act(String id, String what) {
        TestCloud.control("POST", "azure/private-endpoints/" + connection(id) + "/" + what, "");
    }

    private JsonNode state(String id) {
        return TestCloud.control("GET", "azure/private-endpoints/" + connection(id), "");
    }

    /** In which states Azure has what was ever made for the project. */
    private List<String> states() {
        var all = TestCloud.control("GET", "azure/private-endpoints", "").get("endpoints");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(endpoint ->
                        endpoint.at("/tags/keyward:project-id").asText().equals(groupId))
                .map(endpoint -> endpoint.get("state").asText())
                .toList();
    }

    private void until(String id, String status) {
        waitAtMost(10, SECONDS).untilAsserted(() -> {
            rounds.run();
            read(id).body("status", equalTo(status));
        });
    }

    private void untilGone(String id) {
        waitAtMost(10, SECONDS).untilAsserted(() -> {
            rounds.run();
            read(id).statusCode(404);
        });
    }
}
