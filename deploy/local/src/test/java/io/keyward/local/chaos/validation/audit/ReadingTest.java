package io.keyward.local.chaos.validation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.chaos.validation.audit.NoticeRules.Alert;
import io.keyward.local.chaos.validation.audit.NoticeRules.Way;
import io.keyward.local.chaos.validation.audit.Reading.OperatorAlert;
import io.keyward.local.chaos.validation.audit.Verdicts.Acquittal;
import io.keyward.local.chaos.validation.audit.Verdicts.Condemnation;
import io.keyward.local.chaos.validation.audit.Verdicts.Stop;
import io.keyward.local.client.Exchange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATER = Instant.parse("2026-01-02T03:04:09Z");

    @Test
    void verdictsAreReadWithWhatTheyRestOn() {
        // Given
        var reading = reading("""
                {"type":"keyward.key.revoked.v1","facts":{"key":"k","verdict":"REVOKED","since":"2026-01-02T03:04:05Z"},
                 "evidence":{"outcome":"REVOKED","calls":[{"at":"2026-01-02T03:04:08Z","latencyMillis":1000}]}}""", """
                {"type":"keyward.cluster.stop-requested.v1","clusterId":"c",
                 "enforcement":{"reasons":[{"kind":"KEY","key":"k","since":"2026-01-02T03:04:05Z"}]}}""", """
                {"type":"keyward.key.validated.v1","facts":{"key":"k","verdict":"VALID","checkedAt":"2026-01-02T03:04:09Z"}}""");

        // Then
        assertThat(reading.verdicts())
                .isEqualTo(new Verdicts(
                        List.of(new Condemnation("k", THEN, "REVOKED", LATER)),
                        List.of(new Acquittal("k", LATER, LATER)),
                        List.of(new Stop("c", "KEY", "k", THEN))));
        assertThat(reading.lastVerdicts()).isEqualTo(Map.of("k", "VALID"));
    }

    @Test
    void alertsAreReadWithTheWaysInWhichPeopleAreTold() {
        // Given
        var reading = reading("""
                {"type":"keyward.alert-config.created.v1","alertConfigId":"w","alertConfig":{"notifications":[{"typeName":"WEBHOOK"}]}}""", """
                {"type":"keyward.alert.opened.v1","alertId":"a","occurredAt":"2026-01-02T03:04:05Z",
                 "alert":{"eventTypeName":"T","alertConfigId":"w","subject":{"id":"s"}}}""", """
                {"type":"keyward.alert.closed.v1","alertId":"a","occurredAt":"2026-01-02T03:04:09Z"}""", """
                {"type":"keyward.alert.opened.v1","alertId":"b","occurredAt":"2026-01-02T03:04:09Z",
                 "alert":{"eventTypeName":"T","alertConfigId":"another","subject":{"id":"s"}}}""");

        // Then
        assertThat(reading.alerts())
                .containsExactly(
                        new Alert("a", "T", Set.of(Way.WEBHOOK), "ws", THEN, LATER),
                        new Alert("b", "T", Set.of(), "anothers", LATER, null));
    }

    /** Relays may send twice, and what comes back shortly after its end has the same id. */
    @Test
    void anOperatorAlertMayBeginAgain() {
        var opened = operatorAlert("opened", 1, "OPEN");
        var closed = operatorAlert("closed", 2, "CLOSED");
        var again = operatorAlert("opened", 3, "OPEN");
        var updated = operatorAlert("updated", 4, "OPEN");

        assertThat(reading(opened, opened, closed).operatorAlerts("OUR_CREDENTIALS"))
                .isEqualTo(Map.of("o", new OperatorAlert(2, 1, false)));
        assertThat(reading(opened, closed, again, closed, again, updated).operatorAlerts("OUR_CREDENTIALS"))
                .isEqualTo(Map.of("o", new OperatorAlert(4, 2, true)));
        assertThat(reading(opened).operatorAlerts("GUARD_HOLDING")).isEmpty();
    }

    private static String operatorAlert(String what, int revision, String status) {
        return """
                {"type":"keyward.operator-alert.%s.v1","operatorAlertId":"o","revision":%d,
                 "operatorAlert":{"alertType":"OUR_CREDENTIALS","status":"%s"}}""".formatted(what, revision, status);
    }

    private static Reading reading(String... events) {
        List<JsonNode> payloads = Stream.of(events).map(Exchange::parse).toList();
        return new Reading(payloads);
    }
}
