package io.keyward.config.cluster.spec;

import io.keyward.config.cluster.refusal.ClusterError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a PATCH means for a cluster. What is not sent stays; shards are replaced as a whole, and the ones that stay keep their ids. What it says
 * of pausing, and whether the project's key and endpoints allow it, is for others.
 */
public final class PatchRules {
    /** A cluster grows from left to right, and never back. */
    private static final List<String> TYPES = List.of("REPLICASET", "SHARDED", "GEOSHARDED");

    private PatchRules() {}

    /** The cluster as it is. */
    public record Present(String name, ClusterSpec spec, boolean deleting) {}

    /** The outcome of a merge. */
    public sealed interface Merge {
        /** Nothing that was sent differs from what is stored. */
        record Unchanged() implements Merge {}

        /** What is wanted from now on. */
        record Changed(ClusterSpec next) implements Merge {}

        record Refused(ClusterError error) implements Merge {}
    }

    /** Whether the request turns the customer key on or off, or wants another provider's: only an owner may. */
    public static boolean changesKey(ClusterSpec current, ClusterRequest patch) {
        return patch.encryptionAtRestProvider() != null
                && !patch.encryptionAtRestProvider().equals(current.encryptionAtRestProvider());
    }

    /** @param ids gives new shards and zones their ids */
    public static Merge merge(Present current, ClusterRequest patch, Supplier<String> ids) {
        Optional<ClusterError> malformed =
                checkDeleting(current).or(() -> checkName(current, patch)).or(() -> OlderShape.check(patch));
        if (malformed.isPresent()) {
            return new Merge.Refused(malformed.get());
        }
        ClusterSpec next = SpecRules.over(current.spec(), patch);
        if (next.equals(current.spec())) {
            return new Merge.Unchanged();
        }
        return SpecRules.check(next)
                .or(() -> checkMove(current.spec(), next))
                .<Merge>map(Merge.Refused::new)
                .orElseGet(() -> outcome(current.spec(), next, ids));
    }

    private static Merge outcome(ClusterSpec current, ClusterSpec next, Supplier<String> ids) {
        ClusterSpec complete = next.with(ShardIds.complete(next.replicationSpecs(), current.replicationSpecs(), ids));
        return complete.equals(current) ? new Merge.Unchanged() : new Merge.Changed(complete);
    }

    private static Optional<ClusterError> checkDeleting(Present current) {
        return current.deleting() ? Optional.of(new ClusterError.AlreadyDeleting(current.name())) : Optional.empty();
    }

    private static Optional<ClusterError> checkName(Present current, ClusterRequest patch) {
        return patch.name() == null || patch.name().equals(current.name())
                ? Optional.empty()
                : Optional.of(new ClusterError.NameFixed(current.name()));
    }

    private static Optional<ClusterError> checkMove(ClusterSpec current, ClusterSpec next) {
        return checkType(current.clusterType(), next.clusterType())
                .or(() -> checkVersion(current.mongoDBMajorVersion(), next.mongoDBMajorVersion()))
                .or(() -> checkClouds(clouds(current), clouds(next)))
                .or(() -> checkKeyProvider(current, next));
    }

    private static Optional<ClusterError> checkType(String current, String next) {
        return TYPES.indexOf(next) >= TYPES.indexOf(current)
                ? Optional.empty()
                : Optional.of(new ClusterError.Unbuildable("a " + current + " does not become a " + next));
    }

    private static Optional<ClusterError> checkVersion(String current, String next) {
        return Arrays.compare(numbers(next), numbers(current)) >= 0
                ? Optional.empty()
                : Optional.of(new ClusterError.Unbuildable(
                        "mongoDBMajorVersion does not go back from " + current + " to " + next));
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    /** Clouds may be added and left, as long as one stays to copy the data from. */
    private static Optional<ClusterError> checkClouds(Set<String> current, Set<String> next) {
        return next.stream().anyMatch(current::contains)
                ? Optional.empty()
                : Optional.of(new ClusterError.CloudFixed(
                        current.stream().sorted().toList(),
                        next.stream().sorted().toList()));
    }

    private static Set<String> clouds(ClusterSpec spec) {
        return spec.regions()
                .map(region -> String.valueOf(region.providerName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<ClusterError> checkKeyProvider(ClusterSpec current, ClusterSpec next) {
        boolean switches = current.usesCustomerKey()
                && next.usesCustomerKey()
                && !current.encryptionAtRestProvider().equals(next.encryptionAtRestProvider());
        return switches
                ? Optional.of(new ClusterError.KeyProviderFixed(
                        current.encryptionAtRestProvider(), next.encryptionAtRestProvider()))
                : Optional.empty();
    }
}
