package io.keyward.driver.plan;

/**
 * A {@code PerconaServerMongoDB} as it was seen.
 *
 * @param version its resource version: a change that was planned from this is refused once it is another
 * @param pause {@code spec.pause}
 * @param ours whether it carries our mark: this driver paused it, and may resume it
 * @param state {@code status.state}; empty before the operator looked at it
 * @param upToDate whether that state is about the specification as it is now
 */
public record Resource(
        String clusterId,
        String namespace,
        String name,
        String version,
        boolean pause,
        boolean ours,
        String state,
        boolean upToDate) {

    boolean isStopped() {
        return pause && upToDate && state.equals("paused");
    }

    boolean isRunning() {
        return !pause && upToDate && state.equals("ready");
    }

    String path() {
        return namespace + "/" + name;
    }
}
