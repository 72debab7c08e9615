package io.keyward.simulator.channels;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One service: what it got, and how it fails at present. Touched by the event loop alone. */
final class FakeChannel {
    private static final int MOST_KEPT = 5000;

    private final Deque<Arrival> received = new ArrayDeque<>();
    private @Nullable Fault fault;

    /** Everything that arrived, refused or not, in its order. */
    List<Arrival> received() {
        return List.copyOf(received);
    }

    void remember(Arrival arrival) {
        received.addLast(arrival);
        if (received.size() > MOST_KEPT) {
            received.removeFirst();
        }
    }

    void forget() {
        received.clear();
    }

    void fail(Fault how) {
        fault = how;
    }

    void heal() {
        fault = null;
    }

    /** How this request fails, if it does; counted. */
    Optional<Fault> strike(Arrival arrival) {
        var now = fault;
        if (now == null || !now.strikes(arrival)) {
            return Optional.empty();
        }
        fault = now.struck();
        return Optional.of(now);
    }
}
