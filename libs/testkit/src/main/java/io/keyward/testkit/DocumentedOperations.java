package io.keyward.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an OpenAPI document says is served, one line for each operation: {@code GET /path/{id} [2023-01-01, 2024-08-05] for [GROUP_OWNER]}.
 * Versions that are declared gone have a minus in front, and those that will be say until when they are promised. The same lines are made
 * of the code elsewhere, so that the two can be compared.
 */
public final class DocumentedOperations {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head", "options");
    private static final Pattern DATE = Pattern.compile("\\.(\\d{4}-\\d{2}-\\d{2})\\+json");

    private DocumentedOperations() {}

    /**
     * The lines, in order.
     *
     * @throws AssertionError when the document refers to something that it does not have
     */
    public static List<String> of(URL document) {
        try {
            return of(new ObjectMapper().readTree(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> of(JsonNode document) {
        List<String> dangling = document.findValuesAsText("$ref").stream()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .distinct()
                .toList();
        if (!dangling.isEmpty()) {
            throw new AssertionError("the document refers to what it does not have: " + dangling);
        }
        return document.path("paths").properties().stream()
                .flatMap(path -> operations(path.getKey(), path.getValue()))
                .sorted()
                .toList();
    }

    private static Stream<String> operations(String path, JsonNode item) {
        return item.properties().stream()
                .filter(field -> METHODS.contains(field.getKey()))
                .map(operation -> line(path, operation));
    }

    private static String line(String path, Map.Entry<String, JsonNode> operation) {
        return "%s %s %s for %s"
                .formatted(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path,
                        versions(operation.getValue()),
                        new TreeSet<>(texts(operation.getValue().path("x-keyward-roles"))));
    }

    private static TreeSet<String> versions(JsonNode operation) {
        TreeSet<String> versions = new TreeSet<>(texts(operation.path("x-keyward-versions")));
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> response.getValue().path("content").properties().stream())
                .flatMap(content -> version(content).stream())
                .forEach(versions::add);
        texts(operation.path("x-keyward-versions-gone")).forEach(gone -> versions.add("-" + gone));
        return versions;
    }

    private static Optional<String> version(Map.Entry<String, JsonNode> content) {
        Matcher date = DATE.matcher(content.getKey());
        String sunset = content.getValue().path("x-keyward-sunset").asText("");
        return date.find()
                ? Optional.of(date.group(1) + (sunset.isEmpty() ? "" : " until " + sunset))
                : Optional.empty();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
