package io.keyward.local.demo.telling;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.DigestClient.Reply;
import io.keyward.local.client.Patience;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What has to be true for the story to go on. */
public final class Expect {
    /** What follows from something has to be seen within this time. */
    static final Duration REACTION = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int REFUSED = 400;

    private Expect() {}

    /** Looks until it is as {@code wanted}, and answers that; fails with what was seen last. */
    public static <T> T await(String what, Supplier<T> look, Predicate<T> wanted) {
        T seen = Patience.look(REACTION, PAUSE, look, wanted);
        require(wanted.test(seen), "waited in vain for " + what + "; last seen: " + seen);
        return seen;
    }

    public static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** The refusal as a line; fails when it is none, or another one than {@code code}. */
    public static String refusal(Reply reply, String code) {
        JsonNode body = reply.body();
        require(
                reply.status() >= REFUSED && body.path("errorCode").asText().equals(code),
                "expected " + code + ", got " + reply.status() + ": " + reply.text());
        return "%d %s: %s".formatted(reply.status(), code, body.path("detail").asText());
    }
}
