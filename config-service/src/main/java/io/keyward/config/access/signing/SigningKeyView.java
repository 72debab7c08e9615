package io.keyward.config.access.signing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A signing key as operators see it.
 *
 * @param id its {@code kid}
 * @param signsFrom when it signs, or since when it did
 * @param state {@code NEXT}, {@code CURRENT}, or {@code FORMER} while tokens of it may be about
 */
record SigningKeyView(Instant createdAt, String id, Instant signsFrom, String state) {

    static SigningKeyView of(KeptKey key, KeptKey current) {
        return new SigningKeyView(
                key.createdAt().truncatedTo(ChronoUnit.SECONDS),
                key.id(),
                key.signsFrom().truncatedTo(ChronoUnit.SECONDS),
                state(key, current));
    }

    private static String state(KeptKey key, KeptKey current) {
        if (key.id().equals(current.id())) {
            return "CURRENT";
        }
        return key.signsFrom().isAfter(current.signsFrom()) ? "NEXT" : "FORMER";
    }
}
