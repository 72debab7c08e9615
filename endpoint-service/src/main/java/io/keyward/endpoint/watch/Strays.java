package io.keyward.endpoint.watch;

import io.keyward.endpoint.provider.RegionView.Sighting;
import io.keyward.endpoint.region.Place;
import io.keyward.endpoint.registry.CensusStore;
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
 * been seen through; it is a remnant, and to be removed.
 */
@ApplicationScoped
public class Strays {
    private static final Logger LOG = Logger.getLogger(Strays.class);

    /** What was reported already: whoever else looks at the region reports it once more, and then no more. */
    private final Map<Place, Set<String>> reported = new ConcurrentHashMap<>();

    private final CensusStore census;

    Strays(CensusStore census) {
        this.census = census;
    }

    /**
     * What strangers turned out to be.
     *
     * @param remnants to be removed
     * @param orphans how many there is no record of
     */
    public record Sorted(List<Sighting> remnants, int orphans) {}

    /** Finds out what {@code strangers} are, and reports those that are news. */
    public Uni<Sorted> sort(Place place, List<Sighting> strangers) {
        return recorded(strangers).map(recorded -> {
            var found = strangers.stream().collect(Collectors.groupingBy(sighting -> kindOf(sighting, recorded)));
            var orphans = found.getOrDefault(Kind.ORPHAN, List.of());
            var remnants = found.getOrDefault(Kind.REMNANT, List.of());
            report(place, orphans);
            remnants.forEach(remnant -> LOG.warnf(
                    "place=%s reference=%s endpointId=%s was deleted, and came into being after that; it is removed",
                    place, remnant.ref(), remnant.endpointId()));
            return new Sorted(remnants, orphans.size());
        });
    }

    private enum Kind {
        RECORDED,
        REMNANT,
        ORPHAN
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

    private void report(Place place, List<Sighting> orphans) {
        var refs = orphans.stream().map(Sighting::ref).collect(Collectors.toSet());
        var known = reported.put(place, refs);
        orphans.stream()
                .filter(orphan -> known == null || !known.contains(orphan.ref()))
                .forEach(orphan -> LOG.warnf(
                        "place=%s reference=%s endpointId=%s is ours by its tag, and there is no record of it",
                        place, orphan.ref(), orphan.endpointId()));
    }
}
