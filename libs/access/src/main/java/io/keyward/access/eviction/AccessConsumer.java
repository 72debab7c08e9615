package io.keyward.access.eviction;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.keyward.access.peer.RemotePrincipals;
import io.keyward.contracts.AccessEvent;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Passes news of credentials on to what is remembered of them. Every replica reads all of it, each in a group of its own and from the moment
 * it joins: older news is of no interest to a memory that is younger. What cannot be read may be news of anything, and so everything is
 * forgotten; nobody has to repair it, hence no dead letters and no second attempts.
 */
@ApplicationScoped
@IfBuildProperty(name = "mp.messaging.incoming.access.connector", stringValue = "smallrye-kafka")
class AccessConsumer {
    private static final Logger LOG = Logger.getLogger(AccessConsumer.class);
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final RemotePrincipals principals;

    AccessConsumer(RemotePrincipals principals) {
        this.principals = principals;
    }

    @Incoming("access")
    void on(ConsumerRecord<String, byte[]> message) {
        read(message.value()).ifPresentOrElse(principals::forget, () -> {
            LOG.warnf("not an event, all credentials are asked for again: offset %d", message.offset());
            principals.forgetAll();
        });
    }

    private static Optional<AccessEvent> read(byte @Nullable [] payload) {
        try {
            return payload == null ? Optional.empty() : Optional.ofNullable(JSON.readValue(payload, AccessEvent.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
