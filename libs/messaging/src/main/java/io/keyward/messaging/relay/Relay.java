package io.keyward.messaging.relay;

import io.keyward.messaging.MessagingConfig;
import io.keyward.messaging.topic.TopicOwner;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that carries committed events to Kafka. It is woken after each commit that appended one, and looks by itself once per poll
 * interval: for rows of replicas that died, and for its turn when another replica holds the lease.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(1);

    private final RelayStore store;
    private final MessagingConfig config;
    private final Map<String, Object> kafka;
    private final TopicOwner topics;
    private final OutboxAge age;

    private final String holder = UUID.randomUUID().toString();
    private final Semaphore wakeUps = new Semaphore(0);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("keyward-relay").unstarted(this::run);

    // Of the relay's thread alone.
    private @Nullable RelayTerm term;
    private boolean failing;
    private Instant prunedAt = Instant.EPOCH;

    Relay(
            RelayStore store,
            MessagingConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            TopicOwner topics,
            OutboxAge age) {
        this.store = store;
        this.config = config;
        this.kafka = kafka;
        this.topics = topics;
        this.age = age;
    }

    /** Committed events are waiting. Returns at once, from any thread. */
    public void wake() {
        wakeUps.release();
    }

    void start(@Observes StartupEvent event) {
        if (config.relay().enabled() && config.ownedTopics().isPresent()) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        wake();
        if (thread.isAlive()) {
            thread.join(LAST_WORDS);
        }
    }

    private void run() {
        while (isRunning()) {
            try {
                work();
                succeeded();
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }
        leave();
    }

    private void work() {
        observeAge();
        if (term == null && topics.areReady()) {
            term = RelayTerm.begin(store, config, kafka, holder).orElse(null);
        }
        if (term != null) {
            drain(term);
            prune();
            observeAge();
        }
        waitForWork();
    }

    private void observeAge() {
        age.observe(RelayTerm.await(store::oldestUnsent));
    }

    private void drain(RelayTerm current) {
        RelayTerm.Progress progress = RelayTerm.Progress.MORE;
        while (progress == RelayTerm.Progress.MORE && isRunning()) {
            progress = current.pass();
        }
        if (progress == RelayTerm.Progress.DEPOSED) {
            LOG.info("another replica relays now");
            endTerm();
        }
    }

    private void prune() {
        if (Instant.now().isAfter(prunedAt.plus(PRUNE_EVERY))) {
            RelayTerm.await(() -> store.prune(config.sentRetention()));
            prunedAt = Instant.now();
        }
    }

    private void succeeded() {
        if (failing) {
            LOG.info("the relay works again");
            failing = false;
        }
    }

    /**
     * One line per outage. Wake-ups do not shorten the pause: they come with every commit. Not even an {@link Error} ends the thread:
     * nothing else would carry events.
     */
    private void failed(Throwable failure) {
        endTerm();
        if (!failing) {
            LOG.warnf(failure, "events wait in the outbox, the relay tries again every %s", pollInterval());
            failing = true;
        }
        pause();
    }

    private void leave() {
        boolean held = term != null;
        endTerm();
        if (held) {
            try {
                RelayTerm.await(() -> store.giveUpLease(holder));
            } catch (RuntimeException e) {
                LOG.debug("the lease lapses by itself", e);
            }
        }
    }

    private void endTerm() {
        if (term != null) {
            term.close();
            term = null;
        }
    }

    private boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void waitForWork() {
        try {
            if (wakeUps.tryAcquire(pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUps.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    private void pause() {
        try {
            boolean stopped = stopping.await(pollInterval().toMillis(), TimeUnit.MILLISECONDS);
            LOG.tracef("paused, stopped=%s", stopped);
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    private Duration pollInterval() {
        return config.relay().pollInterval();
    }
}
