package io.keyward.config.encryption.change;

import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.change.Forecast.Blocker;
import io.keyward.config.encryption.change.Forecast.Check;
import io.keyward.config.encryption.change.Forecast.Endpoint;
import io.keyward.config.encryption.change.Forecast.MovingCluster;
import io.keyward.config.encryption.change.Forecast.Snapshot;
import io.keyward.config.encryption.proof.ChangeProver.Found;
import io.keyward.config.encryption.proof.Inspection;
import io.keyward.config.encryption.proof.Inspection.Finding;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.situation.ClusterUse;
import io.keyward.config.encryption.situation.PrivateNetworkingRules;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.contracts.KeyEvent.ProviderCall;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A judged change in words. Pure. */
final class ForecastRules {
    private ForecastRules() {}

    static Forecast forecast(Situation now, Assessment found) {
        Optional<String> name =
                found.found().map(Found::wanted).map(Inspection::home).map(Finding::name);
        return new Forecast(
                found.blockers().isEmpty(),
                found.blockers().stream().map(ForecastRules::blocker).toList(),
                found.found().stream().flatMap(ForecastRules::checks).toList(),
                clusters(now, found.next(), name),
                true,
                found.endpoints().stream()
                        .map(endpoint -> new Endpoint(endpoint.id(), endpoint.regionName(), endpoint.status()))
                        .toList(),
                staying(now, found.next().isEmpty() ? Optional.empty() : name.or(() -> currentName(now))),
                true);
    }

    /** Of several providers, what each of them adds; of none, that nothing of a key would change. */
    static Forecast together(List<Forecast> each) {
        return new Forecast(
                each.stream().allMatch(Forecast::accepted),
                all(each, Forecast::blockers),
                all(each, Forecast::checks),
                all(each, Forecast::clusters),
                true,
                all(each, Forecast::endpoints),
                all(each, Forecast::snapshots),
                true);
    }

    private static <T> List<T> all(List<Forecast> each, Function<Forecast, List<T>> part) {
        return each.stream().flatMap(one -> part.apply(one).stream()).toList();
    }

    static Blocker blocker(Refusal refusal) {
        return new Blocker(
                refusal.detail(), refusal.code().name(), refusal.code().status());
    }

    private static Optional<String> currentName(Situation now) {
        return now.state().current().map(ProjectKey::name);
    }

    private static Stream<Check> checks(Found found) {
        return Stream.concat(
                found.wanted().findings().stream().map(one -> check(one, "WANTED")),
                found.others().stream()
                        .flatMap(other -> other.inspection().findings().stream())
                        .map(one -> check(one, "STILL_NEEDED")));
    }

    private static Check check(Finding finding, String purpose) {
        return new Check(
                finding.answer().explanation(),
                finding.name(),
                finding.answer().outcome().name(),
                finding.answer().callsMade().stream()
                        .filter(call -> isUse(call.operation()))
                        .map(ProviderCall::path)
                        .reduce((earlier, later) -> later)
                        .orElse(null),
                purpose,
                finding.answer().reason(),
                finding.key().region().atlasName(),
                finding.answer().remedy());
    }

    /**
     * Each cluster once: one that stops is wrapped anew only when it is back. That clusters stop follows from the configuration alone; that they move, from the
     * name of the key, which may not be learned while something stands in the way.
     */
    private static List<MovingCluster> clusters(Situation now, Optional<KmsConfig> next, Optional<String> name) {
        List<ClusterUse> stopping = PrivateNetworkingRules.stopping(now, next);
        return Stream.concat(
                        name.stream().flatMap(key -> moving(now, key, stopping)),
                        next.stream().flatMap(wanted -> stopping(now, stopping, name.orElse(wanted.key()))))
                .toList();
    }

    private static Stream<MovingCluster> stopping(Situation now, List<ClusterUse> stopping, String toKey) {
        return stopping.stream()
                .map(cluster -> new MovingCluster("STOP", fromKeys(now, cluster, key -> true), cluster.name(), toKey));
    }

    private static List<String> fromKeys(Situation now, ClusterUse cluster, Predicate<ProjectKey> which) {
        return now.state().keys().stream()
                .filter(key -> cluster.isUnder(key.id()))
                .filter(which)
                .map(ProjectKey::name)
                .toList();
    }

    /** Whether an operation is one with a key, and not one of signing in or of looking around. */
    private static boolean isUse(String operation) {
        return Stream.of("kms:", "keyvault:", "cloudkms:").anyMatch(operation::startsWith);
    }

    /** The clusters that are not under the wanted key yet, and run on. */
    private static Stream<MovingCluster> moving(Situation now, String name, List<ClusterUse> stopping) {
        Optional<ProjectKey> known =
                now.state().keys().stream().filter(key -> key.isNamed(name)).findFirst();
        return now.stayingClusters().stream()
                .filter(cluster -> !stopping.contains(cluster))
                .filter(cluster -> known.map(key -> cluster.isToMoveTo(now.provider(), key.id()))
                        .orElse(cluster.wants() == now.provider()))
                .map(cluster -> new MovingCluster(
                        "REWRAP", fromKeys(now, cluster, key -> !key.isNamed(name)), cluster.name(), name));
    }

    /** The snapshots under another key than that one, or under any when there is to be none. */
    private static List<Snapshot> staying(Situation now, Optional<String> name) {
        return now.snapshots().stream()
                .flatMap(snapshot -> now.state().find(snapshot.keyId()).stream()
                        .filter(key -> name.map(wanted -> !key.isNamed(wanted)).orElse(true))
                        .map(key -> new Snapshot(
                                snapshot.clusterName(), snapshot.snapshotId(), key.name(), snapshot.status())))
                .toList();
    }
}
