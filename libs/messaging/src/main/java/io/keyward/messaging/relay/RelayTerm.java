package io.keyward.messaging.relay;

import io.keyward.messaging.MessagingConfig;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One relay's time in office: from taking the lease, which shuts the predecessor out of Kafka, until it is lost or given up. The steps are
 * separate because a process may die or freeze between any two of them, and each has to be harmless when it comes late.
 */
final class RelayTerm implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RelayTerm.class);

    private final RelayStore store;
    private final MessagingConfig.Relay config;
    private final String holder;
    private final KafkaSender sender;

    private RelayTerm(RelayStore store, MessagingConfig.Relay config, String holder, KafkaSender sender) {
        this.store = store;
        this.config = config;
        this.holder = holder;
        this.sender = sender;
    }

    /** Takes the lease, then shuts out whoever had it. Empty while somebody else has it. */
    static Optional<RelayTerm> begin(
            RelayStore store, MessagingConfig config, Map<String, Object> kafka, String holder) {
        if (!await(() -> store.takeLease(holder, config.relay().lease()))) {
            return Optional.empty();
        }
        KafkaSender sender = KafkaSender.open(kafka, "keyward-" + config.application());
        return Optional.of(new RelayTerm(store, config.relay(), holder, sender));
    }

    /** What the next step of the loop is. */
    enum Progress {
        /** Rows were sent or set aside: there may be more. */
        MORE,
        IDLE,
        /** Another relay has the lease. */
        DEPOSED
    }

    /** One batch: claim, send, settle. */
    Progress pass() {
        Optional<List<OutboxRow>> claimed = claim();
        if (claimed.isEmpty()) {
            return Progress.DEPOSED;
        }
        List<OutboxRow> rows = claimed.get();
        return rows.isEmpty() ? Progress.IDLE : carry(rows);
    }

    /** A refused batch is halved until the row that Kafka refuses is alone; what is left out of a half is claimed again. */
    private Progress carry(List<OutboxRow> rows) {
        return switch (send(rows)) {
            case Sending.Sent() -> settle(rows) ? Progress.MORE : Progress.DEPOSED;
            case Sending.Refused(String error) ->
                rows.size() == 1 ? setAside(rows.getFirst(), error) : carry(rows.subList(0, rows.size() / 2));
        };
    }

    private Progress setAside(OutboxRow row, String error) {
        LOG.errorf(
                "Kafka refuses an event, its key waits: position=%d topic=%s: %s", row.position(), row.topic(), error);
        await(() -> store.refuse(holder, row, error));
        return Progress.MORE;
    }

    /** The next rows; empty when the lease is lost. */
    Optional<List<OutboxRow>> claim() {
        return await(() -> store.claim(holder, config.lease(), config.batch()));
    }

    Sending send(List<OutboxRow> rows) {
        return sender.send(rows);
    }

    /** False when the lease was lost meanwhile: the rows are on Kafka, and the successor sends them again with the same ids. */
    boolean settle(List<OutboxRow> rows) {
        return await(() -> store.settle(holder, rows));
    }

    @Override
    public void close() {
        sender.close();
    }

    /** Runs store work on a Vert.x context of its own and waits for it. Only for threads that are not Vert.x's. */
    static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the outbox is out of reach", e);
        }
    }
}
