package io.keyward.driver.keyward;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.driver.plan.Step;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Tells Keyward what was seen, with a driver's API key. */
public final class Reports {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int UNAUTHORIZED = 401;
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;
    private final String publicKey;
    private final String privateKey;

    /** @param base where Keyward's API is, for example {@code https://keyward.example.com} */
    public Reports(URI base, String publicKey, String privateKey) {
        this.base = base;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** Returns once Keyward has taken it in; whatever else it answers is an {@link IOException} that says so. */
    public void tell(Step.Report report) throws IOException, InterruptedException {
        String path = "/api/keyward/v1/clusters/" + report.wish().clusterId() + "/observed";
        ObjectNode body = json.createObjectNode()
                .put("requestRevision", report.wish().requestRevision())
                .put("state", report.state().name());
        if (!report.message().isEmpty()) {
            body.put("message", report.message());
        }
        // The body goes only with an answer to the challenge: the first request asks for one, as curl has it.
        var asked = send(path, "", "");
        if (asked.statusCode() != UNAUTHORIZED) {
            throw new IOException("Keyward asked for no credential, and answered " + asked.statusCode());
        }
        String challenge = asked.headers()
                .firstValue("WWW-Authenticate")
                .orElseThrow(() -> new IOException("Keyward answered 401 without a challenge"));
        var taken = send(path, body.toString(), Digest.answer(challenge, "PUT", path, publicKey, privateKey));
        if (taken.statusCode() != OK) {
            throw new IOException("Keyward did not take the report: " + taken.statusCode());
        }
    }

    private HttpResponse<Void> send(String path, String body, String authorization)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .PUT(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization).header("Content-Type", "application/json");
        }
        return http.send(request.build(), BodyHandlers.discarding());
    }
}
