package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** An auditor comes after the fact, and finds who did what when, each thing once: what people did, and what was done by itself. */
@ExtendWith(Stage.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Rule("N6")
class AuditorScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(45);
    private static final String CLUSTER = "orders";
    private static final String OTHER = "archive";
    private static final String REGION = "eu-west-2";

    private final Stage stage;
    private Tenant tenant;
    private Instant began;

    AuditorScenario(Stage stage) {
        this.stage = stage;
    }

    /** What there is to find: a project from its founding to its end, with a key that is taken away and given back. */
    @BeforeAll
    void aHistory() {
        began = Instant.now();
        tenant = Tenant.withCluster(stage, REGION, CLUSTER);
        stage.api()
                .post(tenant.project("/clusters"), tenant.clusterBody(OTHER, "NONE", "M10"))
                .expect(201);
        tenant.disableKey();
        tenant.awaitStopped(CLUSTER);
        acknowledge();
        tenant.enableKey();
        tenant.awaitRunning(CLUSTER);
        tenant.privateNetworking(true).expect(200);
        tenant.endpoints().activate(REGION);
        tenant.endpoints().remove(REGION);
        tenant.patchCluster(OTHER, "{\"tags\":[{\"key\":\"kept\",\"value\":\"ten years\"}]}")
                .expect(200);
        tenant.changeState("INACTIVE").expect(200);
        tenant.removeCluster(CLUSTER);
        awaitEvents("CLUSTER_DELETED", 1);
        awaitEvents("CLUSTER_READY", 2);
        awaitEvents("AWS_ENCRYPTION_KEY_INVALID", 1);
        awaitEvents("CLUSTER_AUTOMATICALLY_PAUSED", 1);
        awaitEvents("ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETED", 1);
        await().atMost(A_WHILE)
                .until(() -> !events("?eventType=AWS_ENCRYPTION_KEY_VALID").isEmpty());
    }

    private void acknowledge() {
        await().atMost(A_WHILE).until(() -> !tenant.alerts("OPEN").isEmpty());
        String alert = tenant.alerts("OPEN").getFirst().path("id").asText();
        stage.api()
                .patch(tenant.project("/alerts/" + alert), "{\"acknowledgedUntil\":\"2099-01-01T00:00:00Z\"}")
                .expect(200);
    }

    @Test
    void eachThingIsThereOnce() {
        // When
        Map<String, Long> times = events("").stream()
                .collect(Collectors.groupingBy(
                        event -> event.path("eventTypeName").asText(), Collectors.counting()));

        // Then
        assertThat(times)
                .containsEntry("GROUP_CREATED", 1L)
                .containsEntry("CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_ADDED", 1L)
                .containsEntry("CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_UPDATED", 1L)
                .containsEntry("CLUSTER_CREATED", 2L)
                .containsEntry("CLUSTER_READY", 2L)
                .containsEntry("AWS_ENCRYPTION_KEY_INVALID", 1L)
                .containsEntry("CLUSTER_AUTOMATICALLY_PAUSED", 1L)
                .containsEntry("ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_CREATED", 1L)
                .containsEntry("ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETED", 1L)
                .containsEntry("CLUSTER_DELETE_SUBMITTED", 1L)
                .containsEntry("CLUSTER_DELETED", 1L);
        assertThat(times).containsKeys("ENCRYPTION_AT_REST_CONFIGURATION_UPDATED", "AWS_ENCRYPTION_KEY_VALID");
    }

    @Test
    void whatPeopleDidNamesThemAndWhereTheyWere() {
        assertThat(
                        events(
                                "?eventType=CLUSTER_CREATED&eventType=GROUP_CREATED&eventType=CLUSTER_DELETE_SUBMITTED"
                                        + "&eventType=CLOUD_PROVIDER_ACCESS_AWS_IAM_ROLE_ADDED&eventType=ENCRYPTION_AT_REST_CONFIGURATION_UPDATED"))
                .hasSizeGreaterThan(5)
                .allSatisfy(event -> {
                    assertThat(event.path("publicKey").asText())
                            .isEqualTo(stage.stack().addresses().publicKey());
                    assertThat(event.path("apiKeyId").asText()).matches("[0-9a-f]{24}");
                    assertThat(event.path("remoteAddress").asText()).isEqualTo("127.0.0.1");
                    assertThat(event.path("groupId").asText()).isEqualTo(tenant.groupId());
                });
    }

    @Test
    void whatHappenedByItselfNamesNobody() {
        assertThat(events("?eventType=CLUSTER_AUTOMATICALLY_PAUSED&eventType=AWS_ENCRYPTION_KEY_INVALID"))
                .hasSize(2)
                .allSatisfy(event -> assertThat(Set.of("publicKey", "apiKeyId", "userId", "username", "remoteAddress"))
                        .noneMatch(event::has));
    }

    @Test
    void theNewestComesFirstAndPagesFitTogether() {
        // When
        List<JsonNode> all = events("");
        List<JsonNode> paged = new ArrayList<>(events("?itemsPerPage=4&pageNum=1"));
        paged.addAll(events("?itemsPerPage=4&pageNum=2"));

        // Then
        assertThat(all)
                .extracting(event -> event.path("created").asText())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(all).extracting(event -> event.path("id").asText()).doesNotHaveDuplicates();
        assertThat(paged)
                .extracting(event -> event.path("id").asText())
                .isEqualTo(all.subList(0, 8).stream()
                        .map(event -> event.path("id").asText())
                        .toList());
    }

    @Test
    void canBeNarrowed() {
        assertThat(events("?clusterNames=" + OTHER))
                .isNotEmpty()
                .allMatch(event -> event.path("clusterName").asText().equals(OTHER));
        assertThat(events("?excludedEventType=CLUSTER_CREATED"))
                .isNotEmpty()
                .noneMatch(event -> event.path("eventTypeName").asText().equals("CLUSTER_CREATED"));
        assertThat(events("?maxDate=" + began.minusSeconds(60))).isEmpty();
        assertThat(events("?minDate=" + began.minusSeconds(60))).hasSameSizeAs(events(""));
    }

    @Test
    void oneCanBeReadByItself() {
        // Given
        JsonNode first = events("?eventType=CLUSTER_DELETED").getFirst();

        // When
        Reply one = stage.api().get(tenant.project("/events/" + first.path("id").asText()));

        // Then
        assertThat(one.expect(200).json().path("eventTypeName").asText()).isEqualTo("CLUSTER_DELETED");
        assertThat(stage.api()
                        .get(tenant.project("/events/" + tenant.groupId()))
                        .expect(404)
                        .at("/errorCode"))
                .isEqualTo("EVENT_NOT_FOUND");
    }

    @Test
    void whatCannotBeAskedIsRefusedWithWhatCan() {
        assertThat(stage.api()
                        .get(tenant.project("/events?eventType=NEVER_HEARD_OF"))
                        .expect(400)
                        .at("/errorCode"))
                .isEqualTo("INVALID_ENUM_VALUE");
        assertThat(stage.api()
                        .get(tenant.project("/events?minDate=yesterday"))
                        .expect(400)
                        .at("/errorCode"))
                .isEqualTo("INVALID_DATE_FORMAT");
        assertThat(stage.api()
                        .get(tenant.project("/events?minDate=2026-02-01T00:00:00Z&maxDate=2026-01-01T00:00:00Z"))
                        .expect(400)
                        .at("/errorCode"))
                .isEqualTo("INVALID_DATE_RANGE");
    }

    private void awaitEvents(String type, int count) {
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(events("?eventType=" + type)).hasSize(count));
    }

    private List<JsonNode> events(String query) {
        return stage.api().get(tenant.project("/events" + query)).expect(200).results();
    }
}
