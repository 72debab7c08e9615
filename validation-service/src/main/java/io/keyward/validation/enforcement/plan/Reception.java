package io.keyward.validation.enforcement.plan;

/** How a report is taken, by the request that it names. */
public enum Reception {
    /** It names the request in force. */
    ACCEPTED("The report is about the request in force."),
    /** It names a request that a later one replaced: what was seen then says nothing about the present. */
    IGNORED_OLDER(
            "The report names an older request than the one in force, and changes nothing. Carry out the request in force and report on that."),
    /** It names a request that was never made. */
    IGNORED_UNKNOWN(
            "The report names a request that was never made, and changes nothing. Read the request in force and report on that.");

    private final String explanation;

    Reception(String explanation) {
        this.explanation = explanation;
    }

    public static Reception of(long named, long inForce) {
        if (named == inForce) {
            return ACCEPTED;
        }
        return named < inForce ? IGNORED_OLDER : IGNORED_UNKNOWN;
    }

    public String explanation() {
        return explanation;
    }
}
