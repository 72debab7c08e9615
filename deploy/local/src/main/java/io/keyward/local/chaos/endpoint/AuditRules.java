package io.keyward.local.chaos.endpoint;

import io.keyward.local.cloud.CloudEndpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What has to be true once everything is at rest: no second endpoint, none forgotten, and what is recorded is what is there. Pure.
 */
final class AuditRules {
    private static final String ACTIVE = "ACTIVE";
    private static final String FAILED = "FAILED";
    private static final Set<String> IN_ORDER = Set.of("available", "partial");

    private AuditRules() {}

    /** What is wrong, a sentence each. */
    static List<String> audit(Evidence evidence) {
        List<String> findings = new ArrayList<>();
        Set<Spot> spots = new TreeSet<>(Comparator.comparing(Spot::toString));
        spots.addAll(evidence.wanted().keySet());
        evidence.records().forEach(record -> spots.add(record.spot()));
        spots.addAll(evidence.cloud().keySet());
        for (Spot spot : spots) {
            Stream.of(wish(evidence, spot), crowd(evidence, spot), forgotten(evidence, spot), records(evidence, spot))
                    .flatMap(List::stream)
                    .map(finding -> spot + ": " + finding)
                    .forEach(findings::add);
        }
        if (evidence.orphans() != 0) {
            findings.add(
                    "the service counts %.0f endpoints in the cloud without a record".formatted(evidence.orphans()));
        }
        return findings;
    }

    /** What the owner wanted is there, and nothing else. */
    private static List<String> wish(Evidence evidence, Spot spot) {
        List<Recorded> records = evidence.recordsAt(spot);
        boolean wanted = evidence.wanted().getOrDefault(spot, false);
        boolean answered = records.stream()
                .anyMatch(record ->
                        record.status().equals(ACTIVE) || record.status().equals(FAILED));
        if (wanted && !answered) {
            return List.of("an endpoint was asked for, and there is neither one nor a failure");
        }
        return wanted || records.isEmpty()
                ? List.of()
                : List.of("all was deleted, and there is still " + list(records));
    }

    private static List<String> crowd(Evidence evidence, Spot spot) {
        List<String> standing = evidence.cloudAt(spot).stream()
                .filter(CloudEndpoint::isStanding)
                .map(CloudEndpoint::id)
                .toList();
        return standing.size() < 2 ? List.of() : List.of("more than one endpoint in the cloud: " + standing);
    }

    /** Whatever is in the cloud is known under its own name. */
    private static List<String> forgotten(Evidence evidence, Spot spot) {
        return evidence.cloudAt(spot).stream()
                .filter(endpoint -> evidence.recordsAt(spot).stream().noneMatch(record -> isOf(record, endpoint)))
                .map(endpoint ->
                        "%s is %s in the cloud, and no record knows it".formatted(endpoint.id(), endpoint.state()))
                .toList();
    }

    private static boolean isOf(Recorded record, CloudEndpoint endpoint) {
        return record.id().equals(endpoint.endpointId()) && record.reference().equals(endpoint.id());
    }

    private static List<String> records(Evidence evidence, Spot spot) {
        List<Recorded> records = evidence.recordsAt(spot);
        return records.stream()
                .flatMap(record -> record(record, records, evidence.cloudAt(spot)).stream())
                .toList();
    }

    /** A record and the cloud say the same, and nothing is under way for ever. */
    private static List<String> record(Recorded record, List<Recorded> kin, List<CloudEndpoint> cloud) {
        List<CloudEndpoint> own =
                cloud.stream().filter(endpoint -> isOf(record, endpoint)).toList();
        return switch (record.status()) {
            case ACTIVE ->
                own.stream().anyMatch(endpoint -> IN_ORDER.contains(endpoint.state()))
                        ? List.of()
                        : List.of(record.id() + " is ACTIVE, and the cloud has " + own);
            case FAILED ->
                own.stream().noneMatch(CloudEndpoint::isStanding)
                        ? List.of()
                        : List.of(record.id() + " is FAILED, and stands in the cloud");
            case "PENDING_RECREATION" ->
                kin.stream().anyMatch(other -> other.status().equals(FAILED))
                        ? List.of()
                        : List.of(record.id() + " waits for a successor that is not on its way");
            default -> List.of(record.id() + " is still " + record.status());
        };
    }

    private static List<String> list(List<Recorded> records) {
        return records.stream()
                .map(record -> record.id() + " " + record.status())
                .toList();
    }
}
