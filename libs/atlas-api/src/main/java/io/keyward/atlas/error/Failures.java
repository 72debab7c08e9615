package io.keyward.atlas.error;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Finds the few failures of our own plumbing that a client can do something about: try again later, or read again and repeat. Types of
 * the database layer are known by name, because this library works without it.
 */
final class Failures {
    /** How long a client should wait when something of ours is down. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private static final int MAX_DEPTH = 20;
    private static final Set<String> OVERTAKEN = Set.of(
            "jakarta.persistence.OptimisticLockException",
            "org.hibernate.StaleStateException",
            "org.hibernate.StaleObjectStateException",
            "org.hibernate.exception.LockAcquisitionException");
    private static final Set<String> UNREACHABLE = Set.of(
            "org.hibernate.exception.JDBCConnectionException",
            "io.vertx.core.http.HttpClosedException",
            "io.vertx.core.http.ConnectionPoolTooBusyException",
            "io.vertx.sqlclient.ClosedConnectionException",
            "io.smallrye.mutiny.TimeoutException");
    /** What PostgreSQL says while it starts or stops, or when it takes no more connections; and Vert.x of a connection that is gone. */
    private static final Set<String> UNREACHABLE_WORDS = Set.of(
            "(57P01)",
            "(57P02)",
            "(57P03)",
            "(53300)",
            "Connection is closed",
            "Connection was closed",
            "Connection reset",
            "Broken pipe",
            "Connection is not active now");

    /** PostgreSQL cannot hold the character of code 0, which a path or a text in a body may well carry. */
    private static final String NUL_IN_TEXT = "(22021)";

    private Failures() {}

    /** The refusal that a failure amounts to; empty when it is simply a fault of ours. */
    static Optional<Refusal> classify(Throwable failure) {
        return causes(failure)
                .map(Failures::classifyOne)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> classifyOne(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return Optional.of(refusal);
        }
        if (is(failure, OVERTAKEN)) {
            return Optional.of(Refusal.of(ErrorCode.CONCURRENT_MODIFICATION));
        }
        if (String.valueOf(failure.getMessage()).contains(NUL_IN_TEXT)) {
            return Optional.of(Refusal.of(ErrorCode.BAD_REQUEST)
                    .withDetail("The request holds a character that cannot be stored, such as the one of code 0."));
        }
        return isUnreachable(failure)
                ? Optional.of(Refusal.of(ErrorCode.SERVICE_UNAVAILABLE).withRetryAfter(RETRY_AFTER))
                : Optional.empty();
    }

    private static boolean isUnreachable(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return failure instanceof SocketException
                || failure instanceof UnknownHostException
                || failure instanceof ClosedChannelException
                || failure instanceof TimeoutException
                || is(failure, UNREACHABLE)
                || UNREACHABLE_WORDS.stream().anyMatch(message::contains);
    }

    private static boolean is(Throwable failure, Set<String> names) {
        return Stream.<Class<?>>iterate(failure.getClass(), type -> type != null, Class::getSuperclass)
                .anyMatch(type -> names.contains(type.getName()));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MAX_DEPTH);
    }
}
