package io.keyward.driver.plan;

import io.keyward.contracts.EnforcementEvent;
import java.util.Optional;

/**
 * What Keyward wants of a cluster.
 *
 * @param revision of the event that said so; a lower one says nothing any more
 * @param requestRevision what a report has to name
 */
public record Wish(String clusterId, long revision, long requestRevision, Want want) {

    /** What is wanted, and whether it was already seen so. */
    public enum Want {
        STOP,
        STAY_STOPPED,
        START,
        STAY_RUNNING,
        /** To be taken down, or gone: what runs the databases does that, not this driver. */
        NOTHING
    }

    /** Empty for an event that a newer service sent. */
    public static Optional<Wish> of(EnforcementEvent event) {
        return switch (event) {
            case EnforcementEvent.StartRequested e -> of(e, Want.START);
            case EnforcementEvent.ResumeRequested e -> of(e, Want.START);
            case EnforcementEvent.Running e -> of(e, Want.STAY_RUNNING);
            case EnforcementEvent.StopRequested e -> of(e, Want.STOP);
            case EnforcementEvent.StopDeferred e -> of(e, Want.STOP);
            case EnforcementEvent.Stopped e -> of(e, Want.STAY_STOPPED);
            case EnforcementEvent.RemovalRequested e -> of(e, Want.NOTHING);
            case EnforcementEvent.Removed e -> of(e, Want.NOTHING);
            case EnforcementEvent.Unrecognized e -> Optional.empty();
        };
    }

    private static Optional<Wish> of(EnforcementEvent event, Want want) {
        return Optional.of(new Wish(
                event.clusterId(), event.revision(), event.enforcement().requestRevision(), want));
    }
}
