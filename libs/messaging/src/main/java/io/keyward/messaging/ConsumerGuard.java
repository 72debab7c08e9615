package io.keyward.messaging;

import io.keyward.contracts.Event;
import io.keyward.messaging.EventJson.Reading;
import io.keyward.telemetry.LogField;
import io.keyward.telemetry.TraceParent;
import io.keyward.telemetry.Tracing;
import io.keyward.telemetry.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Stands before every consumer. What a consumer does with an event has to be idempotent; that it is done at least once, and in the order of
 * the partition, is looked after here.
 *
 * <pre>{@code
 * @Incoming("keys")
 * Uni<Void> on(ConsumerRecord<String, byte[]> record) {
 *     return guard.deliver(record, KeyEvent.class, store::project);
 * }
 * }</pre>
 */
@ApplicationScoped
public class ConsumerGuard {
    private static final Logger LOG = Logger.getLogger(ConsumerGuard.class);

    private final EventJson json;
    private final DeadLetters deadLetters;
    private final ConsumerMetrics metrics;
    private final Tracing tracing;
    private final Vertx vertx;

    ConsumerGuard(EventJson json, DeadLetters deadLetters, ConsumerMetrics metrics, Tracing tracing, Vertx vertx) {
        this.json = json;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.tracing = tracing;
        this.vertx = vertx;
    }

    /**
     * Delivers one record to {@code handler}, and completes when the record may be acknowledged: when the handler succeeded; when the
     * message is of a type we do not know yet, which is counted; or when it is no event at all and lies in the topic's dead letters.
     * It never fails: a handler, or a broker that should take the dead letter, is tried again with growing pauses and without end.
     *
     * @param type the sealed interface of the topic
     * @param handler records the event; it is called on the consumer's context each time
     */
    public <E extends Event> Uni<Void> deliver(
            ConsumerRecord<String, byte[]> record, Class<E> type, Function<E, Uni<Void>> handler) {
        return Uni.createFrom().deferred(() -> {
            metrics.begin(record);
            Optional<Consumer<Boolean>> end = begin(record);
            return handle(record, json.read(record.value(), type), handler)
                    .onTermination()
                    .invoke(() -> {
                        metrics.end(record);
                        end.ifPresent(told -> told.accept(false));
                    });
        });
    }

    /** From here on the work is about this event, and a step of its trace. */
    private Optional<Consumer<Boolean>> begin(ConsumerRecord<?, ?> record) {
        header(record, "ce_id").ifPresent(id -> Work.isAbout(LogField.EVENT_ID, id));
        header(record, "ce_subject").ifPresent(subject -> Work.isAbout(LogField.SUBJECT, subject));
        return tracing.handling(
                record.topic(), header(record, "ce_type").orElse("?"), header(record, TraceParent.HEADER));
    }

    private static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private <E extends Event> Uni<Void> handle(
            ConsumerRecord<String, byte[]> record, Reading<E> reading, Function<E, Uni<Void>> handler) {
        return switch (reading) {
            case Reading.Known<E>(E event) -> untilItSucceeds(record, () -> handler.apply(event));
            case Reading.Unrecognized<E>() -> skip(record);
            case Reading.Malformed<E>(String reason) -> bury(record, reason);
        };
    }

    private Uni<Void> skip(ConsumerRecord<String, byte[]> record) {
        metrics.unrecognized(record.topic());
        LOG.warnf("skipped an event of an unknown type: %s", placeOf(record));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> bury(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.errorf("not an event, put aside as a dead letter: %s: %s", placeOf(record), reason);
        return untilItSucceeds(record, () -> deadLetters.send(record, reason))
                .invoke(() -> metrics.deadLettered(record.topic()));
    }

    private Uni<Void> untilItSucceeds(ConsumerRecord<String, byte[]> record, Supplier<Uni<Void>> attempt) {
        Context home = vertx.getOrCreateContext();
        AtomicInteger failures = new AtomicInteger();
        return Uni.createFrom()
                .deferred(attempt::get)
                .onFailure()
                .invoke(failure -> report(record, failures.incrementAndGet(), failure))
                .onFailure()
                .retry()
                .when(all -> all.onItem().transformToUniAndConcatenate(failure -> pause(home, failures.get())));
    }

    /** Ends on the context it began on: that is where the next attempt may open a session. */
    private Uni<Long> pause(Context home, int failures) {
        return Uni.createFrom()
                .emitter(emitter -> vertx.setTimer(
                        Backoff.millisAfter(failures), timer -> home.runOnContext(ignored -> emitter.complete(timer))));
    }

    private static void report(ConsumerRecord<?, ?> record, int failures, Throwable failure) {
        if (failures == 1) {
            LOG.warnf(failure, "handling failed, will be tried until it succeeds: %s", placeOf(record));
        } else {
            LOG.warnf("handling failed %d times: %s: %s", (Object) failures, placeOf(record), failure);
        }
    }

    private static String placeOf(ConsumerRecord<?, ?> record) {
        return "topic=%s partition=%d offset=%d".formatted(record.topic(), record.partition(), record.offset());
    }
}
