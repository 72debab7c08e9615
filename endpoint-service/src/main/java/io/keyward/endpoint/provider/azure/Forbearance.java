package io.keyward.endpoint.provider.azure;

import io.keyward.endpoint.provider.azure.AzureEndpointFailures.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Until when Azure wants not to be asked: a limit counts for the whole subscription, and asking on only makes it last. Safe to use from several threads. */
final class Forbearance {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final AtomicReference<@Nullable Pause> last = new AtomicReference<>();

    private record Pause(Instant until, Failure why) {}

    /** Why it is not to be asked now; empty when it is. */
    Optional<Failure> reason(Instant now) {
        return Optional.ofNullable(last.get())
                .filter(pause -> now.isBefore(pause.until()))
                .map(Pause::why);
    }

    /** Takes note that Azure wants to be left alone for so long; longer than a few minutes is not believed. */
    void ask(Duration length, Failure why, Instant now) {
        var pause = new Pause(now.plus(length.compareTo(LONGEST) > 0 ? LONGEST : length), why);
        last.updateAndGet(known -> known != null && known.until().isAfter(pause.until()) ? known : pause);
    }
}
