package io.keyward.config.cluster.plan;

import io.keyward.config.cluster.refusal.ClusterError;
import io.keyward.config.cluster.spec.ClusterSpec;
import org.jspecify.annotations.Nullable;

/** What {@code paused} means in a request to change a cluster. */
public final class PauseRules {
    private PauseRules() {}

    /**
     * Whether a cluster can be paused, resumed and changed.
     *
     * @param pausedByHand whether a person paused it
     * @param readsPaused whether it reads as paused, for whatever reason
     * @param underWay whether something of it is not done yet: it does not read as IDLE
     * @param restMinutes how long it runs at least between two pauses; null when that is over
     */
    public record Standing(
            boolean pausedByHand,
            boolean readsPaused,
            boolean underWay,
            @Nullable Long restMinutes) {}

    /**
     * What was sent.
     *
     * @param paused null when it was not
     * @param whole whether the cluster was described whole, as those do who send back what they read
     * @param changes whether anything else that was sent differs from what is there
     */
    public record Sent(@Nullable Boolean paused, boolean whole, boolean changes) {}

    /** What is to be done. */
    public sealed interface Wish {
        /** Neither paused nor resumed; what else was sent is recorded. */
        record Stay() implements Wish {}

        record Pause() implements Wish {}

        record Resume() implements Wish {}

        record Refused(ClusterError error) implements Wish {}
    }

    /**
     * A cluster that a person paused takes nothing but being resumed. One that its key stopped reads as paused too, and takes changes:
     * {@code false} asks for what happens by itself once the key is back; {@code true} is a person's wish as well, which outlasts the key's
     * recovery, unless it only comes back with all that was read.
     */
    public static Wish wish(String name, ClusterSpec spec, Standing standing, Sent sent) {
        if (standing.pausedByHand()) {
            return whilePaused(name, sent.paused(), sent.changes());
        }
        boolean echo = standing.readsPaused() && (sent.whole() || sent.changes());
        if (!Boolean.TRUE.equals(sent.paused()) || echo) {
            return new Wish.Stay();
        }
        if (sent.changes()) {
            return new Wish.Refused(new ClusterError.NotWithPause(name));
        }
        return pause(name, spec, standing);
    }

    private static Wish whilePaused(String name, @Nullable Boolean paused, boolean changes) {
        if (changes) {
            return new Wish.Refused(new ClusterError.NotWhilePaused(name));
        }
        if (paused == null) {
            return new Wish.Stay();
        }
        return paused ? new Wish.Refused(new ClusterError.AlreadyPaused(name)) : new Wish.Resume();
    }

    private static Wish pause(String name, ClusterSpec spec, Standing standing) {
        if (spec.isShared()) {
            return new Wish.Refused(new ClusterError.SharedMachines(name));
        }
        if (spec.hasLocalDisks()) {
            return new Wish.Refused(new ClusterError.LocalDisks(name));
        }
        if (standing.underWay()) {
            return new Wish.Refused(new ClusterError.StillChanging(name));
        }
        return standing.restMinutes() == null
                ? new Wish.Pause()
                : new Wish.Refused(new ClusterError.JustResumed(name, standing.restMinutes()));
    }
}
