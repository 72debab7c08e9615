package io.keyward.simulator.wire;

import java.nio.charset.StandardCharsets;

/** What goes back to the client. The request id travels in a header and, where the protocol says so, in the body as well. */
public record Answer(int status, String contentType, String requestId, byte[] body) {

    static Answer text(int status, String contentType, String requestId, String body) {
        return new Answer(status, contentType, requestId, body.getBytes(StandardCharsets.UTF_8));
    }
}
