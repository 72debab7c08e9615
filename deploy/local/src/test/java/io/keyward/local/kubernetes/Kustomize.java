package io.keyward.local.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * As much of kustomize as our overlays use: resources, components, namespace, images, replicas, strategic patches, and maps of literals, which get no
 * hash behind their name here. Refuses what it does not know, so that no overlay says more than is tested.
 */
final class Kustomize {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KNOWN = Set.of(
            "apiVersion",
            "kind",
            "namespace",
            "resources",
            "components",
            "images",
            "replicas",
            "patches",
            "configMapGenerator");
    /** By what an entry of a list is known when two lists are merged, as Kubernetes' own types have it. */
    private static final Map<String, List<String>> MERGE_KEYS = Map.of(
            "containers", List.of("name"),
            "env", List.of("name"),
            "volumes", List.of("name"),
            "volumeMounts", List.of("mountPath"),
            "topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable"));

    /** Says of an entry that it goes. */
    private static final String DIRECTIVE = "$patch";

    private final List<ObjectNode> resources = new ArrayList<>();

    private Kustomize() {}

    /** What `kubectl kustomize folder` would print, but for the hashes. */
    static List<ObjectNode> build(Path folder) {
        var built = new Kustomize();
        built.take(folder);
        return built.resources;
    }

    /** All documents of a file. */
    static List<ObjectNode> documents(String yaml) {
        return StreamSupport.stream(new Yaml().loadAll(yaml).spliterator(), false)
                .map(tree -> JSON.<ObjectNode>valueToTree(tree))
                .toList();
    }

    private void take(Path folder) {
        JsonNode file = documents(text(folder.resolve("kustomization.yaml"))).getFirst();
        file.fieldNames().forEachRemaining(field -> {
            if (!KNOWN.contains(field)) {
                throw new IllegalArgumentException(folder + " uses " + field + ", which is not tested");
            }
        });
        file.path("resources").forEach(entry -> takeEntry(folder.resolve(entry.asText())));
        file.path("components").forEach(entry -> takeEntry(folder.resolve(entry.asText())));
        file.path("configMapGenerator").forEach(this::generate);
        file.path("patches").forEach(this::patch);
        file.path("images").forEach(this::image);
        file.path("replicas").forEach(entry -> ((ObjectNode)
                        find("Deployment", entry.path("name").asText()).path("spec"))
                .put("replicas", entry.path("count").asInt()));
        if (file.has("namespace")) {
            resources.stream()
                    .filter(resource -> !Set.of("Namespace", "ClusterRole", "ClusterRoleBinding")
                            .contains(resource.path("kind").asText()))
                    .forEach(resource ->
                            ((ObjectNode) resource.path("metadata")).set("namespace", file.path("namespace")));
        }
    }

    private void takeEntry(Path entry) {
        if (Files.isDirectory(entry)) {
            take(entry);
        } else {
            resources.addAll(documents(text(entry)));
        }
    }

    private void generate(JsonNode generator) {
        String name = generator.path("name").asText();
        ObjectNode map;
        if (generator.path("behavior").asText().equals("merge")) {
            map = find("ConfigMap", name);
        } else {
            map = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
            map.putObject("metadata").put("name", name);
            map.putObject("data");
            resources.add(map);
        }
        for (JsonNode literal : generator.path("literals")) {
            String[] parts = literal.asText().split("=", 2);
            ((ObjectNode) map.path("data")).put(parts[0], parts[1]);
        }
    }

    private void patch(JsonNode patch) {
        ObjectNode change = documents(patch.path("patch").asText()).getFirst();
        JsonNode target = patch.path("target");
        merge(find(target.path("kind").asText(), target.path("name").asText()), change);
    }

    private void image(JsonNode image) {
        for (JsonNode container : resources.stream()
                .flatMap(resource ->
                        resource.at("/spec/template/spec/containers").valueStream())
                .toList()) {
            String former = container.path("image").asText();
            if (former.startsWith(image.path("name").asText() + ":")) {
                ((ObjectNode) container)
                        .put(
                                "image",
                                image.path("newName").asText() + ":"
                                        + image.path("newTag").asText());
            }
        }
    }

    private ObjectNode find(String kind, String name) {
        return resources.stream()
                .filter(resource -> resource.path("kind").asText().equals(kind))
                .filter(resource -> resource.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + kind + " " + name));
    }

    private static void merge(ObjectNode into, ObjectNode change) {
        change.properties().forEach(field -> {
            JsonNode former = into.path(field.getKey());
            List<String> mergeKey = MERGE_KEYS.get(field.getKey());
            if (former.isObject() && field.getValue().isObject()) {
                merge((ObjectNode) former, (ObjectNode) field.getValue());
            } else if (former.isArray() && mergeKey != null) {
                mergeList((ArrayNode) former, field.getValue(), mergeKey);
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }

    /** What is new comes first, as kustomize has it. */
    private static void mergeList(ArrayNode list, JsonNode changes, List<String> mergeKey) {
        int added = 0;
        for (JsonNode change : changes) {
            ObjectNode former = find(list, change, mergeKey);
            if (change.path(DIRECTIVE).asText().equals("delete")) {
                list.removeIf(entry -> entry == former);
            } else if (former == null) {
                list.insert(added++, change);
            } else {
                merge(former, (ObjectNode) change);
            }
        }
    }

    private static @Nullable ObjectNode find(ArrayNode list, JsonNode change, List<String> mergeKey) {
        return list.valueStream()
                .filter(entry ->
                        mergeKey.stream().allMatch(field -> entry.path(field).equals(change.path(field))))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
