package io.keyward.messaging.channel;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.PublisherDecorator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Notices when an incoming channel ends while the service goes on, however it ends: failed, completed, or cancelled by its consumer. */
@ApplicationScoped
class ChannelWatch implements PublisherDecorator {
    private static final Logger LOG = Logger.getLogger(ChannelWatch.class);

    private final Set<String> ended = new ConcurrentSkipListSet<>();
    private volatile boolean stopping;

    /** The channels that have ended for good, sorted. */
    Set<String> ended() {
        return new TreeSet<>(ended);
    }

    @Override
    public Multi<? extends Message<?>> decorate(
            Multi<? extends Message<?>> messages, List<String> channels, boolean fromConnector) {
        return fromConnector
                ? messages.onTermination().invoke((failure, cancelled) -> channels.forEach(one -> end(one, failure)))
                : messages;
    }

    /** Channels end with the service that reads them. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void end(String channel, @Nullable Throwable failure) {
        if (!stopping && ended.add(channel)) {
            LOG.errorf(
                    failure, "a channel has ended, nothing arrives on it until this process is restarted: %s", channel);
        }
    }
}
