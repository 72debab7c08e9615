package io.keyward.messaging;

import io.keyward.contracts.KeyEvent;
import io.keyward.contracts.Topics;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as services write them, which can be told to fail, and remembers what it was asked to handle. */
@ApplicationScoped
public class ThingConsumer {
    /** The event whose name begins so is answered with an event of the aggregate {@code <id>-answer}. */
    static final String ANSWER_ME = "answer me";

    private final ConsumerGuard guard;
    private final ThingProjectionStore store;
    private final Outbox outbox;
    private final Map<String, Integer> failuresLeft = new ConcurrentHashMap<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();

    ThingConsumer(ConsumerGuard guard, ThingProjectionStore store, Outbox outbox) {
        this.guard = guard;
        this.store = store;
        this.outbox = outbox;
    }

    @Incoming("keys")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return guard.deliver(record, KeyEvent.class, this::handle);
    }

    private Uni<Void> handle(KeyEvent event) {
        String id = event.keyUseId();
        attempts.add(id + "@" + event.revision());
        if (failuresLeft.merge(id, -1, Integer::sum) >= 0) {
            throw new IllegalStateException("told to fail");
        }
        return store.project(event).chain(() -> answer(event));
    }

    private Uni<Void> answer(KeyEvent event) {
        if (event instanceof KeyEvent.KeyRetired retired && retired.groupId().equals(ANSWER_ME)) {
            return Panache.withTransaction(() ->
                    outbox.append(Topics.KEYS, ThingStore.event(event.keyUseId() + "-answer", event.revision(), "")));
        }
        return Uni.createFrom().voidItem();
    }

    void failFor(String id, int times) {
        failuresLeft.put(id, times);
    }

    List<String> attemptsFor(String id) {
        return attempts.stream().filter(attempt -> attempt.startsWith(id + "@")).toList();
    }
}
