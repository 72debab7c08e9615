package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.DigestClient.Reply;
import io.keyward.local.client.Patience;
import io.keyward.local.demo.outside.CustomerCloud;
import io.keyward.local.demo.outside.EventTap;
import io.keyward.local.demo.outside.Mailbox;
import io.keyward.local.demo.outside.Tenant;
import io.keyward.local.demo.outside.Trail;
import io.keyward.local.demo.telling.Narrator;
import io.keyward.local.folder.Addresses;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What all parts of the story share: who tells it, who acts, and where it can be seen from outside. */
record Scene(Narrator narrator, Tenant tenant, CustomerCloud cloud, EventTap tap, Mailbox mailbox, Trail trail)
        implements AutoCloseable {
    private static final Duration CALL = Duration.ofSeconds(30);
    private static final Duration REACTION = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int REFUSED = 400;

    static Scene of(Narrator narrator, Addresses addresses) {
        CustomerCloud cloud = new CustomerCloud(addresses);
        return new Scene(
                narrator,
                new Tenant(addresses),
                cloud,
                new EventTap(addresses.kafka()),
                new Mailbox(addresses.mailUrl()),
                new Trail(addresses.cloudUrl(), cloud.keyArn()));
    }

    /** A step that is over when its calls are answered; {@code work} answers what there is to see, a line each. */
    void call(String title, Supplier<String> work) {
        narrator.step(title, CALL, work);
    }

    /** A step that waits for what follows from it. */
    void reaction(String title, Supplier<String> work) {
        narrator.step(title, REACTION, work);
    }

    @Override
    public void close() {
        tap.close();
    }

    /** Looks until it is as {@code wanted}, and answers that; fails with what was seen last. */
    static <T> T await(String what, Supplier<T> look, Predicate<T> wanted) {
        T seen = Patience.look(REACTION, PAUSE, look, wanted);
        require(wanted.test(seen), "waited in vain for " + what + "; last seen: " + seen);
        return seen;
    }

    static void require(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** The refusal as a line; fails when it is none, or another one than {@code code}. */
    static String refusal(Reply reply, String code) {
        JsonNode body = reply.body();
        require(
                reply.status() >= REFUSED && body.path("errorCode").asText().equals(code),
                "expected " + code + ", got " + reply.status() + ": " + reply.text());
        return "%d %s: %s".formatted(reply.status(), code, body.path("detail").asText());
    }
}
