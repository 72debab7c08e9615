package io.keyward.config.access.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When which key signs, and how long it is published:
 *
 * <pre>
 *   made          signs           the next one signs      its last token has expired
 *    ├── lead ──────┼──── life ─────────┼──── token's life ───────┤
 *    └───────────────────── published ────────────────────────────┘
 * </pre>
 *
 * Whoever verifies remembers the published keys for a while; the lead is longer than that.
 */
final class SigningKeyRules {
    /** How long a key is published before it signs. */
    static final Duration LEAD = Duration.ofMinutes(10);

    /** How long a key is published after its last token was to expire: clocks differ, and a signer may be slow. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final Comparator<KeptKey> BY_TURN =
            Comparator.comparing(KeptKey::signsFrom).thenComparing(KeptKey::id);

    private SigningKeyRules() {}

    /** The key that signs at this moment; empty when there is none yet. */
    static Optional<KeptKey> current(List<KeptKey> keys, Instant now) {
        return keys.stream().filter(key -> !key.signsFrom().isAfter(now)).max(BY_TURN);
    }

    /** Whether another key has to be made: there is none, or the last one comes to the end of its life. */
    static boolean needsNext(List<KeptKey> keys, Instant now, Duration life) {
        return keys.stream()
                .max(BY_TURN)
                .map(last -> !now.isBefore(last.signsFrom().plus(life).minus(LEAD)))
                .orElse(true);
    }

    /** From when a key that is made now signs: the first one at once, as nobody remembers anything; others once they are known. */
    static Instant nextSignsFrom(List<KeptKey> keys, Instant now) {
        return keys.isEmpty() ? now : now.plus(LEAD);
    }

    /** Those that can have signed no token that is still good. */
    static List<KeptKey> over(List<KeptKey> keys, Instant now, Duration tokenLife) {
        return keys.stream()
                .filter(key -> successor(key, keys)
                        .map(next ->
                                now.isAfter(next.signsFrom().plus(tokenLife).plus(GRACE)))
                        .orElse(false))
                .toList();
    }

    private static Optional<KeptKey> successor(KeptKey key, List<KeptKey> keys) {
        return keys.stream().filter(other -> BY_TURN.compare(other, key) > 0).min(BY_TURN);
    }
}
