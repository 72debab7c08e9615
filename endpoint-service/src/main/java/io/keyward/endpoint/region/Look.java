package io.keyward.endpoint.region;

import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.lifecycle.Observation.Absent;
import io.keyward.endpoint.lifecycle.Observation.GoingAway;
import io.keyward.endpoint.lifecycle.Observation.Pending;
import io.keyward.endpoint.lifecycle.Observation.PendingApproval;
import io.keyward.endpoint.lifecycle.Observation.Refused;
import io.keyward.endpoint.lifecycle.Observation.Unseen;
import io.keyward.endpoint.lifecycle.Observation.Up;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.provider.RegionView.Seen;
import io.keyward.endpoint.provider.RegionView.Sighting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a region showed.
 *
 * @param began before the cloud was asked
 * @param byEndpoint what carries the id of an endpoint, by that id
 * @param digest null when nothing was seen
 */
public record Look(
        ClaimedRegion claimed,
        Instant began,
        RegionView view,
        Map<String, List<Sighting>> byEndpoint,
        @Nullable String digest) {

    public static Look of(ClaimedRegion claimed, Instant began, RegionView view) {
        return switch (view) {
            case RegionView.Unseen ignored -> new Look(claimed, began, view, Map.of(), null);
            case Seen seen -> new Look(claimed, began, view, byEndpoint(seen), Digest.of(seen));
        };
    }

    private static Map<String, List<Sighting>> byEndpoint(Seen seen) {
        return seen.sightings().stream()
                .filter(sighting -> sighting.endpointId() != null)
                .collect(Collectors.groupingBy(sighting -> Objects.requireNonNull(sighting.endpointId())));
    }

    public Place place() {
        return claimed.place();
    }

    /** For an operator: why nothing was seen; null when something was. */
    public @Nullable String trouble() {
        return view instanceof RegionView.Unseen(var cause) ? cause : null;
    }

    /** Whether it leads to nothing: nobody there is due, and nothing was seen that was not seen before. */
    public boolean isIdle() {
        return !claimed.due() && !isNews();
    }

    /** Whether it concerns everything that is recorded there, and not only what is due. */
    public boolean isNews() {
        return digest != null && !digest.equals(claimed.digest());
    }

    /**
     * What it showed of one endpoint.
     *
     * @param ref as recorded
     */
    public Observation of(String endpointId, Optional<String> ref) {
        return view instanceof RegionView.Unseen(var cause)
                ? new Unseen(cause)
                : chosen(endpointId, ref).map(Sighting::seen).orElseGet(Absent::new);
    }

    /** What carries the id of an endpoint, is none of it, and is not on its way out. */
    public List<Sighting> surplusOf(String endpointId, Optional<String> ref) {
        var chosen = chosen(endpointId, ref);
        return byEndpoint.getOrDefault(endpointId, List.of()).stream()
                .filter(sighting -> !chosen.equals(Optional.of(sighting)) && !(sighting.seen() instanceof GoingAway))
                .toList();
    }

    /** What carries the id of none of {@code recorded}, or none at all, and is not on its way out. */
    public List<Sighting> strangers(Set<String> recorded) {
        return view instanceof Seen(var sightings)
                ? sightings.stream()
                        .filter(sighting -> !(sighting.seen() instanceof GoingAway))
                        .filter(sighting -> sighting.endpointId() == null || !recorded.contains(sighting.endpointId()))
                        .toList()
                : List.of();
    }

    /** Of several with the id of one endpoint, the one that is recorded, else the one that got furthest. */
    private Optional<Sighting> chosen(String endpointId, Optional<String> ref) {
        return byEndpoint.getOrDefault(endpointId, List.of()).stream()
                .max(Comparator.comparing((Sighting sighting) -> ref.equals(Optional.of(sighting.ref())))
                        .thenComparingInt(sighting -> progress(sighting.seen()))
                        .thenComparing(Sighting::ref));
    }

    private static int progress(Observation seen) {
        return switch (seen) {
            case Absent ignored -> 0;
            case GoingAway ignored -> 1;
            case Refused ignored -> 2;
            case Unseen ignored -> 3;
            case Pending ignored -> 4;
            case PendingApproval ignored -> 5;
            case Up ignored -> 6;
        };
    }
}
