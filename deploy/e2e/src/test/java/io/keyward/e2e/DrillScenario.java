package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a drill foretells is what happens, and a drill itself is nothing that happened. */
@ExtendWith(Stage.Extension.class)
class DrillScenario {
    private static final String STOPS = "orders";
    private static final String PAUSED = "archive";

    private final Stage stage;

    DrillScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Rule("V12")
    void whatADrillForetellsIsWhatHappens() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "us-west-2", STOPS);
        tenant.createCluster(PAUSED).expect(201);
        tenant.awaitRunning(PAUSED);
        tenant.patchCluster(PAUSED, "{\"paused\":true}").expect(200);
        tenant.awaitChecked();
        int mailsBefore = stage.mails().about(tenant).size();

        // When
        JsonNode foretold = stage.api()
                .post(
                        "/api/keyward/v1/groups/" + tenant.groupId() + "/drills",
                        "{\"cloudProvider\":\"AWS\",\"reason\":\"KEY_DISABLED\"}")
                .expect(200)
                .json();

        // Then
        assertThat(foretold.toString()).contains(STOPS, PAUSED, "KEY_DISABLED", tenant.keyArn());
        assertThat(tenant.alerts("OPEN", "AWS_ENCRYPTION_KEY_INVALID")).isEmpty();
        assertThat(tenant.checks().toString()).doesNotContain("KEY_DISABLED");
        assertThat(stage.mails().about(tenant)).hasSize(mailsBefore);
        Tenant.assertRunning(tenant.cluster(STOPS));

        // When
        tenant.disableKey();

        // Then
        tenant.awaitStopped(STOPS);
        Tenant.waiting().until(() -> stage.mails().about(tenant).size() > mailsBefore);
        String subject = stage.mails().about(tenant).get(mailsBefore).subject();
        List<String> said = foretold.findValuesAsText("subject");
        assertThat(said).contains(subject);
    }
}
