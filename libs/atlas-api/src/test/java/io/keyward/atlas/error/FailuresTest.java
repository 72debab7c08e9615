package io.keyward.atlas.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    static Stream<Throwable> unreachable() {
        return Stream.of(
                new ConnectException("refused"),
                new SocketException("Connection reset"),
                new IOException("Broken pipe"),
                new UnknownHostException("db"),
                new ClosedChannelException(),
                new TimeoutException(),
                new io.smallrye.mutiny.TimeoutException(),
                new RuntimeException("FATAL: terminating connection due to administrator command (57P01)"),
                new RuntimeException("Connection is closed"));
    }

    @ParameterizedTest
    @MethodSource
    void unreachable(Throwable failure) {
        assertThat(Failures.classify(new CompletionException(new IllegalStateException(failure))))
                .hasValueSatisfying(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
                    assertThat(refusal.retryAfter()).isPresent();
                });
    }

    @Test
    void overtaken() {
        assertThat(Failures.classify(new CompletionException(new OptimisticLockException("row"))))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.CONCURRENT_MODIFICATION));
    }

    @Test
    void aTextThatTheDatabaseCannotHoldIsTheClients() {
        var failure = new RuntimeException("ERROR: invalid byte sequence for encoding \"UTF8\": 0x00 (22021)");

        assertThat(Failures.classify(new CompletionException(failure)))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST));
    }

    @Test
    void aRefusalInsideStaysWhatItIs() {
        Refusal refusal = Refusal.of(ErrorCode.GROUP_NOT_FOUND, "x");

        assertThat(Failures.classify(new CompletionException(refusal))).containsSame(refusal);
    }

    @Test
    void anythingElseIsAFault() {
        assertThat(Failures.classify(new IllegalStateException("bug"))).isEmpty();
        assertThat(Failures.classify(new NullPointerException())).isEmpty();
    }
}
