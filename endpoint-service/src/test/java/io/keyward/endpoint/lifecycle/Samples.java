package io.keyward.endpoint.lifecycle;

import static java.util.Map.entry;

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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;

/** States, observations and kin by the names that the tables use, in the order of the tables. */
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
    static final String SUCCESSOR = "b".repeat(24);

    private static final Instant JUST_NOW = NOW.minusSeconds(1);
    private static final Instant A_MINUTE_AGO = NOW.minusSeconds(60);
    private static final Instant AN_HOUR_AGO = NOW.minusSeconds(3600);

    /** One of each state, none of whose waits is over; and those with a wait that is, or with something else that matters. */
    static final Map<String, EndpointState> STATES = inOrder(
            entry("Requested", new Requested(JUST_NOW)),
            entry("Requested:late", new Requested(AN_HOUR_AGO)),
            entry("Provisioning", new Provisioning(JUST_NOW, JUST_NOW, null, null)),
            entry("Provisioning:unheard", new Provisioning(A_MINUTE_AGO, A_MINUTE_AGO, null, "later")),
            entry("Provisioning:known", new Provisioning(A_MINUTE_AGO, null, REF, null)),
            entry("Provisioning:late", new Provisioning(AN_HOUR_AGO, AN_HOUR_AGO, null, "later")),
            entry("Provisioning:known,late", new Provisioning(AN_HOUR_AGO, null, REF, null)),
            entry("AwaitingApproval", new AwaitingApproval(REF, AN_HOUR_AGO, null)),
            entry("AwaitingApproval:missed", new AwaitingApproval(REF, AN_HOUR_AGO, A_MINUTE_AGO)),
            entry("Ready", new Ready(REF, ADDRESS, AN_HOUR_AGO, null)),
            entry("Ready:missed", new Ready(REF, ADDRESS, AN_HOUR_AGO, A_MINUTE_AGO)),
            entry("Failed", new Failed("no room", null, A_MINUTE_AGO, A_MINUTE_AGO)),
            entry("Failed:asked", new Failed("no room", null, JUST_NOW, JUST_NOW)),
            entry("Failed:due", new Failed("no room", null, AN_HOUR_AGO, AN_HOUR_AGO)),
            entry("Failed:known", new Failed("no room", REF, AN_HOUR_AGO, null)),
            entry("Lost", new Lost(REF, "gone", A_MINUTE_AGO, null)),
            entry("Replaced", new Replaced(REF, "gone", A_MINUTE_AGO, SUCCESSOR)),
            entry("Deleting", new Deleting(REF, null, A_MINUTE_AGO, null)),
            entry("Deleting:asked", new Deleting(null, JUST_NOW, JUST_NOW, null)),
            entry("Deleted", new Deleted(REF, AN_HOUR_AGO)));

    static final Map<String, Observation> OBSERVATIONS = inOrder(
            entry("Absent", new Observation.Absent()),
            entry("Pending", new Observation.Pending(REF)),
            entry("PendingApproval", new Observation.PendingApproval(REF)),
            entry("Up", new Observation.Up(REF, ADDRESS)),
            entry("Refused", new Observation.Refused(REF, "was rejected.")),
            entry("GoingAway", new Observation.GoingAway(REF)),
            entry("Unseen", new Observation.Unseen("no answer")));

    /** Every combination of what may be so: it could be used once, or replaces one that could; no more replacements are allowed today; what replaces it is leaving. */
    static final Map<String, Kin> KINS = inOrder(
            entry("-", new Kin(false, 2, false)),
            entry("needed", new Kin(true, 2, false)),
            entry("spent", new Kin(false, 3, false)),
            entry("leaving", new Kin(false, 2, true)),
            entry("needed,spent", new Kin(true, 3, false)),
            entry("needed,leaving", new Kin(true, 2, true)),
            entry("spent,leaving", new Kin(false, 3, true)),
            entry("needed,spent,leaving", new Kin(true, 3, true)));

    static final List<Answer> ANSWERS = List.of(
            new Answer.Accepted(REF),
            new Answer.Refused("no room"),
            new Answer.TryLater("busy"),
            new Answer.Admitted(SUCCESSOR, 7));

    private Samples() {}

    @SafeVarargs
    static <T> Map<String, T> inOrder(Entry<String, ? extends T>... entries) {
        var samples = new LinkedHashMap<String, T>();
        Stream.of(entries).forEach(entry -> samples.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(samples);
    }

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
