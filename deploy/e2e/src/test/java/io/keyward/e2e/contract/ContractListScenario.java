package io.keyward.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever the Atlas Administration API has for customer-managed keys is served in each of its versions, or refused on purpose. */
@ExtendWith(Stage.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Rule("A5")
class ContractListScenario {
    private static final String NOTHING = "5f5f5f5f5f5f5f5f5f5f5f5f";
    private static final String CLUSTER = "listed";
    private static final String BEFORE_ALL_VERSIONS = "application/vnd.atlas.2020-01-01+json";
    private static final List<String> NOT_SERVED = List.of("405", "406", "410", "415", "500", "501", "503");

    private final Stage stage;
    private Tenant tenant;

    ContractListScenario(Stage stage) {
        this.stage = stage;
    }

    /** With a cluster that nobody can delete by asking, so that the project stays as well. */
    @BeforeAll
    void aProject() {
        tenant = Tenant.arrive(stage);
        stage.api()
                .post(tenant.project("/clusters"), tenant.clusterBody(CLUSTER, "NONE", "M10"))
                .expect(201);
        tenant.patchCluster(CLUSTER, "{\"terminationProtectionEnabled\":true}").expect(200);
    }

    @Test
    void theListIsWhole() {
        assertThat(Listed.all()).hasSizeGreaterThan(60).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> isThereAtAll() {
        return each(operation -> {
            Reply reply =
                    stage.api().send(operation.method(), fill(operation.path()), BEFORE_ALL_VERSIONS, body(operation));

            assertThat(reply.expect(406).at("/errorCode")).isEqualTo("INVALID_VERSION_DATE");
        });
    }

    @TestFactory
    Stream<DynamicTest> isServedOrGone() {
        return each(operation -> {
            Reply reply = stage.api()
                    .send(operation.method(), fill(operation.path()), operation.mediaType(), body(operation));

            if (operation.gone()) {
                assertThat(reply.expect(410).at("/errorCode")).isEqualTo("VERSION_GONE");
            } else {
                assertThat(String.valueOf(reply.status())).as("%s", reply).isNotIn(NOT_SERVED);
            }
            if (reply.status() == 200) {
                assertThat(reply.header("content-type").orElse("")).contains(operation.version());
            }
        });
    }

    private static Stream<DynamicTest> each(Consumer<Listed> check) {
        return Listed.all().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> check.accept(operation)));
    }

    /** Readable, and good for nothing. */
    private static String body(Listed operation) {
        return operation.hasBody() ? "{}" : null;
    }

    private String fill(String path) {
        return path.replace("{groupId}", tenant.groupId())
                .replace("{orgId}", stage.orgId())
                .replace("{groupName}", tenant.projectName())
                .replace("{clusterName}", CLUSTER)
                .replace("{cloudProvider}", "AWS")
                .replace("{roleId}", tenant.roleId())
                .replaceAll("\\{\\w+}", NOTHING);
    }
}
