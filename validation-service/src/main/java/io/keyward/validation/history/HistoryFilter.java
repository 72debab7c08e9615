package io.keyward.validation.history;

/**
 * Which entries of the history are wanted. Empty text fits all.
 *
 * @param provider for example {@code AWS}
 * @param region as the provider spells it
 * @param outcome {@code VALID}, {@code REVOKED}, {@code UNUSABLE} or {@code INCONCLUSIVE}
 * @param occasion the name of an {@link Occasion}
 * @param changesOnly whether only those count after which something else was believed of the key than before
 */
public record HistoryFilter(String provider, String region, String outcome, String occasion, boolean changesOnly) {
    /** All entries. */
    public static final HistoryFilter NONE = new HistoryFilter("", "", "", "", false);
}
