package io.keyward.simulator.google.kms.key;

import io.keyward.simulator.google.world.CryptoKey;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.KeyVersion;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens by time alone: versions are destroyed, keys rotate. Looked at before a request, but not at every one. */
public final class KeyTimers {

    private final GoogleWorld world;
    private final KeyAccess access;
    private Instant quietUntil = Instant.MIN;
    private long seen = -1;

    public KeyTimers(GoogleWorld world, KeyAccess access) {
        this.world = world;
        this.access = access;
    }

    /** Brings keys up to the given time. Costs nothing until something changed or comes due. */
    public void settle(Instant now) {
        if (seen == world.revision() && now.isBefore(quietUntil)) {
            return;
        }
        quietUntil = Instant.MAX;
        world.versions().all().forEach(version -> destroy(version, now));
        world.keys().all().forEach(key -> rotate(key, now));
        seen = world.revision();
    }

    private void destroy(KeyVersion version, Instant now) {
        Instant when = version.destroyAt();
        if (when != null && due(when, now)) {
            world.keep(version.destroyed(when));
        }
    }

    private void rotate(CryptoKey key, Instant now) {
        Duration period = key.rotation().period();
        @Nullable Instant next = key.rotation().next();
        CryptoKey rotated = key;
        while (period != null && next != null && due(next, now)) {
            rotated = rotated.withPrimary(access.add(rotated, next).name().number());
            next = next.plus(period);
            rotated = rotated.with(new CryptoKey.Rotation(period, next));
            world.keep(rotated);
        }
    }

    private boolean due(Instant when, Instant now) {
        if (when.isAfter(now)) {
            quietUntil = when.isBefore(quietUntil) ? when : quietUntil;
            return false;
        }
        return true;
    }
}
