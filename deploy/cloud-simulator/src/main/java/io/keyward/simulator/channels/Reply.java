package io.keyward.simulator.channels;

import io.vertx.core.json.JsonObject;

/** What a service answers. */
record Reply(int status, String body) {

    static Reply of(int status, JsonObject body) {
        return new Reply(status, body.encode());
    }
}
