package io.keyward.endpoint.watch;

import io.keyward.endpoint.lifecycle.Observation.GoingAway;
import io.keyward.endpoint.provider.Place;
import io.keyward.endpoint.provider.Providers;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.provider.RegionView.Sighting;
import io.keyward.endpoint.registry.CensusStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Endpoints that carry our tag and that nobody was looking for. One that we have no record of is reported and left alone: it may belong to a database
 * that was restored from before its creation. One whose record says that it is gone was asked for by a request that arrived after its deletion had
 * been seen through; it is removed.
 */
@ApplicationScoped
public class Strays {
    private static final Logger LOG = Logger.getLogger(Strays.class);

    private final Map<Place, Set<String>> orphans = new ConcurrentHashMap<>();
    private final CensusStore census;
    private final Providers providers;

    Strays(CensusStore census, Providers providers, MeterRegistry meters) {
        this.census = census;
        this.providers = providers;
        Gauge.builder("keyward.endpoints.orphaned", orphans, Strays::count)
                .description("Endpoints in the cloud that carry our tag and that there is no record of")
                .register(meters);
    }

    /**
     * Takes note of what a look at a place showed.
     *
     * @param expected ids of those that were looked for
     */
    public Uni<Void> report(Place place, RegionView view, Set<String> expected) {
        return switch (view) {
            case RegionView.Unseen ignored -> Uni.createFrom().voidItem();
            case RegionView.Seen seen -> sort(place, unexpected(seen, expected));
        };
    }

    private static List<Sighting> unexpected(RegionView.Seen seen, Set<String> expected) {
        return seen.sightings().stream()
                .filter(sighting -> !(sighting.seen() instanceof GoingAway))
                .filter(sighting -> sighting.endpointId() == null || !expected.contains(sighting.endpointId()))
                .toList();
    }

    private enum Kind {
        RECORDED,
        REMNANT,
        ORPHAN
    }

    private Uni<Void> sort(Place place, List<Sighting> unexpected) {
        return recorded(unexpected).chain(recorded -> {
            var found = unexpected.stream().collect(Collectors.groupingBy(sighting -> kindOf(sighting, recorded)));
            mind(place, found.getOrDefault(Kind.ORPHAN, List.of()));
            return removeAll(place, found.getOrDefault(Kind.REMNANT, List.of()));
        });
    }

    private Uni<Map<String, Boolean>> recorded(List<Sighting> sightings) {
        var ids = sightings.stream()
                .map(Sighting::endpointId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : census.recorded(ids);
    }

    private static Kind kindOf(Sighting sighting, Map<String, Boolean> recorded) {
        var id = sighting.endpointId();
        if (id == null || !recorded.containsKey(id)) {
            return Kind.ORPHAN;
        }
        return recorded.get(id) ? Kind.REMNANT : Kind.RECORDED;
    }

    private void mind(Place place, List<Sighting> found) {
        var refs = found.stream().map(Sighting::ref).collect(Collectors.toSet());
        var known = orphans.put(place, refs);
        found.stream()
                .filter(orphan -> known == null || !known.contains(orphan.ref()))
                .forEach(orphan -> LOG.warnf(
                        "place=%s reference=%s endpointId=%s is ours by its tag, and there is no record of it",
                        place, orphan.ref(), orphan.endpointId()));
    }

    private Uni<Void> removeAll(Place place, List<Sighting> remnants) {
        return Multi.createFrom()
                .iterable(remnants)
                .onItem()
                .transformToUniAndConcatenate(remnant -> remove(place, remnant))
                .collect()
                .last();
    }

    private Uni<Void> remove(Place place, Sighting remnant) {
        LOG.warnf(
                "place=%s reference=%s endpointId=%s was deleted, and came into being after that; it is removed",
                place, remnant.ref(), remnant.endpointId());
        return providers
                .get(place.provider())
                .delete(place.region(), remnant.ref())
                .replaceWithVoid();
    }

    private static double count(Map<Place, Set<String>> orphans) {
        return orphans.values().stream().mapToInt(Set::size).sum();
    }
}
