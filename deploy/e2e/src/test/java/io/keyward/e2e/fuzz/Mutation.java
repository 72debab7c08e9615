package io.keyward.e2e.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * A body with something wrong in it.
 *
 * @param name what was done to it, and where
 */
record Mutation(String name, byte[] body) {

    static Mutation of(String name, String body) {
        return new Mutation(name, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.UTF_8);
        return name + ": " + (text.length() > 400 ? text.substring(0, 400) + "…" : text);
    }
}
