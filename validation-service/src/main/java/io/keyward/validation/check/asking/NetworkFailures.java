package io.keyward.validation.check.asking;

import io.keyward.validation.check.asking.Failure.Kind;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What it means when a request to a cloud got no reply. */
public final class NetworkFailures {
    private NetworkFailures() {}

    /** Classes what a request without a reply failed with. The innermost cause tells what happened. */
    public static Failure classify(Throwable thrown) {
        Throwable root = causes(thrown).reduce((outer, inner) -> inner).orElse(thrown);
        return new Failure(kind(thrown), root.getClass().getSimpleName(), root.getMessage(), null);
    }

    private static Kind kind(Throwable thrown) {
        if (causes(thrown).anyMatch(SSLException.class::isInstance)) {
            return Kind.UNTRUSTED_PEER;
        }
        if (causes(thrown).anyMatch(cause -> cause instanceof TimeoutException || isNamed(cause, "Timeout"))) {
            return Kind.TIMED_OUT;
        }
        return causes(thrown).anyMatch(cause -> cause instanceof IOException || isNamed(cause, "Closed"))
                ? Kind.UNREACHABLE
                : Kind.UNKNOWN;
    }

    /** The HTTP client has exceptions of its own for these, which are no IOExceptions. */
    private static boolean isNamed(Throwable cause, String part) {
        return cause.getClass().getSimpleName().contains(part);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
