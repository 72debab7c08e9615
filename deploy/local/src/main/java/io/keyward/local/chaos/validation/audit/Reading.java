package io.keyward.local.chaos.validation.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.chaos.validation.audit.NoticeRules.Alert;
import io.keyward.local.chaos.validation.audit.NoticeRules.Way;
import io.keyward.local.chaos.validation.audit.Verdicts.Acquittal;
import io.keyward.local.chaos.validation.audit.Verdicts.Condemnation;
import io.keyward.local.chaos.validation.audit.Verdicts.Stop;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What events say, as the rules want it. Pure. */
public final class Reading {
    private final List<JsonNode> events;

    /** @param events their payloads, in their order within each aggregate */
    public Reading(List<JsonNode> events) {
        this.events = List.copyOf(events);
    }

    /** What was believed of keys, and what was asked of clusters for it. */
    public Verdicts verdicts() {
        return new Verdicts(
                of("keyward.key.revoked.v1").map(Reading::condemnation).toList(),
                of("keyward.key.validated.v1").map(Reading::acquittal).toList(),
                of("keyward.cluster.stop-requested.v1").flatMap(Reading::stops).toList());
    }

    /** What is believed of each key in the end, by its ARN: {@code VALID}, {@code REVOKED} and so on. */
    public Map<String, String> lastVerdicts() {
        return events.stream()
                .filter(event -> event.path("type").asText().startsWith("keyward.key.") && event.has("facts"))
                .collect(Collectors.toMap(
                        event -> event.at("/facts/key").asText(),
                        event -> event.at("/facts/verdict").asText(),
                        (earlier, later) -> later,
                        TreeMap::new));
    }

    /** All alerts that were ever opened. */
    public List<Alert> alerts() {
        Map<String, JsonNode> closed = byId("keyward.alert.closed.v1");
        Map<String, Set<Way>> ways = of("keyward.alert-config.created.v1")
                .collect(Collectors.toMap(event -> event.path("alertConfigId").asText(), Reading::ways));
        return byId("keyward.alert.opened.v1").values().stream()
                .map(event -> alert(event, closed.get(event.path("alertId").asText()), ways))
                .toList();
    }

    /** The alerts of that type by which operators were told of the installation itself, by id. */
    public Map<String, OperatorAlert> operatorAlerts(String alertType) {
        Map<String, OperatorAlert> alerts = new TreeMap<>();
        events.stream()
                .filter(event -> event.at("/operatorAlert/alertType").asText().equals(alertType))
                .forEach(event -> alerts.merge(
                        event.path("operatorAlertId").asText(),
                        OperatorAlert.NONE.after(event),
                        (alert, ignored) -> alert.after(event)));
        return alerts;
    }

    /**
     * An operator alert.
     *
     * @param revision of its last event
     * @param beginnings how often it began: one that ended shortly before goes on under the same id
     * @param open whether it is not over
     */
    public record OperatorAlert(long revision, int beginnings, boolean open) {
        private static final OperatorAlert NONE = new OperatorAlert(0, 0, false);

        /** What was published twice counts once. */
        private OperatorAlert after(JsonNode event) {
            long at = event.path("revision").asLong();
            boolean begins = event.path("type").asText().equals("keyward.operator-alert.opened.v1");
            return at <= revision
                    ? this
                    : new OperatorAlert(
                            at,
                            beginnings + (begins ? 1 : 0),
                            event.at("/operatorAlert/status").asText().equals("OPEN"));
        }
    }

    private static Alert alert(JsonNode opened, @Nullable JsonNode closed, Map<String, Set<Way>> ways) {
        JsonNode alert = opened.path("alert");
        String configuration = alert.path("alertConfigId").asText();
        return new Alert(
                opened.path("alertId").asText(),
                alert.path("eventTypeName").asText(),
                ways.getOrDefault(configuration, Set.of()),
                configuration + alert.at("/subject/id").asText(),
                at(opened, "/occurredAt"),
                closed == null ? null : at(closed, "/occurredAt"));
    }

    private static Set<Way> ways(JsonNode created) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        for (JsonNode notification : created.at("/alertConfig/notifications")) {
            switch (notification.path("typeName").asText()) {
                case "GROUP" -> ways.add(Way.MAIL);
                case "WEBHOOK" -> ways.add(Way.WEBHOOK);
                default ->
                    throw new IllegalArgumentException("nobody here is told by " + notification.path("typeName"));
            }
        }
        return ways;
    }

    private static Condemnation condemnation(JsonNode event) {
        return new Condemnation(
                event.at("/facts/key").asText(),
                at(event, "/facts/since"),
                event.at("/evidence/outcome").asText(),
                asked(event, "/facts/since"));
    }

    private static Acquittal acquittal(JsonNode event) {
        return new Acquittal(
                event.at("/facts/key").asText(), at(event, "/facts/checkedAt"), asked(event, "/facts/checkedAt"));
    }

    private static Instant asked(JsonNode event, String begun) {
        return event.at("/evidence/calls")
                .valueStream()
                .map(call ->
                        at(call, "/at").plusMillis(call.path("latencyMillis").asLong()))
                .max(Instant::compareTo)
                .orElseGet(() -> at(event, begun));
    }

    private static Stream<Stop> stops(JsonNode event) {
        return event.at("/enforcement/reasons")
                .valueStream()
                .map(reason -> new Stop(
                        event.path("clusterId").asText(),
                        reason.path("kind").asText(),
                        reason.path("key").asText(""),
                        at(reason, "/since")));
    }

    private Map<String, JsonNode> byId(String type) {
        return of(type).collect(Collectors.toMap(
                event -> event.path("alertId").asText(), Function.identity(), (one, same) -> one, TreeMap::new));
    }

    private Stream<JsonNode> of(String type) {
        return events.stream().filter(event -> event.path("type").asText().equals(type));
    }

    private static Instant at(JsonNode event, String pointer) {
        return Instant.parse(event.at(pointer).asText());
    }
}
