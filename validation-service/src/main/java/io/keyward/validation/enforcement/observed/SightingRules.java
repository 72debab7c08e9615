package io.keyward.validation.enforcement.observed;

import io.keyward.contracts.EnforcementEvent.Rewrap;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a cluster after a report. What a report leaves out stays as it was, but for what follows from the rest: who has carried out all that is
 * wanted has no change of key under way, and no nodes that wait for the KMS.
 */
public final class SightingRules {
    private SightingRules() {}

    /**
     * How far a cluster is.
     *
     * @param running whether it is wanted running, and runs. Nothing else applies a change: a cluster that its key holds takes changes, and they happen
     *     when it runs again
     * @param atRequest the cluster's revision when the request in force was made
     * @param wanted the cluster's last revision
     */
    public record Progress(boolean running, long atRequest, long wanted) {}

    /** @param report one that counts */
    public static Sighting after(Sighting before, Report report, Progress progress, Instant now) {
        var applied = progress.running() ? applied(before, report, progress) : before.appliedRevision();
        boolean whole = progress.running() && applied != null && applied >= progress.wanted();
        var reach = reach(before, report, whole);
        return new Sighting(
                applied,
                reach,
                Boolean.FALSE.equals(reach) ? since(before, now) : null,
                rewrap(before, report, whole),
                report.addresses() == null ? before.addresses() : ReportRules.addresses(report),
                privateEndpoints(before, report, now));
    }

    /** A list that is left out says nothing; one that is there says all. */
    private static Map<String, Instant> privateEndpoints(Sighting before, Report report, Instant now) {
        var said = report.privateEndpoints();
        return said == null
                ? before.privateEndpoints()
                : said.stream().distinct().collect(Collectors.toMap(id -> id, id -> before.privateEndpoints()
                        .getOrDefault(id, now)));
    }

    /** Never less than before: what was carried out once was. */
    private static Long applied(Sighting before, Report report, Progress progress) {
        var said = report.appliedRevision();
        long seen = said == null ? progress.atRequest() : said;
        return Math.max(seen, before.appliedRevision() == null ? 0 : before.appliedRevision());
    }

    private static @Nullable Boolean reach(Sighting before, Report report, boolean whole) {
        if (report.nodesReachKms() != null) {
            return report.nodesReachKms();
        }
        return whole && before.nodesReachKms() != null ? Boolean.TRUE : before.nodesReachKms();
    }

    private static Instant since(Sighting before, Instant now) {
        var since = before.nodesRefusedSince();
        return since == null ? now : since;
    }

    private static @Nullable Rewrap rewrap(Sighting before, Report report, boolean whole) {
        var said = ReportRules.rewrap(report);
        if (whole) {
            return said == null || said.nodesDone() == said.nodesTotal() ? null : said;
        }
        return said == null ? before.rewrap() : said;
    }
}
