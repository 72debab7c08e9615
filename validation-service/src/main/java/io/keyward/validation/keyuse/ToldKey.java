package io.keyward.validation.keyuse;

import io.keyward.contracts.KeyEvent;
import io.keyward.contracts.KeyEvent.KeyFacts;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.verdict.Standing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How a key stands, as {@code keyward.keys} tells it. */
public final class ToldKey {
    private ToldKey() {}

    /**
     * @param checkedAt the check that it rests on
     * @param life null when nothing is known of it
     */
    public static KeyFacts facts(KeyUse use, Standing standing, Instant checkedAt, @Nullable KeyLife life) {
        return new KeyFacts(
                use.groupId(),
                use.provider(),
                use.key(),
                use.region(),
                standing.verdict().spelling(),
                standing.verdict().since(),
                checkedAt,
                standing.unverifiedSince(),
                standing.heldSince(),
                told(life));
    }

    private static KeyEvent.@Nullable KeyLife told(@Nullable KeyLife life) {
        if (life == null) {
            return null;
        }
        var end = life.end();
        var source = life.rotationSource();
        return new KeyEvent.KeyLife(
                told(life.endsAt()),
                end == null ? null : end.name(),
                told(life.rotatedAt()),
                source == null ? null : source.name(),
                told(life.nextRotationAt()));
    }

    private static @Nullable Instant told(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS);
    }
}
