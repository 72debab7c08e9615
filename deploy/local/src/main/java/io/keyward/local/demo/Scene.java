package io.keyward.local.demo;

import io.keyward.local.client.DigestClient.Reply;
import io.keyward.local.demo.outside.CustomerCloud;
import io.keyward.local.demo.outside.EventTap;
import io.keyward.local.demo.outside.Mailbox;
import io.keyward.local.demo.outside.Tenant;
import io.keyward.local.demo.outside.Trail;
import io.keyward.local.demo.telling.Expect;
import io.keyward.local.demo.telling.Narrator;
import io.keyward.local.folder.Addresses;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What all parts of the story share: who tells it, who acts, and where it can be seen from outside. */
record Scene(Narrator narrator, Tenant tenant, CustomerCloud cloud, EventTap tap, Mailbox mailbox, Trail trail)
        implements AutoCloseable {
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
        narrator.call(title, work);
    }

    /** A step that waits for what follows from it. */
    void reaction(String title, Supplier<String> work) {
        narrator.reaction(title, work);
    }

    @Override
    public void close() {
        tap.close();
    }

    /** See {@link Expect#await}. */
    static <T> T await(String what, Supplier<T> look, Predicate<T> wanted) {
        return Expect.await(what, look, wanted);
    }

    /** See {@link Expect#require}. */
    static void require(boolean held, String otherwise) {
        Expect.require(held, otherwise);
    }

    /** See {@link Expect#refusal}. */
    static String refusal(Reply reply, String code) {
        return Expect.refusal(reply, code);
    }
}
