package io.keyward.messaging.channel;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer that forgot the guard and fails: its channel ends at the first record. */
@Alternative
@ApplicationScoped
public class DoomedConsumer {
    @Incoming("doomed")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return Uni.createFrom().failure(new IllegalStateException("nobody guards this consumer"));
    }
}
