package io.keyward.clouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContextHopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Executor SDK = task -> Thread.ofPlatform().name("sdk").start(task);

    private Vertx vertx;

    @BeforeEach
    void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Where a unit of work was before and after it called out, and what it had put into its context. */
    private record Trace(Context before, Context after, String threadBefore, String threadAfter, Object local) {
        boolean cameHome() {
            return before == after && threadBefore.equals(threadAfter);
        }
    }

    @Test
    void givesSixtyFourParallelUnitsAContextEachAndBringsEachHome() {
        List<Uni<Trace>> units = IntStream.range(0, 64)
                .mapToObj(unit -> ContextHop.onNewContext(vertx, () -> traced(unit, succeeding())))
                .toList();

        List<Trace> traces = Uni.join().all(units).andFailFast().await().atMost(PATIENCE);

        assertThat(traces).allSatisfy(trace -> {
            assertThat(trace.cameHome()).isTrue();
            assertThat(VertxContext.isDuplicatedContext(trace.after())).isTrue();
        });
        assertThat(traces.stream().map(Trace::after).distinct()).hasSize(64);
        assertThat(traces.stream().map(Trace::local))
                .containsExactlyElementsOf(IntStream.range(0, 64).boxed().toList());
    }

    @Test
    void comesHomeOnFailureToo() {
        List<Uni<Trace>> units = IntStream.range(0, 64)
                .mapToObj(unit -> ContextHop.onNewContext(vertx, () -> traced(unit, failing())))
                .toList();

        List<Trace> traces = Uni.join().all(units).andFailFast().await().atMost(PATIENCE);

        assertThat(traces).allMatch(Trace::cameHome);
        assertThat(traces.stream().map(Trace::after).distinct()).hasSize(64);
    }

    @Test
    void returnsToTheContextThatStartedTheUnit() {
        Context caller = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        var resumedOn = new CompletableFuture<Context>();

        caller.runOnContext(ignored -> ContextHop.onNewContext(vertx, () -> traced(1, succeeding()))
                .subscribe()
                .with(trace -> resumedOn.complete(Vertx.currentContext()), resumedOn::completeExceptionally));

        assertThat(resumedOn
                        .orTimeout(10, java.util.concurrent.TimeUnit.SECONDS)
                        .join())
                .isSameAs(caller);
    }

    @Test
    void pausesAndGivesUpWithoutLosingTheContext() {
        Uni<Boolean> unit = ContextHop.onNewContext(vertx, () -> {
            Context home = Vertx.currentContext();
            return ContextHop.pause(Duration.ofMillis(5))
                    .chain(() -> ContextHop.within(
                            Duration.ofMillis(5), Uni.createFrom().nothing(), () -> "given up"))
                    .map(answer -> answer.equals("given up") && Vertx.currentContext() == home);
        });

        assertThat(unit.await().atMost(PATIENCE)).isTrue();
    }

    @Test
    void refusesToCallOutFromNowhere() {
        assertThatThrownBy(() -> ContextHop.call(() -> CompletableFuture.completedStage("x"))
                        .await()
                        .atMost(PATIENCE))
                .hasMessageContaining("not on a Vert.x context");
    }

    private static Uni<Trace> traced(int unit, Uni<String> call) {
        Context before = Vertx.currentContext();
        String thread = Thread.currentThread().getName();
        before.putLocal("unit", unit);
        return call.map(ignored -> new Trace(
                before,
                Vertx.currentContext(),
                thread,
                Thread.currentThread().getName(),
                Vertx.currentContext().getLocal("unit")));
    }

    private static Uni<String> succeeding() {
        return ContextHop.call(() -> CompletableFuture.supplyAsync(
                        () -> Thread.currentThread().getName(), SDK))
                .invoke(thread -> assertThat(thread).isEqualTo("sdk"));
    }

    private static Uni<String> failing() {
        return ContextHop.<String>call(() -> CompletableFuture.supplyAsync(
                        () -> {
                            throw new CompletionException(new IllegalStateException("as the SDK fails"));
                        },
                        SDK))
                .onFailure()
                .recoverWithItem("failed");
    }
}
