package io.keyward.config.backup.key;

import org.jspecify.annotations.Nullable;

/**
 * What became of a project key since something was put under it.
 *
 * @param region its home region as the cloud spells it; absent when the project has no such key any more
 * @param valid whether the last checks found it valid in all its regions
 */
public record KeyStanding(
        BackupKey key, State state, @Nullable String region, boolean valid) {

    /** Whether the project still has it. */
    public enum State {
        /** Clusters are put under it. */
        CURRENT,
        /** Another one took its place, or it was given up; it is still checked. */
        FORMER,
        /** Nothing was under it any more, so it was let go. */
        GONE
    }
}
