package io.keyward.local.chaos.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.DigestClient;
import io.keyward.local.client.DigestClient.Reply;
import io.keyward.local.client.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * Private endpoints through the API, asked for by a client that does not give up: without an answer, or while the service cannot be reached, it asks again. So
 * what it knows in the end is certain.
 */
final class EndpointApi {
    private static final String VERSION = "2023-01-01";
    private static final int OK = 200;
    private static final Set<Integer> UNREACHABLE = Set.of(502, 503, 504);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final DigestClient client;
    private final List<String> groupIds;

    /** @param groupIds of the projects, which are counted from 0 */
    EndpointApi(DigestClient client, List<String> groupIds) {
        this.client = client;
        this.groupIds = List.copyOf(groupIds);
    }

    Reply ask(Spot spot) {
        String body = "{\"regionName\":\"%s\"}".formatted(atlasName(spot.region()));
        return insist(() -> client.post(path(spot.project()), VERSION, body));
    }

    Reply delete(Recorded record) {
        return insist(() -> client.delete(path(record.spot().project()) + "/" + record.id(), VERSION));
    }

    /** Those at one spot, oldest first. */
    List<Recorded> at(Spot spot) {
        return of(spot.project()).stream()
                .filter(record -> record.spot().equals(spot))
                .toList();
    }

    List<Recorded> all() {
        return IntStream.range(0, groupIds.size())
                .mapToObj(this::of)
                .flatMap(List::stream)
                .toList();
    }

    private List<Recorded> of(int project) {
        Reply reply = insist(() -> client.get(path(project) + "?itemsPerPage=500", VERSION));
        if (reply.status() != OK) {
            throw new IllegalStateException("endpoints cannot be listed: " + reply.text());
        }
        return StreamSupport.stream(reply.body().path("results").spliterator(), false)
                .map(endpoint -> read(project, endpoint))
                .toList();
    }

    private static Recorded read(int project, JsonNode endpoint) {
        String region = endpoint.path("regionName").asText();
        return new Recorded(
                endpoint.path("id").asText(),
                new Spot(project, region.toLowerCase(Locale.ROOT).replace('_', '-')),
                endpoint.path("status").asText(),
                endpoint.path("privateEndpointConnectionName").asText(""));
    }

    private static Reply insist(Supplier<Reply> call) {
        return Patience.look(LIMIT, PAUSE, () -> once(call), Optional::isPresent)
                .orElseThrow(() -> new IllegalStateException("no answer within " + LIMIT.toSeconds() + " s"));
    }

    private static Optional<Reply> once(Supplier<Reply> call) {
        try {
            return Optional.of(call.get()).filter(reply -> !UNREACHABLE.contains(reply.status()));
        } catch (IllegalStateException cutOff) {
            return Optional.empty();
        }
    }

    private String path(int project) {
        return "/api/atlas/v2/groups/" + groupIds.get(project) + "/encryptionAtRest/AWS/privateEndpoints";
    }

    private static String atlasName(String region) {
        return region.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
