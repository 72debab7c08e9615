package io.keyward.simulator.hosts;

/**
 * What a request is about, for disturbances, the log and call counts.
 *
 * @param operation such as {@code Decrypt}, or {@code -} when there is no such operation
 * @param region where the resource is, or {@code global}
 * @param resource what is asked for, as disturbances name it, or {@code -}
 */
public record Subject(String operation, String region, String resource) {

    public static final String NONE = "-";
    public static final String GLOBAL = "global";

    /** A request for something that is not simulated. */
    public static final Subject UNKNOWN = new Subject(NONE, GLOBAL, NONE);
}
