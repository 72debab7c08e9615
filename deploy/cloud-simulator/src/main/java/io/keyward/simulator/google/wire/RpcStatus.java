package io.keyward.simulator.google.wire;

import java.util.Arrays;
import java.util.Optional;

/** The codes of gRPC, and the HTTP status that each becomes. Several share one: who looks at the status alone cannot tell a dead key from a typing error. */
public enum RpcStatus {
    INVALID_ARGUMENT(400),
    FAILED_PRECONDITION(400),
    UNAUTHENTICATED(401),
    PERMISSION_DENIED(403),
    NOT_FOUND(404),
    ABORTED(409),
    ALREADY_EXISTS(409),
    RESOURCE_EXHAUSTED(429),
    CANCELLED(499),
    INTERNAL(500),
    UNKNOWN(500),
    UNIMPLEMENTED(501),
    UNAVAILABLE(503),
    DEADLINE_EXCEEDED(504);

    private final int http;

    RpcStatus(int http) {
        this.http = http;
    }

    public int http() {
        return http;
    }

    /** The status of this name. */
    public static Optional<RpcStatus> named(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(name))
                .findFirst();
    }

    /** The first that becomes this HTTP status, or UNKNOWN. */
    public static RpcStatus of(int http) {
        return Arrays.stream(values())
                .filter(status -> status.http == http)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
