package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keyward.contracts.Topics;
import io.keyward.e2e.http.Curl;
import io.keyward.e2e.stage.Message;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.e2e.stage.Wire;
import io.keyward.testkit.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers can read the topics: with any Kafka consumer, by the committed documents alone. */
@ExtendWith(Stage.Extension.class)
@Isolated("looks at what all the others have caused")
@TestInstance(Lifecycle.PER_CLASS)
class EventsScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(45);

    private final Stage stage;

    EventsScenario(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void somethingHappensOnEveryTopic() {
        Tenant tenant = Tenant.covered(stage, "us-east-1", "eu-west-1");
        tenant.createCluster("brief").expect(201);
        tenant.awaitRunning("brief");
        String clusterId = tenant.clusterId("brief");
        tenant.disableKey();
        tenant.awaitStopped("brief");
        tenant.endpoints().remove("eu-west-1");
        stage.api().delete(tenant.project("/clusters/brief")).expect(202);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(stage.events().typesOf(Topics.CLUSTERS, clusterId))
                .contains("keyward.cluster.deleted.v1"));
    }

    @Test
    @Rule({"P3", "P4"})
    void everyMessageIsAsTheContractSays() {
        // When
        List<Message> messages = stage.events().all();

        // Then
        assertThat(messages)
                .extracting(Message::topic)
                .contains(
                        Topics.PROJECTS,
                        Topics.ACCESS,
                        Topics.ENCRYPTION,
                        Topics.CLUSTERS,
                        Topics.ENDPOINTS,
                        Topics.KEYS,
                        Topics.ENFORCEMENT,
                        Topics.ALERTS);
        assertThat(messages).allSatisfy(Wire::verify);
        assertThat(messages)
                .allSatisfy(message -> assertThat(message.toString()).doesNotContain(stage.privateKey(), stage.ha1()));
        assertThat(stage.events().deadLetters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keyward.projects",
                "keyward.encryption",
                "keyward.clusters",
                "keyward.endpoints",
                "keyward.keys",
                "keyward.enforcement",
                "keyward.alerts"
            })
    @Rule("P6")
    void kcatReadsTheTopic(String topic) {
        assumeTrue(isInstalled("kcat"), "kcat is not installed");

        // When
        String output = Curl.output(List.of(
                "kcat",
                "-C",
                "-q",
                "-b",
                stage.stack().addresses().kafka(),
                "-t",
                topic,
                "-o",
                "beginning",
                "-e",
                "-X",
                "isolation.level=read_committed",
                "-f",
                "%k %h %s\n"));

        // Then
        assertThat(output.lines()).isNotEmpty().allMatch(line -> line.contains("ce_type=keyward."));
    }

    private static boolean isInstalled(String command) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
