package io.keyward.validation.enforcement.networking;

import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.validation.enforcement.plan.StopReason;
import io.keyward.validation.enforcement.plan.StopReason.Kind;
import io.keyward.validation.enforcement.plan.Wrapping;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which clusters private networking cannot serve: those on several clouds, under a key whose private endpoints the customer lets in one by one, which they
 * do for networks of the key's own cloud alone. One that leaves its key for none is let go on its way.
 */
public final class MultiCloudRules {
    private static final String REASON = "MULTI_CLOUD_WITH_PRIVATE_NETWORKING";

    /** The providers whose private endpoints the customer approves. */
    private static final Set<String> APPROVED_BY_CUSTOMERS = Set.of("AZURE");

    private MultiCloudRules() {}

    /**
     * The reason of kind MULTI_CLOUD that there is against a cluster now; empty as soon as it is on one cloud, or private networking is off.
     *
     * @param privateProviders the providers whose keys are to be reached over private endpoints only
     * @param held the reasons that held it until now: one that goes on keeps its time
     */
    public static Optional<StopReason> of(
            Wrapping cluster, Set<String> privateProviders, Set<StopReason> held, Instant now) {
        var clouds =
                cluster.regions().stream().map(CloudRegion::provider).collect(Collectors.toCollection(TreeSet::new));
        return clouds.size() < 2
                ? Optional.empty()
                : privateProviders.stream()
                        .filter(APPROVED_BY_CUSTOMERS::contains)
                        .filter(provider -> provider.equals(cluster.keyProvider()))
                        .sorted()
                        .findFirst()
                        .map(provider -> reason(provider, clouds, since(held, now)));
    }

    private static StopReason reason(String provider, Set<String> clouds, Instant since) {
        var explanation = "The cluster runs on " + String.join(" and ", clouds) + ", and the project requires that its "
                + provider + " key is reached over private endpoints only, which serve one cloud.";
        return new StopReason(Kind.MULTI_CLOUD, null, null, null, REASON, explanation, since);
    }

    private static Instant since(Set<StopReason> held, Instant now) {
        return held.stream()
                .filter(reason -> reason.kind() == Kind.MULTI_CLOUD)
                .map(StopReason::since)
                .findFirst()
                .orElse(now);
    }
}
