package io.keyward.clouds.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedCallsTest {
    private final List<CompletableFuture<String>> calls = new ArrayList<>();
    private final SharedCalls<String, String> shared = new SharedCalls<>(key -> {
        var call = new CompletableFuture<String>();
        calls.add(call);
        return call;
    });

    @Rule("V11")
    @Test
    void whoAsksWhileACallIsUnderWaySharesTheNextOne() {
        var first = shared.next("role");
        var others = IntStream.range(0, 99).mapToObj(i -> shared.next("role")).toList();

        calls.getFirst().complete("older");

        assertThat(first).isCompletedWithValue("older");
        assertThat(others).noneMatch(SharedCallsTest::isDone);
        assertThat(calls).hasSize(2);

        calls.getLast().complete("newer");

        assertThat(others).allSatisfy(other -> assertThat(other).isCompletedWithValue("newer"));
        assertThat(calls).hasSize(2);
    }

    @Test
    void whoTakesWhatThereIsJoinsTheCallThatIsUnderWay() {
        var first = shared.next("role");
        var joined = shared.join("role");

        calls.getFirst().complete("session");

        assertThat(List.of(first, joined)).allSatisfy(asked -> assertThat(asked).isCompletedWithValue("session"));
        assertThat(calls).hasSize(1);
    }

    @Test
    void otherQuestionsAreOtherCalls() {
        shared.next("role");
        shared.next("another role");

        assertThat(calls).hasSize(2);
    }

    @Test
    void aFailureIsTheAnswerOfThoseWhoWaitedForItAndOfNobodyElse() {
        var first = shared.next("role");
        var second = shared.next("role");

        calls.getFirst().completeExceptionally(new IllegalStateException("denied"));
        calls.getLast().complete("session");

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedWithValue("session");
    }

    @Test
    void whoeverGivesUpTakesNothingFromTheOthers() {
        var first = shared.join("role").toCompletableFuture();
        var second = shared.join("role");

        first.cancel(true);
        calls.getFirst().complete("session");

        assertThat(second).isCompletedWithValue("session");
    }

    @Test
    void aCallThatCannotEvenBeMadeHasFailedAndLeavesNothingBehind() {
        var broken = new SharedCalls<String, String>(key -> {
            throw new IllegalStateException("no client");
        });

        assertThat(broken.next("role")).isCompletedExceptionally();
        assertThat(broken.join("role")).isCompletedExceptionally();
    }

    private static boolean isDone(CompletionStage<String> asked) {
        return asked.toCompletableFuture().isDone();
    }
}
