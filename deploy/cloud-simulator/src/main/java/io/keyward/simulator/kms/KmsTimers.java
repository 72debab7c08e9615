package io.keyward.simulator.kms;

import io.keyward.simulator.kms.key.KeyMetadata;
import io.keyward.simulator.world.KeyMaterial;
import io.keyward.simulator.world.KmsKey;
import io.keyward.simulator.world.World;
import java.time.Duration;
import java.time.Instant;

/**
 * What happens to keys by time alone: deletions come due, imported material expires, primaries that waited for their replicas start their own window, and
 * material rotates by itself. Looked at before a request, but not at every one.
 */
public final class KmsTimers {

    private final World world;
    private Instant quietUntil = Instant.MIN;
    private long seen = -1;

    public KmsTimers(World world) {
        this.world = world;
    }

    /** Brings keys up to the given time. Costs nothing until something changed or comes due. */
    public void settle(Instant now) {
        if (seen == world.revision() && now.isBefore(quietUntil)) {
            return;
        }
        quietUntil = Instant.MAX;
        for (KmsKey key : world.keys().all()) {
            settle(key, now);
        }
        seen = world.revision();
    }

    private void settle(KmsKey key, Instant now) {
        if (key.imported()) {
            expire(key, now);
        }
        Instant deletion = key.status().deletionDate();
        Instant rotation = key.rotation().next();
        Integer window = key.status().windowDays();
        if (deletion != null && !due(deletion, now)) {
            return;
        }
        if (deletion != null) {
            delete(key, now);
        } else if (window != null && !KeyMetadata.hasReplicas(key, world)) {
            world.keep(key.with(KeyLifecycle.pendingDeletion(now, window)));
        } else if (rotation != null && key.status().state() == KmsKey.State.Enabled && due(rotation, now)) {
            rotate(key, rotation);
        }
    }

    private void expire(KmsKey key, Instant now) {
        String name = key.arn().materialName();
        boolean expired = world.materials()
                .find(name)
                .map(KeyMaterial::validTo)
                .filter(validTo -> due(validTo, now))
                .isPresent();
        if (expired) {
            world.materials().change(name, KeyMaterial::taken);
            KeyMetadata.family(key, world).stream()
                    .filter(member -> member.status().windowDays() == null)
                    .forEach(member -> world.keep(member.with(KmsKey.Status.of(KmsKey.State.PendingImport))));
        }
    }

    private void delete(KmsKey key, Instant now) {
        world.keys().remove(key.arn().toString());
        if (KeyMetadata.family(key, world).isEmpty()) {
            world.materials().remove(key.arn().materialName());
        }
        world.aliases().all().stream()
                .filter(alias -> alias.target().equals(key.arn()))
                .forEach(alias -> world.aliases().remove(alias.arn()));
        KeyMetadata.family(key, world).forEach(member -> settle(member, now));
    }

    private void rotate(KmsKey key, Instant when) {
        String name = key.arn().materialName();
        Integer days = key.rotation().periodDays();
        if (days != null && world.materials().has(name)) {
            world.materials().change(name, (KeyMaterial material) -> material.rotated(when, "AUTOMATIC"));
            KmsKey.Rotation next = new KmsKey.Rotation(days, when.plus(Duration.ofDays(days)));
            world.keep(key.with(next));
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
