package io.keyward.endpoint.lifecycle;

import io.keyward.endpoint.lifecycle.EndpointState.AwaitingApproval;
import io.keyward.endpoint.lifecycle.EndpointState.Deleted;
import io.keyward.endpoint.lifecycle.EndpointState.Deleting;
import io.keyward.endpoint.lifecycle.EndpointState.Failed;
import io.keyward.endpoint.lifecycle.EndpointState.Lost;
import io.keyward.endpoint.lifecycle.EndpointState.Provisioning;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.EndpointState.Requested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** States and observations by the names that the tables use. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final Patience PATIENCE = new Patience(
            Duration.ofMinutes(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            3);
    static final EndpointPlanner PLANNER = new EndpointPlanner(PATIENCE);
    static final String REF = "vpce-1";
    static final String ADDRESS = "vpce-1.kms.example";

    private static final Instant JUST_NOW = NOW.minusSeconds(1);
    private static final Instant A_MINUTE_AGO = NOW.minusSeconds(60);
    private static final Instant AN_HOUR_AGO = NOW.minusSeconds(3600);

    /** One of each state, none of whose waits is over; and those with a wait that is, or with something else that matters. */
    static final Map<String, EndpointState> STATES = Map.ofEntries(
            Map.entry("Requested", new Requested(JUST_NOW)),
            Map.entry("Requested:late", new Requested(AN_HOUR_AGO)),
            Map.entry("Provisioning", new Provisioning(JUST_NOW, JUST_NOW, null, null)),
            Map.entry("Provisioning:unheard", new Provisioning(A_MINUTE_AGO, A_MINUTE_AGO, null, "later")),
            Map.entry("Provisioning:known", new Provisioning(A_MINUTE_AGO, null, REF, null)),
            Map.entry("Provisioning:late", new Provisioning(AN_HOUR_AGO, AN_HOUR_AGO, null, "later")),
            Map.entry("Provisioning:known,late", new Provisioning(AN_HOUR_AGO, null, REF, null)),
            Map.entry("AwaitingApproval", new AwaitingApproval(REF, AN_HOUR_AGO, null)),
            Map.entry("AwaitingApproval:missed", new AwaitingApproval(REF, AN_HOUR_AGO, A_MINUTE_AGO)),
            Map.entry("Ready", new Ready(REF, ADDRESS, AN_HOUR_AGO, null)),
            Map.entry("Ready:missed", new Ready(REF, ADDRESS, AN_HOUR_AGO, A_MINUTE_AGO)),
            Map.entry("Failed", new Failed("no room", null, A_MINUTE_AGO, null)),
            Map.entry("Failed:asked", new Failed("no room", null, JUST_NOW, JUST_NOW)),
            Map.entry("Lost", new Lost(REF, "gone", A_MINUTE_AGO, null)),
            Map.entry("Replaced", new Replaced(REF, "gone", A_MINUTE_AGO, "b".repeat(24))),
            Map.entry("Deleting", new Deleting(REF, null, A_MINUTE_AGO, null)),
            Map.entry("Deleting:asked", new Deleting(null, JUST_NOW, JUST_NOW, null)),
            Map.entry("Deleted", new Deleted(REF, AN_HOUR_AGO)));

    static final Map<String, Observation> OBSERVATIONS = Stream.of(
                    new Observation.Absent(),
                    new Observation.Pending(REF),
                    new Observation.PendingApproval(REF),
                    new Observation.Up(REF, ADDRESS),
                    new Observation.Refused(REF, "was rejected."),
                    new Observation.GoingAway(REF),
                    new Observation.Unseen("no answer"))
            .collect(Collectors.toMap(seen -> seen.getClass().getSimpleName(), seen -> seen));

    static final List<Answer> ANSWERS = List.of(
            new Answer.Accepted(REF),
            new Answer.Refused("no room"),
            new Answer.TryLater("busy"),
            new Answer.Admitted("b".repeat(24), 7));

    private Samples() {}

    /** {@code Ready:missed} is a Ready. */
    static String kindOf(String name) {
        return name.replaceFirst(":.*", "");
    }

    static List<String> armsOf(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();
    }
}
