package io.keyward.validation.enforcement.plan;

import org.jspecify.annotations.Nullable;

/** How a report is taken, by the request and the revision that it names. */
public enum Reception {
    /** It names the request in force. */
    ACCEPTED("The report is about the request in force."),
    /** It names a request that a later one replaced: what was seen then says nothing about the present. */
    IGNORED_OLDER(
            "The report names an older request than the one in force, and changes nothing. Carry out the request in force and report on that."),
    /** It names a change of the cluster that this service has not heard of. */
    IGNORED_AHEAD(
            "The report names a revision of the cluster that has not arrived here yet, and changes nothing. Report again in a moment."),
    /** It names a request that was never made. */
    IGNORED_UNKNOWN(
            "The report names a request that was never made, and changes nothing. Read the request in force and report on that.");

    private final String explanation;

    Reception(String explanation) {
        this.explanation = explanation;
    }

    /**
     * @param named the request that the report names
     * @param inForce the request that it should name
     * @param applied the revision of the cluster that it says was carried out; null when it says nothing of that
     * @param known the last revision of the cluster that is known here
     */
    public static Reception of(long named, long inForce, @Nullable Long applied, long known) {
        if (named != inForce) {
            return named < inForce ? IGNORED_OLDER : IGNORED_UNKNOWN;
        }
        return applied != null && applied > known ? IGNORED_AHEAD : ACCEPTED;
    }

    public String explanation() {
        return explanation;
    }
}
