package io.keyward.simulator.google.kms.key;

import io.keyward.simulator.google.iam.Permissions;
import io.keyward.simulator.google.kms.call.KmsRequest;
import io.keyward.simulator.google.world.CryptoKey;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.KeyName;
import io.keyward.simulator.google.world.KeyRing;
import io.keyward.simulator.google.world.KeyVersion;
import io.keyward.simulator.google.world.RingName;
import java.time.Instant;
import java.util.Optional;

/** Finds what a request names for those who may see it: permission first, so that nobody learns what is there. */
public record KeyAccess(GoogleWorld world, Permissions permissions) {

    public KeyRing ring(KmsRequest request, String permission) {
        RingName name = request.ring();
        permissions.require(request.caller(), permission, name);
        return world.rings().find(name.toString()).orElseThrow(() -> KeyFaults.noSuchRing(name));
    }

    public CryptoKey key(KmsRequest request, String permission) {
        KeyName name = request.key();
        permissions.require(request.caller(), permission, name);
        if (!world.rings().has(name.ring().toString())) {
            throw KeyFaults.noSuchRing(name.ring());
        }
        return world.keys().find(name.toString()).orElseThrow(() -> KeyFaults.noSuchKey(name));
    }

    /** The version that the path names. */
    public KeyVersion version(KmsRequest request, String permission) {
        return version(key(request, permission), request.path().version().orElseThrow());
    }

    /** A version by its number, as it is written. */
    public KeyVersion version(CryptoKey key, String number) {
        return Optional.of(key.name() + "/cryptoKeyVersions/" + number)
                .flatMap(world.versions()::find)
                .orElseThrow(() -> KeyFaults.noSuchVersion(key.name(), number));
    }

    /** Makes the next version of a key. */
    public KeyVersion add(CryptoKey key, Instant now) {
        int number = 1;
        while (world.versions().has(key.name().version(number).toString())) {
            number++;
        }
        KeyVersion made = KeyVersion.fresh(key.name().version(number), now);
        world.keep(made);
        return made;
    }
}
