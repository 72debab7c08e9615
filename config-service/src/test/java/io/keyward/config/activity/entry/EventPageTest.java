package io.keyward.config.activity.entry;

import static io.keyward.config.activity.entry.EventType.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.testkit.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the log says of the sample of every event, written down once more and by hand; {@code docs/operations/events.md} is printed from it:
 * written where people work, checked in CI.
 */
class EventPageTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "operations", "events.md");
    private static final Pattern SECRET =
            Pattern.compile("(?i).*(secret|password|private_?key|api_?token|service_?key|signature|ciphertext).*");

    private static final Map<String, List<EventType>> TABLE = Map.ofEntries(
            line("keyward.project.created.v1", GROUP_CREATED),
            line("keyward.project.updated.v1", GROUP_UPDATED),
            line("keyward.project.state-changed.v1", GROUP_STATE_CHANGED),
            line("keyward.project.deleted.v1", GROUP_DELETED),
            line("keyward.credential.created.v1", API_KEY_CREATED),
            line("keyward.credential.updated.v1"),
            line("keyward.credential.deleted.v1", API_KEY_DELETED),
            line("keyward.token.revoked.v1", SERVICE_ACCOUNT_TOKEN_REVOKED),
            line(
                    "keyward.encryption.configured.v1",
                    ENCRYPTION_AT_REST_KEY_ROTATION_STARTED,
                    ENCRYPTION_AT_REST_CONFIGURATION_UPDATED),
            line("keyward.encryption.disabled.v1", ENCRYPTION_AT_REST_CONFIGURATION_UPDATED),
            line("keyward.cluster.created.v1", CLUSTER_CREATED),
            line("keyward.cluster.updated.v1", CLUSTER_UPDATE_SUBMITTED),
            line("keyward.cluster.deletion-requested.v1", CLUSTER_DELETE_SUBMITTED),
            line("keyward.cluster.deleted.v1", CLUSTER_DELETED),
            line("keyward.cluster.start-requested.v1"),
            line("keyward.cluster.running.v1", CLUSTER_READY, CLUSTER_RESUMED, CLUSTER_UPDATE_COMPLETED),
            line("keyward.cluster.stop-requested.v1", CLUSTER_STOP_SUBMITTED),
            line("keyward.cluster.stop-deferred.v1", CLUSTER_STOP_DEFERRED),
            line("keyward.cluster.stopped.v1", CLUSTER_AUTOMATICALLY_PAUSED),
            line("keyward.cluster.resume-requested.v1", CLUSTER_RESUME_SUBMITTED),
            line("keyward.cluster.removal-requested.v1"),
            line("keyward.cluster.removed.v1"),
            line(
                    "keyward.endpoint.requested.v1",
                    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_CREATED,
                    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_ADOPTED),
            line("keyward.endpoint.awaiting-approval.v1", ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_ACCEPTANCE),
            line("keyward.endpoint.activated.v1", ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_ACTIVE),
            line("keyward.endpoint.failed.v1", ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED),
            line(
                    "keyward.endpoint.lost.v1",
                    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_LOST,
                    ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_REPLACED),
            line("keyward.endpoint.deletion-requested.v1", ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETE_SUBMITTED),
            line("keyward.endpoint.deleted.v1", ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_DELETED),
            line("keyward.key.validated.v1", AWS_ENCRYPTION_KEY_VALID),
            line("keyward.key.revoked.v1", AWS_ENCRYPTION_KEY_INVALID),
            line("keyward.key.held.v1", ENCRYPTION_AT_REST_KEY_HELD),
            line("keyward.key.hold-decided.v1", ENCRYPTION_AT_REST_KEY_RELEASED),
            line("keyward.key.found-unusable.v1", ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID),
            line("keyward.key.unverified.v1"),
            line("keyward.key.retired.v1"),
            line("keyward.alert.opened.v1"),
            line("keyward.alert.updated.v1"),
            line("keyward.alert.acknowledged.v1", ALERT_ACKNOWLEDGED_AUDIT),
            line("keyward.alert.closed.v1"),
            line("keyward.alert.cancelled.v1"),
            line("keyward.alert-config.created.v1", ALERT_CONFIG_ADDED_AUDIT),
            line("keyward.alert-config.updated.v1", ALERT_CONFIG_CHANGED_AUDIT),
            line("keyward.alert-config.deleted.v1", ALERT_CONFIG_DELETED_AUDIT),
            line("keyward.operator-alert.opened.v1"),
            line("keyward.operator-alert.updated.v1"),
            line("keyward.operator-alert.closed.v1"),
            line("keyward.snapshot.requested.v1", CPS_SNAPSHOT_STARTED),
            line("keyward.snapshot.taken.v1", CPS_SNAPSHOT_SUCCESSFUL),
            line("keyward.snapshot.failed.v1", CPS_SNAPSHOT_FAILED),
            line("keyward.snapshot.deleted.v1", CPS_SNAPSHOT_DELETED),
            line("keyward.restore.requested.v1", CPS_RESTORE_REQUESTED),
            line("keyward.restore.completed.v1", CPS_RESTORE_SUCCESSFUL),
            line("keyward.restore.failed.v1", CPS_RESTORE_FAILED),
            line("keyward.restore.cancelled.v1", CPS_RESTORE_CANCELLED),
            line("keyward.mode.changed.v1", ENFORCEMENT_MODE_CHANGED),
            line("keyward.freeze.changed.v1", ENFORCEMENT_FREEZE_CHANGED),
            line("keyward.guard.changed.v1"),
            line("keyward.hint-source.created.v1", HINT_SOURCE_CREATED),
            line("keyward.hint-source.deleted.v1", HINT_SOURCE_DELETED));

    private static final String INTRODUCTION = """
            # What the activity log calls things

            Printed from the table in config-service (`activity/entry`) by its tests; do not edit by hand. How to read the log:
            [activity](activity.md).

            | `eventTypeName` | Written when |
            |---|---|
            """;
    private static final String EVENTS = """

            ## What becomes of each event

            What the log says of the sample of each event on Kafka. Where there are several names, those are written that the log does not have
            yet: a cluster runs for the first time, then again, then only as it was asked to be; an endpoint is lost, then replaced. Nothing is
            said where another event has said it, and where the name depends on more than the event, by whoever makes the change: which part of
            a credential was changed, what an alert is about.

            | Event | Log |
            |---|---|
            """;

    static Stream<String> types() {
        return Golden.types().stream();
    }

    @Test
    @Rule("N6")
    void everyEventIsInTheTable() {
        assertThat(TABLE.keySet()).containsExactlyInAnyOrderElementsOf(Golden.types());
    }

    @ParameterizedTest
    @MethodSource("types")
    @Rule("N6")
    void everyEventSaysWhoDidItWhenAndFromWhere(String type) {
        var event = Golden.sample(type);

        var findings = EntryRules.findings(event);

        assertThat(findings).extracting(finding -> finding.entry().type()).isEqualTo(TABLE.get(type));
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.entry().actor()).isEqualTo(event.actor());
            assertThat(finding.entry().at()).isEqualTo(event.occurredAt());
            assertThat(finding.entry().detail()).endsWith(".").doesNotContain("null", "[]");
        });
    }

    /** What lies behind an entry is answered to whoever may read the project. */
    @ParameterizedTest
    @MethodSource("types")
    void noEventHasRoomForASecret(String type) throws IOException {
        assertThat(names(Golden.JSON.readTree(Golden.text(type))))
                .noneMatch(name -> SECRET.matcher(name).matches());
    }

    @Test
    void thePageHasEveryName() throws IOException {
        if (!"true".equals(System.getenv("CI"))) {
            Files.writeString(DOCUMENT, page());
        }
        assertThat(DOCUMENT).hasContent(page());
    }

    private static String page() {
        String names = Arrays.stream(EventType.values())
                .map(type -> "| `%s` | %s |\n".formatted(type, type.meaning()))
                .collect(Collectors.joining());
        String events = new TreeMap<>(TABLE)
                .entrySet().stream()
                        .map(line -> "| `%s` | %s |\n".formatted(line.getKey(), inWords(line.getValue())))
                        .collect(Collectors.joining());
        return INTRODUCTION + names + EVENTS + events;
    }

    private static String inWords(List<EventType> types) {
        return types.isEmpty()
                ? "–"
                : types.stream().map(type -> "`" + type + "`").collect(Collectors.joining(", "));
    }

    private static Stream<String> names(JsonNode node) {
        return Stream.concat(
                node.properties().stream().map(Map.Entry::getKey),
                StreamSupport.stream(node.spliterator(), false).flatMap(EventPageTest::names));
    }

    private static Map.Entry<String, List<EventType>> line(String type, EventType... log) {
        return Map.entry(type, List.of(log));
    }
}
