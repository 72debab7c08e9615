package io.keyward.simulator.azure.world.link;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes next for an endpoint, and when. Pure. */
public final class LinkRules {

    /** Something done to an endpoint behind its owner's back. */
    public enum Intervention {
        /** As its owner deletes it. */
        DELETE,
        /** Not found from now on. */
        VANISH,
        /** Creating for ever. */
        PEND,
        FAIL,
        CANCEL,
        /** There, however far it was. */
        SUCCEED
    }

    /** Why something fails; what is null is as usual. */
    public record Cause(@Nullable String code, @Nullable String message) {

        public static final Cause NONE = new Cause(null, null);
    }

    private LinkRules() {}

    /** The phases of an endpoint that is made now. */
    public static List<Phase> created(Instant now, LinkSettings settings, Optional<CreationOutcome> outcome) {
        Phase creating = Phase.of(Provisioning.CREATING, now);
        Provisioning next = outcome.map(CreationOutcome::state).orElse(Provisioning.SUCCEEDED);
        if (next == Provisioning.CREATING) {
            return List.of(creating);
        }
        Instant then = now.plus(settings.creation());
        return List.of(
                creating,
                outcome.map(told -> ended(next, then, new Cause(told.code(), told.message())))
                        .orElseGet(() -> Phase.of(next, then)));
    }

    /** The same endpoint made once more, because it had failed. */
    public static PrivateEndpoint again(
            PrivateEndpoint failed, Instant now, LinkSettings settings, Optional<CreationOutcome> outcome) {
        return failed.then(now, created(now, settings, outcome));
    }

    /** Deletes it from whatever state. One that is on its way out goes on as it was. */
    public static PrivateEndpoint delete(PrivateEndpoint endpoint, Instant now, LinkSettings settings) {
        return switch (endpoint.state(now)) {
            case DELETING, GONE -> endpoint;
            case CREATING, UPDATING, SUCCEEDED, FAILED, CANCELED ->
                endpoint.then(
                        now,
                        List.of(
                                Phase.of(Provisioning.DELETING, now),
                                Phase.of(Provisioning.GONE, now.plus(settings.deletion()))));
        };
    }

    /** What becomes of it when somebody else than its owner does this. */
    public static PrivateEndpoint intervene(
            PrivateEndpoint endpoint, Intervention what, Cause cause, Instant now, LinkSettings settings) {
        return switch (what) {
            case DELETE -> delete(endpoint, now, settings);
            case VANISH -> become(endpoint, Phase.of(Provisioning.GONE, now));
            case PEND -> become(endpoint, Phase.of(Provisioning.CREATING, now));
            case SUCCEED -> become(endpoint, Phase.of(Provisioning.SUCCEEDED, now));
            case FAIL -> become(endpoint, ended(Provisioning.FAILED, now, cause));
            case CANCEL -> become(endpoint, ended(Provisioning.CANCELED, now, cause));
        };
    }

    private static PrivateEndpoint become(PrivateEndpoint endpoint, Phase phase) {
        return endpoint.then(phase.since(), List.of(phase));
    }

    private static Phase ended(Provisioning state, Instant since, Cause cause) {
        return state == Provisioning.FAILED || state == Provisioning.CANCELED
                ? new Phase(
                        state,
                        since,
                        Objects.requireNonNullElse(cause.code(), "InternalServerError"),
                        Objects.requireNonNullElse(cause.message(), "An error occurred."))
                : Phase.of(state, since);
    }
}
