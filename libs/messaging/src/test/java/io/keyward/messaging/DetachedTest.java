package io.keyward.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DetachedTest {
    private final CompletableFuture<String> database = new CompletableFuture<>();
    private final List<String> done = new ArrayList<>();
    private final Uni<String> work = Uni.createFrom().completionStage(database).invoke(done::add);

    @Test
    void workGoesOnToItsEndWhenTheCallerHangsUp() {
        // Given
        var caller = Detached.run(() -> work).subscribe().with(answer -> {});

        // When
        caller.cancel();
        database.complete("committed");

        // Then
        assertThat(done).containsExactly("committed");
    }

    @Test
    void whoStaysLearnsHowItEnded() {
        // Given
        List<String> answers = new ArrayList<>();
        Detached.run(() -> work).subscribe().with(answers::add);
        Detached.run(() -> work.onItem().<String>failWith(answer -> new IllegalStateException("not " + answer)))
                .subscribe()
                .with(answers::add, failure -> answers.add(failure.getMessage()));

        // When
        database.complete("committed");

        // Then
        assertThat(answers).containsExactlyInAnyOrder("committed", "not committed");
    }
}
