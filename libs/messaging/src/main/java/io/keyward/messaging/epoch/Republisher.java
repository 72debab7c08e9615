package io.keyward.messaging.epoch;

import io.keyward.contracts.Revision;
import io.keyward.messaging.MessagingConfig;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Tells of everything anew that was told of under an earlier epoch, if the operator wants it: after a database was restored, and its epoch raised. What was
 * told of since the start of the epoch is left alone, so it may be repeated, by several replicas, and goes on where a killed one ended.
 */
@ApplicationScoped
public class Republisher {
    private static final Logger LOG = Logger.getLogger(Republisher.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);
    private static final int PAGE = 200;

    private final List<Restated> all;
    private final MessagingConfig config;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Republisher(@All List<Restated> all, MessagingConfig config) {
        this.all = all;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.republish() && !all.isEmpty()) {
            var unused = Thread.ofPlatform().daemon().name("keyward-republish").start(this::untilDone);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /**
     * Does it once. Only for threads that are not Vert.x's.
     *
     * @return whether nothing of an earlier epoch is left; what could not be told of is in the log
     */
    public boolean republish() {
        return all.stream().map(this::republish).reduce(true, Boolean::logicalAnd);
    }

    private void untilDone() {
        while (!republish() && !isStoppedWithin(BETWEEN_ATTEMPTS)) {
            LOG.warn("not everything could be published anew yet, trying again");
        }
    }

    private boolean republish(Restated restated) {
        long floor = Revision.after(0, config.revisionEpoch()) - 1;
        int told = 0;
        int failed = 0;
        try {
            List<String> page = await(() -> restated.older(floor, "", PAGE));
            while (!page.isEmpty() && stopping.getCount() > 0) {
                int refused = (int) page.stream()
                        .filter(id -> !isRestated(restated, id, floor))
                        .count();
                failed += refused;
                told += page.size() - refused;
                String last = page.getLast();
                page = await(() -> restated.older(floor, last, PAGE));
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s cannot be published anew", restated.topic());
            return false;
        }
        if (told + failed > 0) {
            LOG.infof(
                    "%s: %d published anew under epoch %d, %d failed",
                    restated.topic(), told, config.revisionEpoch(), failed);
        }
        return failed == 0;
    }

    private static boolean isRestated(Restated restated, String id, long floor) {
        try {
            await(() -> restated.restate(id, floor));
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s: %s cannot be published anew", restated.topic(), id);
            return false;
        }
    }

    private boolean isStoppedWithin(Duration duration) {
        try {
            return stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the database is out of reach", e);
        }
    }
}
