package io.keyward.local.chaos.endpoint;

import io.keyward.engines.PostgresEngine;
import io.keyward.local.cloud.CloudControl;
import io.keyward.local.cloud.CloudEndpoint;
import io.keyward.local.database.Database;
import io.keyward.local.service.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a kill left half done: what is recorded, beside what is in the cloud, while the service is dead. Shows how many of the kills came between recording, doing
 * and noting; nothing is judged by it.
 */
final class Leftovers {
    private static final String RECORDS = "select endpoint_id, state, reference from endpoint where state <> 'DELETED'";

    private final PostgresEngine postgres;
    private final CloudControl cloud;
    private final Map<String, Integer> sum = new TreeMap<>();

    private record Row(String id, String state, boolean named) {}

    Leftovers(PostgresEngine postgres, CloudControl cloud) {
        this.postgres = postgres;
        this.cloud = cloud;
    }

    /** What is left now, in words; adds to the sum. */
    String look() {
        Map<String, CloudEndpoint> there = cloud.endpoints().stream()
                .filter(endpoint -> !endpoint.isLeaving())
                .collect(Collectors.toMap(CloudEndpoint::endpointId, Function.identity(), (older, newer) -> newer));
        Map<String, Integer> left = new TreeMap<>();
        for (Row row : rows()) {
            Optional<CloudEndpoint> endpoint = Optional.ofNullable(there.get(row.id()));
            inWords(
                            row.state(),
                            row.named(),
                            endpoint.filter(CloudEndpoint::isStanding).isPresent())
                    .ifPresent(word -> left.merge(word, 1, Integer::sum));
        }
        left.keySet().forEach(word -> sum.merge(word, 1, Integer::sum));
        return print(left);
    }

    /** How many kills left what. */
    String sum() {
        return "kills that left " + print(sum);
    }

    /**
     * How far it was; empty when it is at rest.
     *
     * @param named whether the cloud's id is recorded
     * @param standing whether one stands in the cloud
     */
    static Optional<String> inWords(String state, boolean named, boolean standing) {
        return switch (state) {
            case "REQUESTED" -> Optional.of("asked for");
            case "PROVISIONING" -> Optional.of(standing ? named ? "being made" : "made, not noted" : "to be made");
            case "AWAITING_APPROVAL" -> Optional.of(standing ? "waiting for approval" : "loss not noticed");
            case "READY" -> standing ? Optional.empty() : Optional.of("loss not noticed");
            case "LOST" -> Optional.of("lost, no successor");
            case "REPLACED" -> Optional.of("being replaced");
            case "DELETING" -> Optional.of(standing ? "to be removed" : "removed, not noted");
            default -> Optional.empty();
        };
    }

    private List<Row> rows() {
        try (Database database = Database.of(postgres, Service.ENDPOINT)) {
            return database.read(RECORDS, row -> new Row(row.getString(1), row.getString(2), row.getString(3) != null));
        }
    }

    private static String print(Map<String, Integer> left) {
        return left.isEmpty()
                ? "nothing"
                : left.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }
}
