package io.keyward.validation.alert.rules;

import static io.keyward.validation.alert.condition.AlertType.CLUSTER_STOP_NOT_OBSERVED;
import static io.keyward.validation.alert.condition.AlertType.ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID;
import static io.keyward.validation.alert.condition.AlertType.ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED;
import static io.keyward.validation.alert.condition.AlertType.ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED;

import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Condition;
import io.keyward.validation.alert.condition.Content;
import io.keyward.validation.alert.condition.Content.AffectedCluster;
import io.keyward.validation.alert.condition.Subject;
import io.keyward.validation.alert.condition.Subject.Kind;
import io.keyward.validation.alert.rules.ProjectFacts.KeyFacts;
import io.keyward.validation.enforcement.ClusterFacts;
import io.keyward.validation.enforcement.plan.StopReason;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which conditions hold in a project: nothing but its facts and the time count. At most one condition per type and
 * subject. */
public final class AlertRules {
    private static final Set<String> OUR_FAULT = Set.of("OUR_CREDENTIALS", "CREDENTIALS_NOT_AT_HAND");
    private static final String ENDPOINT_MISSING = "PRIVATE_ENDPOINT_MISSING";
    private static final String INCONCLUSIVE = "INCONCLUSIVE";

    private AlertRules() {}

    /** The conditions of a project with these facts at {@code now}. */
    public static List<Condition> conditions(ProjectFacts facts, AlertPolicy policy, Instant now) {
        var keys = SameKeyRules.toldOf(facts);
        return Stream.of(
                        keys.stream().flatMap(key -> ofVerdict(key, facts.clusters()).stream()),
                        keys.stream().flatMap(key -> ofSilence(key, facts.clusters(), policy, now).stream()),
                        EndpointAlertRules.conditions(facts.endpoints(), policy, now),
                        facts.clusters().stream().flatMap(cluster -> ofClouds(cluster).stream()),
                        facts.clusters().stream().flatMap(cluster -> ofStop(cluster, policy, now).stream()),
                        KeyLifeRules.conditions(facts, now))
                .flatMap(conditions -> conditions)
                .toList();
    }

    private static Optional<Condition> ofVerdict(KeyFacts key, List<ClusterFacts> clusters) {
        var verdict = key.use().standing().verdict();
        return switch (verdict) {
            case Verdict.Unchecked ignored -> Optional.empty();
            case Verdict.Valid ignored -> Optional.empty();
            case Verdict.Revoked revoked ->
                Optional.of(Condition.holds(
                        AlertType.invalid(key.use().provider()),
                        subject(key.use()),
                        ofVerdict(
                                key,
                                verdict,
                                affected(
                                        clusters,
                                        cluster -> cluster.isHeldBy(key.use().id())),
                                AlertWords.spared(affected(
                                        clusters,
                                        cluster ->
                                                cluster.isSparedFrom(key.use().id()))))));
            case Verdict.Unusable unusable ->
                Optional.of(Condition.holds(
                        ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID,
                        subject(key.use()),
                        ofVerdict(key, verdict, users(key.use(), clusters), "")));
        };
    }

    private static Content ofVerdict(KeyFacts key, Verdict verdict, List<AffectedCluster> clusters, String addition) {
        var said = Optional.ofNullable(key.evidence())
                .filter(last -> last.outcome().equals(verdict.spelling()));
        return new Content(
                verdict.reasonCode().orElse(null),
                key.use().explanation() + addition + AlertWords.held(key.use()),
                said.map(Evidence::remedy).orElse(null),
                verdict.since(),
                clusters,
                said.map(Evidence::calls).orElse(List.of()));
    }

    /** A key that gives no answer. An answer that settles nothing, and a fault of ours, are no reason to tell anybody, nor do they end it. */
    private static Optional<Condition> ofSilence(
            KeyFacts key, List<ClusterFacts> clusters, AlertPolicy policy, Instant now) {
        var since = key.use().standing().unverifiedSince();
        if (since == null) {
            return Optional.empty();
        }
        var last = key.evidence();
        var users = users(key.use(), clusters);
        boolean holds = isSilentForAnothersFault(last)
                && !isOnlyTornDown(last, users)
                && hasLasted(since, policy.networkDelay(), now);
        var content = new Content(
                last == null ? null : last.reason(),
                (last == null ? "The key could not be checked." : last.explanation()) + AlertWords.held(key.use()),
                last == null ? null : last.remedy(),
                since,
                users,
                last == null ? List.<ProviderCall>of() : last.calls());
        var subject = subject(key.use());
        return Optional.of(
                holds
                        ? Condition.holds(ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED, subject, content)
                        : Condition.notSeenToEnd(ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED, subject, content));
    }

    /** The last cluster left before the endpoint did: the manual's own order, and nothing that anybody has to mend. */
    private static boolean isOnlyTornDown(@Nullable Evidence last, List<AffectedCluster> users) {
        return last != null && users.isEmpty() && ENDPOINT_MISSING.equals(last.reason());
    }

    private static boolean isSilentForAnothersFault(@Nullable Evidence last) {
        return last != null
                && last.outcome().equals(INCONCLUSIVE)
                && !OUR_FAULT.contains(String.valueOf(last.reason()));
    }

    /** A cluster that is stopped for the clouds that it is on. */
    private static Optional<Condition> ofClouds(ClusterFacts cluster) {
        return cluster.reasons().stream()
                .filter(reason -> reason.kind() == StopReason.Kind.MULTI_CLOUD && !cluster.isGoing())
                .findFirst()
                .map(reason -> Condition.holds(
                        ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED,
                        subject(cluster),
                        new Content(
                                reason.reason(),
                                reason.explanation(),
                                AlertWords.ONE_CLOUD,
                                reason.since(),
                                List.of(new AffectedCluster(cluster.id(), cluster.name())),
                                List.of())));
    }

    private static Optional<Condition> ofStop(ClusterFacts cluster, AlertPolicy policy, Instant now) {
        return switch (cluster.phase()) {
            case STOPPING ->
                Optional.of(ofStop(cluster, AlertWords.STOP_UNANSWERED.formatted(cause(cluster)), policy, now));
            case DEFERRED ->
                Optional.of(ofStop(cluster, AlertWords.STOP_DEFERRED.formatted(cause(cluster)), policy, now));
            case NEW, STARTING, RUNNING, STOPPED, RESUMING, REMOVING, REMOVED -> Optional.empty();
        };
    }

    private static String cause(ClusterFacts cluster) {
        if (cluster.isHeldByAKey()) {
            return AlertWords.BY_KEY;
        }
        return cluster.isHeldByHand() ? AlertWords.BY_HAND : AlertWords.BY_CLOUDS;
    }

    private static Condition ofStop(ClusterFacts cluster, String explanation, AlertPolicy policy, Instant now) {
        var said = cluster.lastMessage();
        var subject = subject(cluster);
        var content = new Content(
                cluster.phase().name(),
                said == null ? explanation : explanation + " Its driver said: " + said,
                AlertWords.LOOK_AT_THE_DRIVER,
                cluster.since(),
                List.of(new AffectedCluster(cluster.id(), cluster.name())),
                List.of());
        return hasLasted(cluster.since(), policy.stopUnobservedAfter(), now)
                ? Condition.holds(CLUSTER_STOP_NOT_OBSERVED, subject, content)
                : Condition.notSeenToEnd(CLUSTER_STOP_NOT_OBSERVED, subject, content);
    }

    private static Subject subject(ClusterFacts cluster) {
        return new Subject(Kind.CLUSTER, cluster.id(), cluster.name(), null);
    }

    static Subject subject(KeyUse use) {
        return new Subject(Kind.KEY_USE, use.id(), use.key(), use.region());
    }

    static List<AffectedCluster> users(KeyUse use, List<ClusterFacts> clusters) {
        return affected(clusters, cluster -> cluster.keyUseIds().contains(use.id()));
    }

    static List<AffectedCluster> affected(List<ClusterFacts> clusters, Predicate<ClusterFacts> isAffected) {
        return clusters.stream()
                .filter(cluster -> !cluster.isGoing())
                .filter(isAffected)
                .map(cluster -> new AffectedCluster(cluster.id(), cluster.name()))
                .toList();
    }

    private static boolean hasLasted(Instant since, Duration limit, Instant now) {
        return !now.isBefore(since.plus(limit));
    }
}
