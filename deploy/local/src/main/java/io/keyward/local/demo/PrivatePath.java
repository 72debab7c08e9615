package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.demo.outside.Trail.Use;
import io.keyward.local.demo.telling.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which way the uses of the key take, by what Keyward says and by what the cloud has seen. Regions are given as AWS spells them. */
final class PrivatePath {
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");

    private final Scene scene;
    private final Map<String, Long> covered = new TreeMap<>();
    private long ended = Long.MAX_VALUE;

    PrivatePath(Scene scene) {
        this.scene = scene;
    }

    /** Waits until both regions' checks take the private path, and shows one of each. */
    String awaitBegin() {
        return REGIONS.stream().map(this::begin).collect(Collectors.joining("\n"));
    }

    /** From here on the public path is wanted again. */
    void end() {
        ended = uses(0).stream().mapToLong(Use::number).max().orElse(0);
    }

    /** How often the key was used through endpoints; fails when it was used over the internet in a region that was covered. */
    String verify() {
        return REGIONS.stream().map(this::verify).collect(Collectors.joining("\n"));
    }

    private String begin(String region) {
        JsonNode check = Scene.await(
                        "a check of " + region + " over its endpoint", () -> valid(region), Optional::isPresent)
                .orElseThrow();
        covered.put(region, firstPrivate(region));
        return Evidence.ofCheck(check);
    }

    private Optional<JsonNode> valid(String region) {
        return scene.tenant().checks().stream()
                .filter(check -> check.path("region").asText().equals(region))
                .filter(check -> check.path("outcome").asText().equals("VALID"))
                .filter(check -> check.path("calls").findValuesAsText("path").contains("PRIVATE"))
                .findFirst();
    }

    private long firstPrivate(String region) {
        return uses(0).stream()
                .filter(use -> use.region().equals(region) && !use.isPublic())
                .mapToLong(Use::number)
                .min()
                .orElseThrow(() -> new IllegalStateException("the cloud saw no private use in " + region));
    }

    private String verify(String region) {
        List<Use> uses = uses(covered.getOrDefault(region, 0L) - 1).stream()
                .filter(use -> use.region().equals(region))
                .toList();
        List<Use> leaked = uses.stream().filter(Use::isPublic).toList();
        Scene.require(leaked.isEmpty(), "the key was used over the internet in a covered region: " + leaked);
        return "%s: %d calls of KMS through the endpoint, none over the internet".formatted(region, uses.size());
    }

    private List<Use> uses(long after) {
        return scene.trail().uses(after).stream()
                .filter(use -> use.number() <= ended)
                .toList();
    }
}
