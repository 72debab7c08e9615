package io.keyward.config.encryption;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OTHER_KEY;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.peer;
import static io.keyward.config.encryption.ProjectUnderKey.otherKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Others change the project while another key is being proved for it. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class KeyRacesIT {
    FarEnd others;

    private ProjectUnderKey project;

    @BeforeEach
    void aKeyInUse() {
        others.reset();
        project = ProjectUnderKey.create();
    }

    @Test
    @Rule({"C10", "P3"})
    void aClusterThatCameMovesToo() {
        whileTheKeyIsProved(() -> project.build(cluster("meanwhile", "AWS")));

        project.change(OTHER_KEY);

        assertThat(project.keyIdsOf("meanwhile"))
                .isEqualTo(project.keyIdsOf("orders"))
                .startsWith(project.currentKey());
        project.build(cluster("afterwards", "AWS"));
        assertThat(project.keyIdsOf("afterwards")).containsExactly(project.currentKey());
    }

    @Test
    @Rule({"C10", "P3"})
    void aClusterThatLeavesKeepsTheFormerKeyAndDoesNotMove() {
        String former = project.currentKey();
        whileTheKeyIsProved(() -> project.takeDown("orders"));

        project.change(OTHER_KEY);

        assertThat(project.keyIdsOf("orders")).containsExactly(former);
        assertThat(project.keyUses("keyId")).containsExactly(project.currentKey(), former);
    }

    @Test
    @Rule({"C10", "P3"})
    void aClusterThatCameWhereNobodyLookedIsAConflict() {
        whileTheKeyIsProved(() -> project.build(cluster("far", "AWS").replace("US_EAST_1", "EU_WEST_1")));

        project.refused(otherKey(OTHER_KEY), 409, "CONCURRENT_MODIFICATION");

        assertThat(project.keyIdsOf("far")).containsExactly(project.currentKey());
        project.change(OTHER_KEY);
        assertThat(project.keyUses("region")).containsExactly("us-east-1", "eu-west-1", "us-east-1", "eu-west-1");
    }

    @Test
    @Rule({"C10", "E1", "P3"})
    void anEndpointThatWasAdmittedForTheFormerKeyIsAConflict() {
        project.closeToTheInternet();
        whileTheKeyIsProved(() -> peer("endpoint-service")
                .body("{\"provider\":\"AWS\",\"region\":\"us-east-1\"}")
                .post("/internal/v1/projects/" + project.groupId() + "/endpoint-admissions")
                .then()
                .statusCode(200));

        project.refused(otherKey(OTHER_KEY), 409, "CONCURRENT_MODIFICATION");

        assertThat(project.keyUses("key")).containsExactly(KEY);
        project.change(OTHER_KEY);
    }

    @Test
    @Rule({"C1", "P3"})
    void aProviderThatIsRefusedLeavesTheOtherAsItWas() {
        String before = project.read().asString();
        int told = project.events().size();

        project.refused(
                "{'awsKms':{'customerMasterKeyID':'" + OTHER_KEY + "'},'googleCloudKms':{'serviceAccountKey':'{}'}}",
                400,
                "MISSING_ATTRIBUTE");

        assertThat(project.read().asString()).isEqualTo(before);
        assertThat(project.events()).hasSize(told);
    }

    private void whileTheKeyIsProved(Runnable what) {
        AtomicBoolean first = new AtomicBoolean(true);
        others.onKey(question -> {
            if (first.getAndSet(false)) {
                what.run();
            }
            return FarEnd.valid(question);
        });
    }
}
