package io.keyward.messaging;

import io.keyward.contracts.Event;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Stands before every consumer. */
@ApplicationScoped
public class ConsumerGuard {

    /**
     * Delivers one record to {@code handler}, and completes when the record may be acknowledged.
     *
     * @param type the sealed interface of the topic
     * @param handler records the event; called again, with growing pauses and without end, until it succeeds, so it has to be idempotent
     */
    public <E extends Event> Uni<Void> deliver(
            ConsumerRecord<String, byte[]> record, Class<E> type, Function<E, Uni<Void>> handler) {
        return Uni.createFrom().failure(new UnsupportedOperationException(record.topic() + type + handler));
    }
}
