package io.keyward.local.chaos.validation.world;

import io.keyward.local.client.DigestClient.Reply;
import io.keyward.local.client.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Asks until there is an answer. */
final class Insistence {
    private static final Set<Integer> UNREACHABLE = Set.of(502, 503, 504);
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Insistence() {}

    /**
     * Calls the API until it answers.
     *
     * @throws IllegalStateException when it does not within minutes
     */
    static Reply onReply(Supplier<Reply> call) {
        return until(() -> Optional.of(call.get()).filter(reply -> !UNREACHABLE.contains(reply.status())));
    }

    /** The same, with how often it was asked. */
    static Insisted countingOnReply(Supplier<Reply> call) {
        AtomicInteger attempts = new AtomicInteger();
        Reply reply = onReply(() -> {
            attempts.incrementAndGet();
            return call.get();
        });
        return new Insisted(reply, attempts.get() > 1);
    }

    /**
     * An answer.
     *
     * @param again whether an earlier attempt got none, and may have been carried out nevertheless
     */
    record Insisted(Reply reply, boolean again) {}

    /**
     * Does something in the cloud until that acknowledges it.
     *
     * @throws IllegalStateException when it does not within minutes
     */
    static void onDeed(Runnable deed) {
        until(() -> {
            deed.run();
            return Optional.of(true);
        });
    }

    private static <T> T until(Supplier<Optional<T>> call) {
        return Patience.look(LIMIT, PAUSE, () -> once(call), Optional::isPresent)
                .orElseThrow(() -> new IllegalStateException("no answer within " + LIMIT.toMinutes() + " minutes"));
    }

    private static <T> Optional<T> once(Supplier<Optional<T>> call) {
        try {
            return call.get();
        } catch (IllegalStateException | SdkException notYet) {
            return Optional.empty();
        }
    }
}
