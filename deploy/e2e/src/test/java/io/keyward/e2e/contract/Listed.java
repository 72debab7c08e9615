package io.keyward.e2e.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An operation in one of its versions.
 *
 * @param path with its parameters in braces
 * @param version for example {@code 2023-01-01}
 * @param gone whether the version is refused on purpose
 */
record Listed(String method, String path, String version, boolean gone) {
    private static final String LIST = "operations.txt";

    /** All of the list. */
    static List<Listed> all() {
        return text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(Listed::ofLine)
                .toList();
    }

    private static Stream<Listed> ofLine(String line) {
        String[] words = line.trim().split(" +");
        return Arrays.stream(words[2].split(",")).map(version -> of(words[0], words[1], version));
    }

    private static Listed of(String method, String path, String version) {
        boolean gone = version.startsWith("-");
        return new Listed(method, path, gone ? version.substring(1) : version, gone);
    }

    private static String text() {
        try (InputStream list = Listed.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String mediaType() {
        return "application/vnd.atlas." + version + "+json";
    }

    boolean hasBody() {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    @Override
    public String toString() {
        return method + " " + path + " " + version;
    }
}
