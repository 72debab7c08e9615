package io.keyward.validation.alert.notification.queue;

import io.keyward.validation.alert.notification.transport.NotificationConfig;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Takes from a queue what is due: what that is, is a question to the injected clock; how long a lease lasts, one to the database's. */
@ApplicationScoped
class QueueStore {
    private final double leaseSeconds;

    QueueStore(NotificationConfig config) {
        this.leaseSeconds = config.lease().toMillis() / 1000.0;
    }

    /**
     * Takes rows, under {@code token}.
     *
     * @param claim a statement with the parameters {@code token}, {@code now}, {@code limit} and {@code lease} that returns what it took
     * @param reader of one row; what it cannot read is left to whoever can
     */
    <T> Uni<List<T>> claim(String claim, UUID token, Instant now, int limit, Function<Object[], T> reader) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(claim, Object[].class)
                        .setParameter("token", token.toString())
                        .setParameter("now", now)
                        .setParameter("limit", limit)
                        .setParameter("lease", leaseSeconds)
                        .getResultList())
                .map(rows -> Turns.readable(rows, reader)));
    }
}
