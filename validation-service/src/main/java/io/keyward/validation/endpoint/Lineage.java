package io.keyward.validation.endpoint;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An endpoint and all that replaced it, one after the other. Each side of a replacement may be heard of first, so either is enough to know of it.
 *
 * @param members oldest first, at least one
 */
public record Lineage(List<Endpoint> members) {

    public Lineage {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a lineage has a first endpoint");
        }
        members = List.copyOf(members);
    }

    /** The lineages that the endpoints of a project form; one that was never replaced is its own. */
    public static List<Lineage> of(List<Endpoint> endpoints) {
        var parents = parents(endpoints);
        return endpoints.stream()
                .collect(Collectors.groupingBy(
                        endpoint -> pathToFirst(endpoint.id(), parents).getLast(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(members -> members.stream()
                        .sorted(Comparator.comparingInt(
                                member -> pathToFirst(member.id(), parents).size()))
                        .toList())
                .map(Lineage::new)
                .toList();
    }

    /** The one that can be used; empty when none can. */
    public Optional<Endpoint> active() {
        return members.stream()
                .filter(member -> member.state() == EndpointState.ACTIVE)
                .findFirst();
    }

    /** The last one that is not gone; of those that are all gone, the last. */
    public Endpoint newest() {
        return present().reduce((one, next) -> next).orElseGet(members::getLast);
    }

    /** The first one that is lost and not on its way out; empty when none is. */
    public Optional<Endpoint> lost() {
        return members.stream()
                .filter(member -> member.state() == EndpointState.LOST)
                .findFirst();
    }

    /**
     * What is wrong: the first of its endpoints that failed or was lost, while none can be used. Whoever lets one endpoint go lets all go that replaced
     * it: a replacement that never could be used is no trouble of its own while what it replaces is on its way out, even if that was not yet said of it. One
     * that is still there when what it replaces is gone stays on its own account: nothing is gone before what was let go along with it.
     */
    public Optional<Endpoint> trouble() {
        return active().isPresent()
                ? Optional.empty()
                : members.stream()
                        .filter(member ->
                                member.state() == EndpointState.FAILED || member.state() == EndpointState.LOST)
                        .filter(member -> !goesWithWhatItReplaces(member))
                        .findFirst();
    }

    private boolean goesWithWhatItReplaces(Endpoint member) {
        return member.usableSince() == null
                && members.stream()
                        .filter(other -> isReplaced(other, member))
                        .anyMatch(other -> other.state() == EndpointState.DELETING);
    }

    private static boolean isReplaced(Endpoint other, Endpoint member) {
        return other.id().equals(member.predecessorId()) || member.id().equals(other.successorId());
    }

    private Stream<Endpoint> present() {
        return members.stream().filter(member -> member.state() != EndpointState.DELETED);
    }

    /** Which endpoint each replaces, by id; also of endpoints that nothing else is known of yet. */
    private static Map<String, String> parents(List<Endpoint> endpoints) {
        var parents = new HashMap<String, String>();
        for (var endpoint : endpoints) {
            var predecessor = endpoint.predecessorId();
            var successor = endpoint.successorId();
            if (predecessor != null) {
                parents.put(endpoint.id(), predecessor);
            }
            if (successor != null) {
                parents.put(successor, endpoint.id());
            }
        }
        return parents;
    }

    /** From an endpoint back to the first. Ends, whatever is told. */
    private static List<String> pathToFirst(String id, Map<String, String> parents) {
        var seen = new HashSet<String>();
        return Stream.iterate(id, next -> next != null && seen.add(next), parents::get)
                .toList();
    }
}
