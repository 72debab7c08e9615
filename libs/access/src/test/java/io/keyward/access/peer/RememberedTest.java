package io.keyward.access.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.MutableClock;
import io.keyward.testkit.Rule;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is remembered, for how long, and what never. */
class RememberedTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Remembered<String> memory = new Remembered<>(Duration.ofSeconds(30), clock);

    @Test
    @Rule("A7")
    void anAnswerIsBelievedFromTheMomentItWasAskedFor() {
        // Given
        Question question = new Question("key");
        clock.advance(Duration.ofSeconds(2));
        question.answer("value");

        // Then
        clock.advance(Duration.ofSeconds(27));
        assertThat(memory.find("key")).contains("value");
        clock.advance(Duration.ofSeconds(1));
        assertThat(memory.find("key")).isEmpty();
    }

    @Test
    void thatThereIsNoneIsNotRememberedAndForgetsTheOne() {
        new Question("key").answer("value");

        new Question("key").answer(null);

        assertThat(memory.find("key")).isEmpty();
    }

    @Test
    void whatFitsIsForgottenAndNothingElse() {
        new Question("a").answer("x");
        new Question("b").answer("x");
        new Question("c").answer("y");

        memory.forget((key, value) -> value.equals("x"));

        assertThat(memory.find("a")).isEmpty();
        assertThat(memory.find("b")).isEmpty();
        assertThat(memory.find("c")).contains("y");
    }

    @Test
    void anAnswerThatWasAskedForBeforeTheWordCameIsNotRemembered() {
        // Given
        Question before = new Question("key");

        // When
        memory.forget((key, value) -> false);
        before.answer("stale");

        // Then
        assertThat(before.received()).contains("stale");
        assertThat(memory.find("key")).isEmpty();
    }

    @Test
    void oneThatWasAskedForAfterwardsIs() {
        memory.forget((key, value) -> true);

        new Question("key").answer("fresh");

        assertThat(memory.find("key")).contains("fresh");
    }

    @Test
    void whenItIsFullTheOldMakesRoomAndTheNewIsNotRemembered() {
        for (int i = 0; i < 10_000; i++) {
            new Question("key" + i).answer("value");
        }
        new Question("late").answer("value");
        assertThat(memory.find("late")).isEmpty();
        assertThat(memory.find("key9999")).isPresent();

        clock.advance(Duration.ofSeconds(30));
        new Question("late").answer("value");

        assertThat(memory.find("late")).isPresent();
    }

    /** A question that is under way until it is answered. */
    private final class Question {
        private final CompletableFuture<Optional<String>> open = new CompletableFuture<>();
        private final AtomicReference<Optional<String>> received = new AtomicReference<>();

        Question(String key) {
            memory.ask(key, () -> Uni.createFrom().completionStage(open))
                    .subscribe()
                    .with(received::set);
        }

        void answer(String value) {
            open.complete(Optional.ofNullable(value));
        }

        Optional<String> received() {
            return received.get();
        }
    }
}
