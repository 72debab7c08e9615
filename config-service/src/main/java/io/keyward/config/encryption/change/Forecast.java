package io.keyward.config.encryption.change;

import io.keyward.atlas.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a PATCH would do that was sent with {@code dryRun=true}. Nothing was changed, nobody was told.
 *
 * @param accepted whether the PATCH would be accepted, as things are
 * @param blockers everything that stands in its way, in the order in which it has to be removed; empty if and only if accepted
 * @param checks how each key opened that had to be tried, region by region
 * @param clusters those that would be wrapped anew, and those that would stop
 * @param dryRun always true
 * @param endpoints the private endpoints that the change is about
 * @param snapshots those that would stay under a key that is not the current one any more
 * @param wouldChange whether anything that was sent differs from what is stored
 */
public record Forecast(
        boolean accepted,
        List<Blocker> blockers,
        List<Check> checks,
        List<MovingCluster> clusters,
        boolean dryRun,
        List<Endpoint> endpoints,
        List<Snapshot> snapshots,
        boolean wouldChange) {

    /**
     * Why it would be refused.
     *
     * @param detail what blocks, and what to do
     * @param errorCode the one that the PATCH would be answered with, if this were the first of the blockers
     * @param status its HTTP status
     */
    public record Blocker(String detail, String errorCode, int status) {}

    /**
     * A key that was tried in one region.
     *
     * @param explanation what happened
     * @param key its full name, as far as it could be learned
     * @param outcome {@code VALID}, {@code REVOKED}, {@code UNUSABLE} or {@code INCONCLUSIVE}
     * @param path {@code PUBLIC} or {@code PRIVATE}; null when no call was made to the key
     * @param purpose {@code WANTED}, or {@code STILL_NEEDED} for a key that the role has to open as well
     * @param reason symbolic; null when valid
     * @param remedy what to do; null when there is nothing to do
     */
    public record Check(
            String explanation,
            String key,
            String outcome,
            @Nullable String path,
            String purpose,
            @Nullable String reason,
            String region,
            @Nullable String remedy) {}

    /**
     * A cluster that would move, or stop.
     *
     * @param change {@code REWRAP}, or {@code STOP} for one on several clouds where private networking begins that serves only one
     * @param fromKeys full names of the keys it is under now
     */
    public record MovingCluster(String change, List<String> fromKeys, String name, String toKey) {}

    /** A private endpoint, as its owner tells of it. */
    public record Endpoint(String id, String regionName, String status) {}

    /** @param key full name of the key that the snapshot needs */
    public record Snapshot(String clusterName, String id, String key, String status) {}

    /** A PATCH that changes nothing. */
    public static Forecast unchanged() {
        return new Forecast(true, List.of(), List.of(), List.of(), true, List.of(), List.of(), false);
    }

    /** A PATCH that is refused whatever the project's state. */
    public static Forecast refused(Refusal refusal) {
        return new Forecast(
                false, List.of(ForecastRules.blocker(refusal)), List.of(), List.of(), true, List.of(), List.of(), true);
    }
}
