package io.keyward.e2e.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The API's own document, and whatever was seen that is not as it says. Every answer is held against it, and every request that was answered
 * with success. A scenario goes on after a mismatch, which may be seen by a thread or a poll that nobody listens to, and fails at its end.
 */
public final class Contract {
    private static final AtomicReference<Conformance> LOADED = new AtomicReference<>();
    private static final Map<String, String> BROKEN = new ConcurrentSkipListMap<>();
    private static final int SHOWN = 2_000;

    private Contract() {}

    /** Reads the document at the first call, when all services have to be up. */
    static void load(URI base) {
        LOADED.updateAndGet(loaded -> loaded == null ? read(base) : loaded);
    }

    static void hold(Asked asked, Reply reply) {
        var problems = LOADED.get().problems(asked, reply);
        if (!problems.isEmpty()) {
            String headline = asked.method() + " " + asked.path().replaceAll("[a-f0-9]{24}", "…") + ": " + problems;
            BROKEN.putIfAbsent(headline, text(asked, reply, String.join("\n  ", problems)));
        }
    }

    /** Fails when something was seen since the last call that is not as the document says. */
    public static void requireKept() {
        if (!BROKEN.isEmpty()) {
            var broken = Map.copyOf(BROKEN);
            broken.keySet().forEach(BROKEN::remove);
            // What disagrees stands in the first line, which is all that a summary of many tests shows.
            throw new AssertionError("The API and its document (META-INF/openapi.yaml of the service) disagree: "
                    + String.join("; ", broken.keySet()) + "\n\n" + String.join("\n\n", broken.values()));
        }
    }

    /** Examples in the document that do not fit the schema beside them, each with what is wrong. */
    public static List<String> wrongExamples() {
        return LOADED.get().wrongExamples();
    }

    private static String text(Asked asked, Reply reply, String problems) {
        return "%s %s %s\n  %s\n  asked with: %s\n  answered: %s"
                .formatted(
                        asked.method(),
                        asked.path(),
                        asked.query(),
                        problems,
                        cut(asked.body()),
                        cut(reply.toString()));
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private static Conformance read(URI base) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(base.resolve("/api/openapi.json")).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no document at " + base + ": " + answer.body());
            }
            return new Conformance(new Document(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
