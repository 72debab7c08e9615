package io.keyward.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

@Rule("P3")
class ChannelWatchTest {
    private final ChannelWatch watch = new ChannelWatch();
    private final UnicastProcessor<Message<?>> broker = UnicastProcessor.create();

    @Test
    void aChannelThatDeliversHasNotEnded() {
        // Given
        consume(watch.decorate(broker, List.of("keys"), true));

        // When
        broker.onNext(Message.of("event"));

        // Then
        assertThat(watch.ended()).isEmpty();
    }

    @Test
    void aChannelEndsWhenReadingFails() {
        // Given
        consume(watch.decorate(broker, List.of("keys"), true));

        // When
        broker.onError(new IllegalStateException("unreadable"));

        // Then
        assertThat(watch.ended()).containsExactly("keys");
    }

    @Test
    void aChannelEndsWhenThereIsNothingMore() {
        // Given
        consume(watch.decorate(broker, List.of("keys"), true));

        // When
        broker.onComplete();

        // Then
        assertThat(watch.ended()).containsExactly("keys");
    }

    @Test
    void aChannelEndsWhenItsConsumerTurnsAway() {
        // Given
        Cancellable consumer = consume(watch.decorate(broker, List.of("keys"), true));

        // When
        consumer.cancel();

        // Then
        assertThat(watch.ended()).containsExactly("keys");
    }

    @Test
    void atTheEndOfTheServiceAndInsideItStreamsMayEnd() {
        // Given
        consume(watch.decorate(Multi.createFrom().empty(), List.of("inside"), false));
        Cancellable consumer = consume(watch.decorate(broker, List.of("keys"), true));
        watch.stop(new ShutdownEvent());

        // When
        consumer.cancel();

        // Then
        assertThat(watch.ended()).isEmpty();
    }

    private static Cancellable consume(Multi<? extends Message<?>> messages) {
        return messages.subscribe().with(message -> {}, failure -> {});
    }
}
