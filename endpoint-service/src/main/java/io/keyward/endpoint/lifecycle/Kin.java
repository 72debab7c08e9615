package io.keyward.endpoint.lifecycle;

/**
 * What is known of an endpoint beyond its state: of its past, of those that it replaces, and of those that replace it.
 *
 * @param needed whether it could be used once, or replaces one that could
 * @param replacementsToday how many endpoints of the lineage were replaced within the last 24 hours
 * @param successorLeaving whether one that replaces it is on its way out, and not gone yet
 */
public record Kin(boolean needed, int replacementsToday, boolean successorLeaving) {

    /** An endpoint that stands alone, and never was of use: nothing was ever replaced. */
    public static final Kin NONE = new Kin(false, 0, false);
}
