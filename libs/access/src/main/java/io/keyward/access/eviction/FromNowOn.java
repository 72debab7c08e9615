package io.keyward.access.eviction;

import io.keyward.access.peer.RemotePrincipals;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Begins at the end of the topic whenever partitions are handed out, at the start and after the broker was away for long, and only then
 * forgets everything: what happened before is known by asking again, what happens afterwards will be read. Nothing falls between.
 */
@ApplicationScoped
@Identifier("access")
@IfBuildProperty(name = "mp.messaging.incoming.access.connector", stringValue = "smallrye-kafka")
class FromNowOn implements KafkaConsumerRebalanceListener {
    private final RemotePrincipals principals;

    FromNowOn(RemotePrincipals principals) {
        this.principals = principals;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        consumer.seekToEnd(partitions);
        // Seeking is lazy; asking for the position makes it so before anything is forgotten.
        partitions.forEach(consumer::position);
        principals.forgetAll();
    }
}
