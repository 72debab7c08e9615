package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.cloud.AzureVault;
import io.keyward.e2e.cloud.GoogleKey;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Project;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.simulator.google.GoogleAccounts;
import io.keyward.testkit.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys in Google Cloud KMS, and keys of several clouds beside each other. */
@ExtendWith(Stage.Extension.class)
class OtherCloudsScenario {
    private static final String EXPIRING = "ENCRYPTION_AT_REST_KEY_EXPIRING";
    private static final String INVALID = "GCP_ENCRYPTION_KEY_INVALID";
    private static final String CLUSTER = "orders";
    private static final int HOURS_OF_THREE_DAYS = 72;

    private final Stage stage;

    OtherCloudsScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Rule({"C14", "P1", "P4", "V2", "V4", "V9", "E1"})
    void aKeyInGoogleCloudIsTakenAwayAndGivenBack() {
        // Given
        Project project = Project.create(stage);
        GoogleKey key = stage.newGoogleKey(GoogleAccounts.DEMO_ACCOUNT);

        // When
        Reply enabled = configureGoogle(project, key, credentials());

        // Then
        assertThat(enabled.expect(200).at("/googleCloudKms/valid")).isEqualTo("true");
        assertThat(enabled.at("/googleCloudKms/keyVersionResourceID")).isEqualTo(key.version());
        assertThat(enabled.text() + project.configuration().text()).doesNotContain("PRIVATE KEY");

        // When
        Reply endpoint = project.endpoints("GCP").create("CENTRAL_US");

        // Then
        assertThat(endpoint.expect(400).at("/errorCode")).isEqualTo("INVALID_PROVIDER");
        assertThat(endpoint.at("/detail")).contains("GCP", "AWS, AZURE", "VPC Service Controls");

        // When
        project.createCluster(CLUSTER, "GCP", "GCP", "CENTRAL_US").expect(201);

        // Then
        project.awaitRunning(CLUSTER);

        // When
        key.disable();

        // Then
        project.awaitStopped(CLUSTER);
        Tenant.waiting()
                .untilAsserted(() -> assertThat(project.alerts("OPEN", INVALID)).hasSize(1));

        // When
        key.enable();

        // Then
        project.awaitRunning(CLUSTER);

        // When
        key.scheduleDestruction();

        // Then
        Tenant.waiting().untilAsserted(() -> assertThat(project.alerts("OPEN", EXPIRING))
                .hasSize(1));
        JsonNode countdown = project.alerts("OPEN", EXPIRING).getFirst().path("keyward");
        assertThat(countdown.path("hoursLeft").asInt()).isBetween(HOURS_OF_THREE_DAYS - 2, HOURS_OF_THREE_DAYS);
        project.awaitStopped(CLUSTER);

        // When
        key.restore();
        key.enable();

        // Then
        project.awaitRunning(CLUSTER);
        Tenant.waiting().untilAsserted(() -> assertThat(project.alerts("OPEN", EXPIRING))
                .isEmpty());
        assertThat(stage.logs()).doesNotContain("PRIVATE KEY");
    }

    @Test
    @Rule({"C1", "C5", "C14", "C15", "R1", "R3", "K2"})
    void keysOfAllCloudsServeClustersOfOneProject() {
        // Given
        Tenant tenant = Tenant.arrive(stage);
        Project project = Project.of(stage, tenant);
        AzureVault vault = stage.newVault();
        String azureKey = vault.createKey("orders");
        JsonNode role = project.createGoogleRole();
        GoogleKey googleKey =
                stage.newGoogleKey(role.path("gcpServiceAccountForAtlas").asText());
        String roleId = role.path("roleId").asText();

        // When
        tenant.configure().expect(200);
        project.configure("azureKeyVault", vault.configuration(azureKey)).expect(200);
        configureGoogle(project, googleKey, "\"roleId\":\"%s\"".formatted(roleId))
                .expect(200);
        Reply back = project.configure("googleCloudKms", credentials());

        // Then
        JsonNode all = project.configuration().json();
        assertThat(List.of("awsKms", "azureKeyVault", "googleCloudKms")).allSatisfy(provider -> assertThat(
                        all.path(provider).path("valid").asBoolean())
                .as("%s of %s", provider, all)
                .isTrue());
        assertThat(all.at("/awsKms/customerMasterKeyID").asText()).isEqualTo(tenant.keyArn());
        assertThat(all.at("/azureKeyVault/keyIdentifier").asText()).isEqualTo(azureKey);
        assertThat(all.at("/googleCloudKms/keyVersionResourceID").asText()).isEqualTo(googleKey.version());
        assertThat(all.at("/googleCloudKms/roleId").asText()).isEqualTo(roleId);
        assertThat(back.status())
                .as("a project on a role stays on it: %s", back)
                .isIn(200, 400);
        assertThat(project.configuration().at("/googleCloudKms/roleId")).isEqualTo(roleId);

        // When
        project.createCluster("under-aws", "AWS", "AWS", "US_EAST_1").expect(201);
        project.createCluster("under-azure", "AZURE", "AWS", "US_EAST_1").expect(201);
        project.createCluster("under-google", "GCP", "AZURE", "US_EAST_2").expect(201);

        // Then
        List.of("under-aws", "under-azure", "under-google").forEach(project::awaitRunning);

        // When
        vault.deny(AzureAccounts.DEMO_APPLICATION);

        // Then
        project.awaitStopped("under-azure");
        List.of("under-aws", "under-google").forEach(cluster -> Tenant.assertRunning(project.cluster(cluster)));

        // When
        vault.allow(AzureAccounts.DEMO_APPLICATION);

        // Then
        project.awaitRunning("under-azure");
    }

    private static Reply configureGoogle(Project project, GoogleKey key, String opener) {
        return project.configure(
                "googleCloudKms",
                "\"enabled\":true,\"keyVersionResourceID\":\"%s\",%s".formatted(key.version(), opener));
    }

    /** The key file of the customer's service account, as text within JSON. */
    private static String credentials() {
        char[] quoted = JsonStringEncoder.getInstance().quoteAsString(GoogleAccounts.demoKeyFile());
        return "\"serviceAccountKey\":\"" + new String(quoted) + "\"";
    }
}
