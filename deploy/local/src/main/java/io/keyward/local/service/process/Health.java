package io.keyward.local.service.process;

import io.keyward.local.client.Patience;
import io.keyward.local.folder.PrivateFiles;
import io.keyward.local.lifeline.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Asks a service whether it is ready. */
public final class Health {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int OK = 200;
    private static final int TAIL_LINES = 15;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CALL_LIMIT).build();

    /** Returns once {@code process} is ready; fails with the end of its log when it ends or takes too long. */
    public void awaitReady(String name, Child process, String url, Path log) {
        boolean ready = Patience.until(LIMIT, PAUSE, () -> !process.isAlive() || isReady(url));
        if (!ready || !process.isAlive()) {
            String what =
                    process.isAlive() ? " is not ready after " + LIMIT.toSeconds() + " s" : " ended while it started";
            throw new IllegalStateException(name + what + "; the end of " + log + ":\n" + tail(log));
        }
    }

    private boolean isReady(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                .timeout(CALL_LIMIT)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a service", e);
        }
    }

    private static String tail(Path log) {
        List<String> lines = PrivateFiles.read(log).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }
}
