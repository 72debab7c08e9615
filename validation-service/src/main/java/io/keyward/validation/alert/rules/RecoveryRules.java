package io.keyward.validation.alert.rules;

import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Content.AffectedCluster;
import io.keyward.validation.alert.rules.ProjectFacts.KeyFacts;
import io.keyward.validation.endpoint.Endpoint;
import io.keyward.validation.endpoint.Lineage;
import io.keyward.validation.enforcement.ClusterFacts;
import io.keyward.validation.enforcement.plan.Phase;
import io.keyward.validation.enforcement.plan.StopReason;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How alerts end, and when what they had stopped is back. */
public final class RecoveryRules {
    /** For people: why nobody is told any more. */
    public static final String CANCELLED = "No alert configuration of the project asks for this alert any more.";

    private static final String USED = "The key was used with success again.";
    private static final String TOLD_IN_REGIONS =
            "The key is reached in regions now, and no cluster reaches it otherwise: how it stands is told region by region.";
    private static final String ENDPOINT_DELETED = "The private endpoint was deleted, or is being deleted.";

    private RecoveryRules() {}

    /** For people: why the condition holds no more. */
    public static String ending(AlertType type, String subjectId, ProjectFacts facts) {
        return switch (type) {
            case AWS_ENCRYPTION_KEY_INVALID, AZURE_ENCRYPTION_KEY_INVALID, GCP_ENCRYPTION_KEY_INVALID ->
                ofKey(subjectId, facts, RecoveryRules::opensAgain);
            case AWS_ENCRYPTION_KEY_NEEDS_ROTATION,
                    AZURE_ENCRYPTION_KEY_NEEDS_ROTATION,
                    GCP_ENCRYPTION_KEY_NEEDS_ROTATION -> ofAge(subjectId, facts);
            case ENCRYPTION_AT_REST_KEY_EXPIRING -> ofKey(subjectId, facts, RecoveryRules::endsLater);
            case ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID -> ofKey(subjectId, facts, RecoveryRules::worksAgain);
            case ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED -> ofKey(subjectId, facts, RecoveryRules::answersAgain);
            case ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED -> ofEndpoint(subjectId, facts);
            case ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL -> ofApproval(subjectId, facts);
            case ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED ->
                ofCluster(
                        subjectId,
                        facts,
                        cluster ->
                                "The cluster is on one cloud, or private networking is off: nothing of that stops it any more.");
            case CLUSTER_STOP_NOT_OBSERVED ->
                ofCluster(
                        subjectId,
                        facts,
                        cluster -> cluster.phase() == Phase.STOPPED
                                ? "The cluster was seen stopped."
                                : "The cluster need not stop any more.");
        };
    }

    /**
     * What became of the clusters that a revoked key had stopped. Empty as long as one of them is neither running again, nor held by something else,
     * nor gone: then it is too early to tell anybody.
     */
    public static Optional<List<Fate>> fates(List<AffectedCluster> clusters, List<ClusterFacts> known) {
        var byId = known.stream().collect(Collectors.toMap(ClusterFacts::id, Function.identity()));
        var fates = clusters.stream()
                .map(cluster -> fate(cluster, Optional.ofNullable(byId.get(cluster.clusterId()))))
                .toList();
        return fates.stream().allMatch(Optional::isPresent)
                ? Optional.of(fates.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    /** A cluster, and what became of it, for people. */
    public record Fate(String clusterName, String outcome) {}

    private static Optional<Fate> fate(AffectedCluster cluster, Optional<ClusterFacts> known) {
        if (known.isEmpty() || known.get().isGoing()) {
            return Optional.of(new Fate(cluster.name(), "was deleted meanwhile"));
        }
        var facts = known.get();
        if (!facts.reasons().isEmpty()) {
            return Optional.of(new Fate(cluster.name(), "stays stopped: " + reasons(facts)));
        }
        return facts.phase() == Phase.RUNNING ? Optional.of(new Fate(cluster.name(), "runs again")) : Optional.empty();
    }

    private static String reasons(ClusterFacts facts) {
        return facts.reasons().stream().map(StopReason::explanation).collect(Collectors.joining(" "));
    }

    private static String ofAge(String keyUseId, ProjectFacts facts) {
        return facts.keys().stream()
                .map(KeyFacts::use)
                .filter(use -> facts.ages().stream()
                        .anyMatch(age -> age.keyUseId().equals(keyUseId)
                                && age.keyUseId().equals(use.id())))
                .findFirst()
                .map(RecoveryRules::isRotated)
                .orElse("The project no longer uses this key: its clock starts again with another one.");
    }

    private static String isRotated(KeyUse use) {
        var life = use.life();
        var rotatedAt = life == null ? null : life.rotatedAt();
        return rotatedAt == null
                ? "The key is young enough."
                : "The key was rotated on " + LifeWords.time(rotatedAt) + ": its clock starts again from there.";
    }

    private static String endsLater(KeyFacts key) {
        return key.endings().stream()
                .findFirst()
                .map(ending ->
                        "The key's last day is " + LifeWords.time(ending.at()) + ", which is not near, or has come.")
                .orElse("Nothing is known any more that would end the key.");
    }

    private static String ofKey(String keyUseId, ProjectFacts facts, Function<KeyFacts, String> ending) {
        return facts.keys().stream()
                .filter(key -> key.use().id().equals(keyUseId))
                .findFirst()
                .map(ending)
                .orElse("The project no longer uses this key in this region.");
    }

    private static String opensAgain(KeyFacts key) {
        return switch (key.use().standing().verdict()) {
            case Verdict.Unusable ignored ->
                "The key opens what was encrypted with it again, though something else is wrong with it: another alert says what.";
            case Verdict.Revoked ignored -> TOLD_IN_REGIONS;
            case Verdict.Valid ignored -> USED;
            case Verdict.Unchecked ignored -> USED;
        };
    }

    private static String worksAgain(KeyFacts key) {
        return switch (key.use().standing().verdict()) {
            case Verdict.Revoked ignored -> "The key was taken away altogether: another alert says so.";
            case Verdict.Unusable ignored -> TOLD_IN_REGIONS;
            case Verdict.Valid ignored -> USED;
            case Verdict.Unchecked ignored -> USED;
        };
    }

    private static String answersAgain(KeyFacts key) {
        return key.use().standing().unverifiedSince() == null
                ? "The key management service answers again."
                : TOLD_IN_REGIONS;
    }

    private static String ofEndpoint(String endpointId, ProjectFacts facts) {
        return Lineage.of(facts.endpoints()).stream()
                .filter(lineage -> lineage.members().stream()
                        .anyMatch(member -> member.id().equals(endpointId)))
                .flatMap(lineage -> lineage.active().stream())
                .findFirst()
                .map(active -> active.id().equals(endpointId)
                        ? "The private endpoint can be used."
                        : "The endpoint that replaces it, " + active.id() + ", can be used.")
                .orElse(ENDPOINT_DELETED);
    }

    private static String ofApproval(String endpointId, ProjectFacts facts) {
        return facts.endpoints().stream()
                .filter(endpoint -> endpoint.id().equals(endpointId))
                .findFirst()
                .map(Endpoint::state)
                .map(state -> switch (state) {
                    case ACTIVE -> "The private endpoint was approved, and can be used.";
                    case FAILED, LOST -> "The private endpoint was rejected or removed: another alert says so.";
                    case REQUESTED, AWAITING_APPROVAL -> "The private endpoint does not wait for an approval any more.";
                    case DELETING, DELETED -> ENDPOINT_DELETED;
                })
                .orElse(ENDPOINT_DELETED);
    }

    private static String ofCluster(String clusterId, ProjectFacts facts, Function<ClusterFacts, String> ending) {
        return facts.clusters().stream()
                .filter(cluster -> cluster.id().equals(clusterId))
                .findFirst()
                .map(ending)
                .orElse("The cluster was deleted.");
    }
}
