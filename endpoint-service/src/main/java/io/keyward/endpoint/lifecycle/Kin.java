package io.keyward.endpoint.lifecycle;

/**
 * What is known of the lineage of an endpoint: of those that it replaces, and of those that replace it.
 *
 * @param replacement whether it replaces another one
 * @param replacementsToday how many endpoints of the lineage were replaced within the last 24 hours
 * @param successorLeaving whether one that replaces it is on its way out, and not gone yet
 */
public record Kin(boolean replacement, int replacementsToday, boolean successorLeaving) {

    /** An endpoint that stands alone: nothing was ever replaced. */
    public static final Kin NONE = new Kin(false, 0, false);
}
