package io.keyward.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.contracts.Topics;
import io.keyward.testkit.EngineControl;
import io.keyward.testkit.EventReader;
import io.keyward.testkit.OwnEngines;
import io.keyward.testkit.Rule;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Rule("P3")
@QuarkusTest
@WithTestResource(OwnEngines.class)
class OutboxIT {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Inject
    ThingStore things;

    @Inject
    MeterRegistry metrics;

    EngineControl engines;

    EventReader reader;

    final String id = "thing-" + UUID.randomUUID();

    @BeforeEach
    void read() {
        reader = EventReader.open(engines.kafka(), Topics.KEYS);
    }

    @AfterEach
    void close() throws InterruptedException {
        reader.close();
    }

    @Test
    void aCommitLeavesOneEventInTheCloudEventsBinding() {
        // When
        Wait.on(() -> things.rename(id, "new"));

        // Then
        Wait.until().untilAsserted(() -> assertThat(reader.eventsOf(id)).hasSize(1));
        EventReader.Received event = reader.eventsOf(id).getFirst();
        assertThat(event.topic()).isEqualTo(Topics.KEYS);
        assertThat(event.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", event.headers().get("ce_id"),
                        "ce_type", "keyward.key.retired.v1",
                        "ce_source", "/keyward/messaging-under-test",
                        "ce_subject", id,
                        "ce_time", "2026-03-01T10:15:30.123Z",
                        "ce_datacontenttype", "application/json",
                        "content-type", "application/json"));
        assertThat(UUID.fromString(event.headers().get("ce_id"))).isNotNull();
        assertThat(event.payload().replace(" ", ""))
                .contains("\"type\":\"keyward.key.retired.v1\"", "\"occurredAt\":\"2026-03-01T10:15:30.123Z\"");
    }

    @Test
    void theEventOfARequestContinuesTheTraceOfTheRequest() {
        // When
        RestAssured.given()
                .header("traceparent", TRACE)
                .post("/things/" + id)
                .then()
                .statusCode(200);

        // Then
        Wait.until().untilAsserted(() -> assertThat(reader.eventsOf(id))
                .singleElement()
                .satisfies(event -> assertThat(event.headers()).containsEntry("traceparent", TRACE)));
    }

    @Test
    void theRelayIsWokenByTheCommitAndNotByItsClock() {
        // Given
        Wait.on(() -> things.rename(id, "first"));
        Wait.until().untilAsserted(() -> assertThat(reader.eventsOf(id)).hasSize(1));

        // When
        Wait.on(() -> things.rename(id, "second"));

        // Then
        Wait.until().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(reader.eventsOf(id))
                .hasSize(2));
    }

    @Test
    void aRollbackLeavesNoEvent() {
        // When
        assertThatThrownBy(() -> Wait.on(() -> things.renameAndRollBack(id, "never")))
                .hasMessageContaining("changed my mind");
        Wait.on(() -> things.renameAndMarkForRollback(id, "never"));
        Wait.on(() -> things.rename(id + "-after", "new"));

        // Then
        Wait.until()
                .untilAsserted(() -> assertThat(reader.eventsOf(id + "-after")).hasSize(1));
        assertThat(reader.eventsOf(id)).isEmpty();
        assertThat(rowsOf(id)).isZero();
    }

    @Test
    void aTransactionThatStopsHalfwayIsEndedByTheDatabaseSoThatOthersGoOn() {
        // Given
        Wait.on(() -> things.rename(id, "first"));
        CompletableFuture<Void> halfway = new CompletableFuture<>();
        Thread.startVirtualThread(
                () -> Wait.on(() -> things.renameAndStopHalfway(id, "never", () -> halfway.complete(null))));
        halfway.join();

        // When
        Wait.on(() -> things.rename(id, "second"));

        // Then
        Wait.until().untilAsserted(() -> assertThat(reader.eventsOf(id)).hasSize(2));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void anEventOutsideATransactionIsAnError(Forbidden forbidden) {
        // When
        assertThatThrownBy(() -> Wait.on(() -> forbidden.act(things, id)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(forbidden.message());

        // Then
        assertThat(rowsOf(id)).isZero();
    }

    interface Act {
        Uni<Void> on(ThingStore things, String id);
    }

    record Forbidden(Act act, String message) {
        Uni<Void> act(ThingStore things, String id) {
            return act.on(things, id);
        }
    }

    static Stream<Forbidden> forbidden() {
        return Stream.of(
                new Forbidden(ThingStore::appendWithoutTransaction, "needs an open transaction"),
                new Forbidden(ThingStore::appendInSessionWithoutTransaction, "needs an open transaction"),
                new Forbidden(ThingStore::appendToForeignTopic, "owned-topics"));
    }

    @Test
    void whileKafkaIsDownChangesSucceedAndAfterwardsAllEventsLeaveInOrder() {
        // Given
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> id + "-" + i).toList();
        ids.forEach(each -> rename(each, 0));
        engines.stopKafka();
        try {
            // When
            IntStream.rangeClosed(1, 4).forEach(round -> ids.forEach(each -> rename(each, round)));

            // Then
            Wait.until().untilAsserted(() -> assertThat(oldestUnsentSeconds()).isGreaterThan(1));
            Wait.until()
                    .untilAsserted(() -> assertThat(statusOf("/q/health/ready")).isEqualTo(200));
            assertThat(statusOf("/q/health/live")).isEqualTo(200);
        } finally {
            engines.startKafka();
        }
        ids.forEach(each -> Wait.until().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(namesOf(each))
                .containsExactly("name 0", "name 1", "name 2", "name 3", "name 4")));
        Wait.until().untilAsserted(() -> assertThat(oldestUnsentSeconds()).isZero());
    }

    private static int statusOf(String path) {
        return RestAssured.get(path).statusCode();
    }

    private void rename(String thing, int round) {
        Wait.on(() -> things.rename(thing, "name " + round));
    }

    /** In the order of arrival, repeats of the same event taken out. */
    private List<String> namesOf(String thing) {
        Map<String, String> payloadsById = new LinkedHashMap<>();
        reader.eventsOf(thing)
                .forEach(event -> payloadsById.putIfAbsent(event.headers().get("ce_id"), event.payload()));
        return payloadsById.values().stream()
                .map(payload -> payload.replaceAll(".*\"groupId\": ?\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private double oldestUnsentSeconds() {
        return metrics.get("keyward.outbox.oldest.unsent").timeGauge().value(TimeUnit.SECONDS);
    }

    private long rowsOf(String thing) {
        return ((Number) Wait.on(() -> things.sql("select count(*) from outbox where key = '" + thing + "'")))
                .longValue();
    }
}
