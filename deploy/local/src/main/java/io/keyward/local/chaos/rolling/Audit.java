package io.keyward.local.chaos.rolling;

import io.keyward.local.chaos.rolling.Ledger.Effect;
import io.keyward.local.chaos.validation.world.EventArchive.Published;
import io.keyward.local.cloud.CloudEndpoint;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what was acknowledged with what was published and with what is in the cloud: all of it has to be there, each once. */
final class Audit {
    private Audit() {}

    /** Acknowledged effects that were not published just once, a sentence each. */
    static List<String> effects(List<Effect> acknowledged, List<Published> published) {
        Map<List<String>, Long> told = published.stream()
                .flatMap(event -> Stream.of(
                                event.key(), event.value().path("name").asText(""))
                        .map(id -> List.of(
                                event.type(), event.value().path("groupId").asText(""), id)))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return acknowledged.stream()
                .map(effect -> Map.entry(effect, told.getOrDefault(address(effect, told), 0L)))
                .filter(found -> found.getValue() != 1)
                .map(found ->
                        "%s was acknowledged once, and published %d times".formatted(found.getKey(), found.getValue()))
                .toList();
    }

    /** An event that does not say its project is found by its key alone. */
    private static List<String> address(Effect effect, Map<List<String>, Long> told) {
        List<String> full = List.of(effect.kind().type(), effect.groupId(), effect.id());
        return told.containsKey(full) ? full : List.of(effect.kind().type(), "", effect.id());
    }

    /** Revisions that were published twice, and what nobody could take in. */
    static List<String> events(List<Published> published) {
        Stream<String> twice = published.stream()
                .filter(event -> !event.isDeadLetter())
                .collect(Collectors.groupingBy(
                        event -> "%s of %s, revision %s"
                                .formatted(
                                        event.topic(),
                                        event.key(),
                                        event.value().path("revision")),
                        Collectors.counting()))
                .entrySet()
                .stream()
                .filter(counted -> counted.getValue() > 1)
                .map(counted -> "published %d times: %s".formatted(counted.getValue(), counted.getKey()));
        Stream<String> dead =
                published.stream().filter(Published::isDeadLetter).map(event -> "nobody could take in " + event);
        return Stream.concat(twice, dead).toList();
    }

    /** Endpoints that were asked for and are not in the cloud just once. */
    static List<String> endpoints(List<Effect> acknowledged, List<CloudEndpoint> made) {
        return acknowledged.stream()
                .filter(effect -> effect.kind() == Ledger.Kind.ENDPOINT_REQUESTED)
                .map(effect -> Map.entry(
                        effect.id(),
                        made.stream()
                                .filter(endpoint -> endpoint.endpointId().equals(effect.id()))
                                .count()))
                .filter(found -> found.getValue() != 1)
                .map(found -> "endpoint %s was made %d times".formatted(found.getKey(), found.getValue()))
                .toList();
    }
}
