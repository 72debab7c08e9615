package io.keyward.validation.endpoint;

import io.keyward.validation.check.KeyPath;
import io.keyward.validation.keyuse.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which way a key is asked. Without private networking: over the internet. With it: over the internet until an endpoint of the region could be used for
 * the first time, which covers the region; from then on through an endpoint that can be used, or not at all, until the project no longer requires
 * private networking.
 *
 * <p>A project cannot give up private networking before all its endpoints are gone. So an endpoint that could be used before the project was last seen
 * without it belongs to the past, and covers nothing any more.
 */
final class PathRules {
    private PathRules() {}

    /**
     * The way to a key.
     *
     * @param endpoints all that the project has or ever had
     * @param publicUntil when the project was last known not to require private networking from this provider; null when it always did
     */
    static KeyPath of(Reach reach, List<Endpoint> endpoints, @Nullable Instant publicUntil) {
        if (!reach.privateNetworking()) {
            return new KeyPath.Public(false);
        }
        var near = endpoints.stream()
                .filter(endpoint -> endpoint.serves(reach.provider(), reach.region()))
                .toList();
        var covering =
                near.stream().filter(endpoint -> covers(endpoint, publicUntil)).toList();
        if (covering.isEmpty()) {
            return new KeyPath.Public(true);
        }
        return Endpoint.toUse(covering.stream()).flatMap(PathRules::through).orElseGet(() -> missing(reach, near));
    }

    private static boolean covers(Endpoint endpoint, @Nullable Instant publicUntil) {
        var usableSince = endpoint.usableSince();
        return usableSince != null && (publicUntil == null || usableSince.isAfter(publicUntil));
    }

    private static Optional<KeyPath> through(Endpoint endpoint) {
        var reference = endpoint.reference();
        var address = endpoint.address();
        return reference == null || address == null
                ? Optional.empty()
                : Optional.of(new KeyPath.Private(reference, address, endpoint.since()));
    }

    /** What people can do something about comes before what is gone: the endpoint itself, or whatever replaces it. */
    private static KeyPath missing(Reach reach, List<Endpoint> near) {
        var lineages = Lineage.of(near);
        var lineage = Endpoint.newest(lineages.stream()
                        .map(Lineage::newest)
                        .filter(endpoint -> endpoint.state() != EndpointState.DELETED))
                .or(() -> Endpoint.newest(near.stream()))
                .flatMap(endpoint -> lineages.stream()
                        .filter(one -> one.members().contains(endpoint))
                        .findFirst())
                .orElseThrow();
        var explanation = "The project's keys are reached over private endpoints only, and " + reach.region()
                + " has none that can be used: " + told(lineage)
                + ". The key was not asked over the internet instead, so nothing was learned about it.";
        return new KeyPath.Missing(explanation, remedy(lineage, reach.region()));
    }

    private static String told(Lineage lineage) {
        var newest = lineage.newest();
        return replaced(lineage)
                .map(lost -> told(lost) + "; its replacement, " + told(newest))
                .orElseGet(() -> told(newest));
    }

    /** What the newest endpoint replaces, as far as that is still there. */
    private static Optional<Endpoint> replaced(Lineage lineage) {
        return lineage.lost().filter(lost -> !lost.equals(lineage.newest()));
    }

    private static String told(Endpoint endpoint) {
        var reference = endpoint.reference() == null ? "" : " (" + endpoint.reference() + ")";
        var error = endpoint.errorMessage() == null ? "" : ": " + endpoint.errorMessage();
        return "endpoint " + endpoint.id() + reference + " is "
                + endpoint.state().status() + " since " + endpoint.since() + error;
    }

    private static String remedy(Lineage lineage, String region) {
        var newest = lineage.newest();
        var named = replaced(lineage).isPresent() ? "the replacement, endpoint " + newest.id() + "," : "the endpoint";
        var again = "and create one in " + region + " again: the key is checked at once when it is ACTIVE.";
        return switch (newest.state()) {
            case REQUESTED -> "Wait until " + named + " is ACTIVE: the key is checked at once then.";
            case AWAITING_APPROVAL ->
                "Approve " + named + " in the cloud: the key is checked at once when it is ACTIVE.";
            case FAILED ->
                "See to what the error message names. If " + named + " does not come up by itself then, delete it "
                        + again;
            case LOST ->
                "Wait: the endpoint is replaced by itself, and the key is checked at once when the replacement is ACTIVE. If none comes, delete it "
                        + again;
            case ACTIVE ->
                "Whoever runs Keyward: the endpoint is said to be usable, but not where; look at endpoint-service.";
            case DELETING, DELETED ->
                "Create an endpoint in " + region
                        + ", or turn private networking off once the project has no endpoint left.";
        };
    }
}
