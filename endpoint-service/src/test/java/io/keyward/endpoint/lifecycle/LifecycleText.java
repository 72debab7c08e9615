package io.keyward.endpoint.lifecycle;

import static io.keyward.endpoint.lifecycle.Samples.PATIENCE;
import static io.keyward.endpoint.lifecycle.Samples.REF;
import static java.util.Map.entry;

import java.time.Duration;
import java.util.Map;

/** What the page about the life of an endpoint says around that which is printed from the code. */
final class LifecycleText {
    static final Map<String, String> STATES = Samples.inOrder(
            entry("Requested", "asked for; nothing was done about it yet"),
            entry("Provisioning", "the cloud was asked to make it"),
            entry("AwaitingApproval", "stands, and whoever owns the service behind it has to let it in"),
            entry("Ready", "in use"),
            entry(
                    "Failed",
                    "could not be made, or is not replaced any more; `errorMessage` says why, and whether it is tried again"),
            entry("Lost", "removed or rejected in the cloud; another endpoint is being asked for in its place"),
            entry("Replaced", "the same, beside its successor, which reads `INITIATING` at first"),
            entry("Deleting", "on its way out, until the cloud has it no more"),
            entry("Deleted", "gone"));

    /** By their methods in the configuration. */
    static final Map<String, String> SETTINGS = Samples.inOrder(
            entry(
                    "creationLimit",
                    "what does not stand by then, counted from the first time the cloud was asked, has failed"),
            entry(
                    "visibleWithin",
                    "for how long what was asked for may not show: it is neither asked for again nor given up before"),
            entry("confirmLossAfter", "what one look missed is lost if another one misses it, this much later or more"),
            entry(
                    "retryFailedAfter",
                    "what failed without a trace is asked for again after that; so is a replacement that was refused"),
            entry("replacementsPerDay", "how often endpoints of one lineage are replaced within 24 hours"),
            entry("lookUnderWay", "between two looks at what is under way"));

    static final String PAGE = """
            # The life of an endpoint

            Printed from `EndpointPlanner` in `endpoint-service` by its tests; do not edit by hand.

            An endpoint has a state, which is recorded. The cloud is looked at by region, and what a look shows of an endpoint decides, together with the
            state, what is recorded next and what the cloud is asked for. An endpoint that was taken away or rejected in the cloud is *lost*, and is *replaced*
            by its *successor*; it and all that replaced it, one after the other, are a *lineage*. Only the newest of a lineage is replaced, and whichever
            of them stands first ends the others.

            ```mermaid
            stateDiagram-v2
                [*] --> Wanted: POST
                state Wanted {
                    [*] --> Requested
            {arriving}
                }
                Wanted --> Deleting: DELETE, or another of its lineage stands
            {leaving}
                Deleted --> [*]
            ```

            ## What a client reads

            | State | Status | Means |
            |---|---|---|
            {statuses}
            A client that waits for a new endpoint sees `INITIATING` and then one of `PENDING_ACCEPTANCE`, `ACTIVE` and `FAILED`, never anything else in
            between. A client that waits for a deletion sees `DELETING` from the first GET on, and then 404; an endpoint is 404 only when what replaced it is gone, too.

            ## What a look leads to

            | A look shows | |
            |---|---|
            | Absent | the cloud has nothing of it |
            | Pending | the cloud is making it |
            | PendingApproval | it stands, and has to be let in |
            | Up | it works |
            | Refused | it failed, expired or was rejected |
            | GoingAway | it is being removed |
            | Unseen | nothing: we could not look. Never a reason to ask for anything |

            A dot is the state that it was in. What is asked for is in bold: *Create* and *Delete* of the cloud, *Replace* of config-service, which admits
            endpoints. A state has further lines where more than its name matters:
            *late*, the time for making it is over; *known*, it has an id in the cloud;
            *unheard*, it was asked for, does not show, and should by now; *asked*, it was asked for a moment ago; *due*, long enough ago to be asked for again;
            *missed*, an earlier look has missed it, too. Lines with kin hold only for endpoints with such kin: *needed*, it could be used once, or replaces one that could;
            *spent*, its lineage was replaced as often as is allowed in a day; *leaving*, its successor is on its way out and not gone yet.

            ### As long as it is wanted

            {present}
            ### Once it is to go

            {absent}
            ### What an answer leads to

            After the comma is when it is looked at again.

            {answers}
            ## Waits

            | Setting | Default | |
            |---|---|---|
            {settings}
            A state at rest is looked at when its region shows anything else than before. The others come up again by themselves:

            | State | After |
            |---|---|
            {pauses}
            ## What people are told

            | When | `errorMessage` |
            |---|---|
            {words}
            Where an attempt went wrong that is repeated by itself, the status stays and `errorMessage` has what the cloud said.

            ## Conditions

            `GET /api/keyward/v1/groups/{groupId}/privateEndpoints` shows them besides the status, each with a reason, a message and the time when it last changed
            between TRUE, FALSE and UNKNOWN.

            | Condition | TRUE means |
            |---|---|
            | Provisioned | the cloud has it, whole |
            | Approved | whoever owns the service behind it has let it in |
            | Usable | the key service answers through it |
            | Replaced | another endpoint is to take its place; stated only of lost ones |
            | Deleting | it is to go; stated only when that is so |

            {conditions}
            *missed* is what one look did not find and the next one has to confirm. A reason `LastAttemptFailed` comes with what the cloud said, and the
            attempt is repeated.
            """;

    private LifecycleText() {}

    /** What people read in each case, by the case. */
    static Map<String, String> words() {
        var lost = Words.replaced(Words.removed(REF));
        return Samples.inOrder(
                entry("Failed, was refused", Words.notMade(PATIENCE, "There is no room for it in this region")),
                entry(
                        "Failed, nothing of it was seen in time",
                        Words.late(PATIENCE, "EC2 could not be reached; we ask again")),
                entry("Failed, asked for again, and on its way", Words.madeAtLast(PATIENCE, REF)),
                entry("Failed, does not get any further", Words.slow(PATIENCE, REF, null)),
                entry(
                        "Failed, ended before it could be used",
                        Words.neverUsable(Words.refused(REF, "was rejected in EC2"))),
                entry(
                        "Failed, not replaced any more",
                        Words.replacedTooOften(Words.removed(REF), PATIENCE.replacementsPerDay())),
                entry("Lost or Replaced", lost),
                entry(
                        "Lost, and its replacement is not admitted",
                        Words.notReplacedYet(lost, "The project is INACTIVE")));
    }

    /** A pause by the setting that it comes from. */
    static String told(Duration pause) {
        if (pause.equals(PATIENCE.underWay())) {
            return "`look-under-way`";
        }
        if (pause.equals(PATIENCE.loss())) {
            return "`confirm-loss-after`";
        }
        return pause.equals(PATIENCE.retry()) ? "`retry-failed-after`" : "what is left of `retry-failed-after`";
    }
}
