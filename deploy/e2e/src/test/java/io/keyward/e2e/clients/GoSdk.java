package io.keyward.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.e2e.http.Api;
import io.keyward.e2e.http.Reply;

/**
 * Sends as the Go SDK does, on which Terraform, the command line and the Kubernetes operator stand: each operation in the version that the SDK
 * was made for, in {@code Accept} and, where there is a body, in {@code Content-Type}; lists with their count. An answer that the SDK could not
 * read fails here, too.
 */
final class GoSdk {
    static final String ENCRYPTION = "2023-01-01";
    static final String CLUSTER_WRITE = "2024-10-23";
    static final String CLUSTER_READ = "2024-08-05";
    static final String CLUSTER_DELETE = "2023-02-01";
    static final String FLEX = "2024-11-13";

    private static final String LIST = "?includeCount=true&itemsPerPage=100&pageNum=1";
    private static final String READABLE = "(application|text)/(vnd\\.[a-z0-9.-]+\\+)?json(;.*)?";
    private static final int FIRST_ERROR = 300;

    private final Api api;

    GoSdk(Api api) {
        this.api = api;
    }

    Reply get(String version, String path) {
        return send("GET", version, path, null);
    }

    Reply list(String version, String path) {
        return send("GET", version, path + LIST, null);
    }

    Reply post(String version, String path, String body) {
        return send("POST", version, path, body);
    }

    Reply patch(String version, String path, String body) {
        return send("PATCH", version, path, body);
    }

    Reply put(String version, String path, String body) {
        return send("PUT", version, path, body);
    }

    Reply delete(String version, String path) {
        return send("DELETE", version, path, null);
    }

    private Reply send(String method, String version, String path, String body) {
        Reply reply = api.send(method, path, "application/vnd.atlas." + version + "+json", body);
        if (!reply.text().isEmpty()) {
            assertThat(reply.header("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).matches(READABLE));
        }
        if (reply.status() >= FIRST_ERROR) {
            assertThat(reply.json().path("error").isInt()).as("%s", reply).isTrue();
        }
        return reply;
    }
}
