package io.keyward.config.backup.driver;

/** How a report is taken, by the request that it names. */
public enum Reception {
    /** It names the request in force, which is not finished. */
    ACCEPTED("The report is about the request in force."),
    /** The request in force is finished: nothing more is expected. */
    IGNORED_FINISHED("The request is finished, and the report changes nothing."),
    /** It names a request that a later one replaced. */
    IGNORED_OLDER(
            "The report names an older request than the one in force, and changes nothing. Carry out the request in force and report on that."),
    /** It names a request that was never made. */
    IGNORED_UNKNOWN(
            "The report names a request that was never made, and changes nothing. Read the request in force and report on that.");

    private final String explanation;

    Reception(String explanation) {
        this.explanation = explanation;
    }

    /**
     * @param named the request that the report names
     * @param finished whether the request in force was completed, failed or cancelled
     */
    public static Reception of(long named, long inForce, boolean finished) {
        if (named != inForce) {
            return named < inForce ? IGNORED_OLDER : IGNORED_UNKNOWN;
        }
        return finished ? IGNORED_FINISHED : ACCEPTED;
    }

    /** For people. */
    public String explanation() {
        return explanation;
    }
}
