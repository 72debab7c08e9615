package io.keyward.endpoint.lifecycle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long we wait for what, and how often we try. All are positive; no replacements at all are allowed.
 *
 * @param creation from first asking for it until it has to stand
 * @param visibility from asking the cloud to make it until not seeing it means something
 * @param loss between the first look that misses it and one that may confirm that
 * @param underWay between two looks while something is under way
 * @param retry between two attempts at what was refused
 * @param replacementsPerDay how many replacements a lineage gets within 24 hours
 */
public record Patience(
        Duration creation,
        Duration visibility,
        Duration loss,
        Duration underWay,
        Duration retry,
        int replacementsPerDay) {

    boolean isOverdue(Instant since, Instant now) {
        return isOver(creation, since, now);
    }

    /** Whether the cloud was asked so lately that what it made may not show yet. */
    boolean mayBeInvisible(@Nullable Instant asked, Instant now) {
        return asked != null && !isOver(visibility, asked, now);
    }

    boolean isConfirmed(@Nullable Instant missing, Instant now) {
        return missing != null && isOver(loss, missing, now);
    }

    /** Whether it may be asked for again: at once if it never was, but not before what was asked for the last time has to show. */
    boolean mayRetry(EndpointState.Failed failed, Instant now) {
        var asked = failed.asked();
        return asked == null || !now.isBefore(retryAt(failed, asked)) && !mayBeInvisible(asked, now);
    }

    /** After how long to look at an endpoint in this state again; null when it is at rest. */
    @Nullable
    Duration pace(EndpointState state, Instant now) {
        return switch (state) {
            case EndpointState.Requested ignored -> underWay;
            case EndpointState.Provisioning ignored -> underWay;
            case EndpointState.Deleting ignored -> underWay;
            case EndpointState.AwaitingApproval there -> there.missing() == null ? null : loss;
            case EndpointState.Ready there -> there.missing() == null ? null : loss;
            case EndpointState.Failed failed -> failed.ref() == null ? untilRetry(failed, now) : null;
            case EndpointState.Lost ignored -> underWay;
            case EndpointState.Replaced ignored -> null;
            case EndpointState.Deleted ignored -> null;
        };
    }

    private Duration untilRetry(EndpointState.Failed failed, Instant now) {
        var asked = failed.asked();
        var left = asked == null ? retry : Duration.between(now, retryAt(failed, asked));
        return left.compareTo(underWay) > 0 ? left : underWay;
    }

    private Instant retryAt(EndpointState.Failed failed, Instant asked) {
        var last = asked.isAfter(failed.since()) ? asked : failed.since();
        return last.plus(retry);
    }

    private static boolean isOver(Duration wait, Instant since, Instant now) {
        return !now.isBefore(since.plus(wait));
    }
}
