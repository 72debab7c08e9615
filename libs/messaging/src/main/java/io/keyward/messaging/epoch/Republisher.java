package io.keyward.messaging.epoch;

import io.keyward.contracts.Revision;
import io.keyward.messaging.MessagingConfig;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * After a database was restored, and its epoch raised: lists what the database does not know, and tells of everything anew that was told of under an earlier
 * epoch, as far as the operator wants it. What was told of since the start of the epoch is left alone, so it may be repeated, by several replicas, and goes
 * on where a killed one ended.
 */
@ApplicationScoped
public class Republisher {
    private static final Logger LOG = Logger.getLogger(Republisher.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);
    private static final int PAGE = 200;

    private final List<Restated> all;
    private final Comparison comparison;
    private final MessagingConfig config;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Republisher(@All List<Restated> all, Comparison comparison, MessagingConfig config) {
        this.all = all;
        this.comparison = comparison;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.compare() || config.republish()) {
            var unused = Thread.ofPlatform().daemon().name("keyward-republish").start(this::untilDone);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
        comparison.stop();
    }

    private void untilDone() {
        Map<String, Set<String>> outdated = compareUntilDone();
        if (config.republish()) {
            republishUntilDone(outdated);
        }
    }

    /** Before anything is told anew: afterwards nobody could see the difference. */
    private Map<String, Set<String>> compareUntilDone() {
        do {
            try {
                return comparison.compare();
            } catch (RuntimeException e) {
                LOG.warnf(e, "what was told cannot be compared with the database yet, trying again");
            }
        } while (!isStoppedWithin(BETWEEN_ATTEMPTS));
        return Map.of();
    }

    private void republishUntilDone(Map<String, Set<String>> outdated) {
        for (Pass before = Pass.NONE; stopping.getCount() > 0; ) {
            Pass pass = all.stream()
                    .map(one -> republish(one, outdated.getOrDefault(one.topic(), Set.of())))
                    .reduce(Pass.NONE, Pass::and);
            pass.tellWhatIsLeft(before);
            if (pass.isDone() || isStoppedWithin(BETWEEN_ATTEMPTS)) {
                return;
            }
            before = pass;
        }
    }

    private Pass republish(Restated restated, Set<String> outdated) {
        long floor = Revision.floor(config.revisionEpoch());
        Pass all = Pass.NONE;
        try {
            List<String> page = Blocking.await(() -> restated.older(floor, "", PAGE));
            while (!page.isEmpty() && stopping.getCount() > 0) {
                for (String id : page) {
                    all = all.and(restate(restated, id, floor, outdated.contains(id)));
                }
                String last = page.getLast();
                page = Blocking.await(() -> restated.older(floor, last, PAGE));
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s cannot be published anew", restated.topic());
            return all.and(Pass.FAILED);
        }
        if (all.told() > 0) {
            LOG.infof("%s: %d published anew under epoch %d", restated.topic(), all.told(), config.revisionEpoch());
        }
        return all;
    }

    private static Pass restate(Restated restated, String id, long floor, boolean outdated) {
        try {
            return Blocking.await(() -> restated.restate(id, floor, outdated)) ? Pass.TOLD : Pass.NOT_YET;
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s: %s cannot be published anew", restated.topic(), id);
            return Pass.FAILED;
        }
    }

    private boolean isStoppedWithin(Duration duration) {
        try {
            return stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    /**
     * What became of everything that was to be told of anew.
     *
     * @param waiting what cannot be told yet
     */
    private record Pass(int told, int waiting, int failed) {
        static final Pass NONE = new Pass(0, 0, 0);
        static final Pass TOLD = new Pass(1, 0, 0);
        static final Pass NOT_YET = new Pass(0, 1, 0);
        static final Pass FAILED = new Pass(0, 0, 1);

        Pass and(Pass other) {
            return new Pass(told + other.told, waiting + other.waiting, failed + other.failed);
        }

        boolean isDone() {
            return waiting == 0 && failed == 0;
        }

        /** Once, as long as it is the same: what waits may wait for a key that gives no answer. */
        void tellWhatIsLeft(Pass before) {
            if (failed > 0) {
                LOG.warnf("%d could not be published anew, trying again", failed);
            }
            if (waiting != before.waiting) {
                LOG.infof("%d wait to be published anew until their keys have answered and nothing is frozen", waiting);
            }
        }
    }
}
