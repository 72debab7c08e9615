package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.contracts.Topics;
import io.keyward.e2e.cloud.VpcEndpoints.VpcEndpoint;
import io.keyward.e2e.kill.CrashPoint;
import io.keyward.e2e.kill.Kills;
import io.keyward.e2e.kill.Lane;
import io.keyward.e2e.stage.Message;
import io.keyward.e2e.stage.Stage;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each service is killed at each named point. Everything ends where it should, and nothing happens twice or never. */
@ExtendWith(Stage.Extension.class)
@Isolated("kills services")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@Rule({"P3", "E12", "N6"})
class KillScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final Stage stage;
    private Kills kills;

    KillScenario(Stage stage) {
        this.stage = stage;
    }

    @BeforeAll
    void projectsArrive() {
        kills = new Kills(stage);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @Order(1)
    void everythingEndsWhereItShould(CrashPoint point) {
        kills.pass(point);
    }

    Stream<Lane> lanes() {
        return kills.lanes().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lanes")
    @Order(2)
    void nothingIsLostOrHappensTwice(Lane lane) {
        String groupId = lane.tenant().groupId();
        everyStepIsTold(
                Topics.ENDPOINTS,
                lane.lostEndpointId(),
                "endpoint",
                "requested",
                "activated",
                "lost",
                "lost",
                "deletion-requested",
                "deleted");
        everyStepIsTold(
                Topics.ENDPOINTS,
                lane.endpointId(),
                "endpoint",
                "requested",
                "activated",
                "deletion-requested",
                "deleted");
        everyStepIsTold(Topics.CLUSTERS, lane.clusterId(), "cluster", "created", "deletion-requested", "deleted");
        everyStepIsTold(
                Topics.ENFORCEMENT,
                lane.clusterId(),
                "cluster",
                "start-requested",
                "running",
                "stop-requested",
                "stopped",
                "resume-requested",
                "running",
                "removal-requested",
                "removed");
        everyStepIsTold(Topics.PROJECTS, groupId, "project", "created");
        inOrder(stage.events().of(Topics.ENCRYPTION, groupId));
        inOrder(stage.events().of(Topics.KEYS, keyUse(groupId)));
        assertThat(stage.vpcEndpoints().of(groupId))
                .as("one endpoint was ever made, and one replacement of it")
                .extracting(VpcEndpoint::clientToken)
                .containsExactly(lane.lostEndpointId(), lane.endpointId());
        assertThat(stage.events().deadLetters()).isEmpty();
        isLoggedOnce(
                lane,
                "GROUP_CREATED",
                "CLUSTER_CREATED",
                "CLUSTER_READY",
                "CLUSTER_AUTOMATICALLY_PAUSED",
                "CLUSTER_DELETE_SUBMITTED",
                "CLUSTER_DELETED",
                "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_CREATED",
                "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_LOST",
                "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_CREATED",
                "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETED",
                "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETED");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lanes")
    @Order(3)
    @Rule("N5")
    void everyNoticeArrivesAndWhatArrivesTwiceIsKnown(Lane lane) {
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(lane.noticeIds().stream().distinct())
                        .extracting(id -> id.split("\\.")[1])
                        .containsExactlyInAnyOrder("opened", "recovered"));
        if (lane.equals(kills.lane(CrashPoint.NOTICE_NOT_RECORDED))) {
            assertThat(lane.noticeIds().stream().filter(id -> id.contains(".opened.")))
                    .as("sent, not recorded, sent again")
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    private void isLoggedOnce(Lane lane, String... types) {
        String log = lane.tenant().project("/events?itemsPerPage=500");
        await().atMost(A_WHILE).untilAsserted(() -> {
            List<String> logged = stage.api().get(log).expect(200).results().stream()
                    .map(event -> event.path("eventTypeName").asText())
                    .toList();
            assertThat(logged.stream().filter(List.of(types)::contains)).containsExactlyInAnyOrder(types);
        });
    }

    private void everyStepIsTold(String topic, String id, String aggregate, String... steps) {
        List<String> types = Stream.of(steps)
                .map(step -> "keyward." + aggregate + "." + step + ".v1")
                .toList();
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(told(topic, id)).containsExactlyElementsOf(types));
        inOrder(stage.events().of(topic, id));
    }

    /** Types of events without those that only restate a phase, because something else of the cluster changed in it. */
    private List<String> told(String topic, String id) {
        return stage.events().of(topic, id).stream()
                .filter(distinctBy(message -> message.type() + since(message)))
                .map(Message::type)
                .toList();
    }

    /** Only phases of clusters are restated; of everything else each event is a step. */
    private static String since(Message message) {
        JsonNode since = message.value().at("/enforcement/since");
        return since.isMissingNode() ? String.valueOf(message.revision()) : since.asText();
    }

    private static Predicate<Message> distinctBy(Function<Message, String> key) {
        Set<String> seen = new HashSet<>();
        return message -> seen.add(key.apply(message));
    }

    private String keyUse(String groupId) {
        return stage.events()
                .of(Topics.ENCRYPTION, groupId)
                .getLast()
                .value()
                .at("/keyUses/0/keyUseId")
                .asText();
    }

    /** Revisions of one aggregate follow each other without a gap. */
    private static void inOrder(List<Message> messages) {
        long first = messages.getFirst().revision();
        assertThat(messages)
                .extracting(Message::revision)
                .containsExactlyElementsOf(
                        LongStream.range(first, first + messages.size()).boxed().toList());
    }
}
