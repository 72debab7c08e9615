package io.keyward.simulator.google.control;

import io.keyward.simulator.google.iam.Roles;
import io.keyward.simulator.google.world.CryptoKey;
import io.keyward.simulator.google.world.CryptoKey.Algorithm;
import io.keyward.simulator.google.world.CryptoKey.Protection;
import io.keyward.simulator.google.world.CryptoKey.Purpose;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.KeyName;
import io.keyward.simulator.google.world.KeyRing;
import io.keyward.simulator.google.world.KeyVersion;
import io.keyward.simulator.google.world.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes keys without being asked who wants them: with a version, in a key ring that is made if there is none, for those who are to use them. */
public record KeyPlanter(GoogleWorld world) {

    private static final Duration DESTROY_AFTER = Duration.ofDays(30);

    /** Fails with IllegalArgumentException when there is such a key. */
    public CryptoKey plant(KeyName name, Purpose purpose, Protection protection, List<String> users, Instant now) {
        if (world.keys().has(name.toString())) {
            throw new IllegalArgumentException("there is a key " + name);
        }
        if (!world.rings().has(name.ring().toString())) {
            world.rings().put(name.ring().toString(), new KeyRing(name.ring(), now));
        }
        boolean symmetric = purpose == Purpose.ENCRYPT_DECRYPT;
        Algorithm algorithm =
                symmetric && protection.external() ? Algorithm.EXTERNAL_SYMMETRIC_ENCRYPTION : purpose.algorithm();
        CryptoKey key = new CryptoKey(
                name,
                new CryptoKey.Shape(purpose, algorithm, protection, DESTROY_AFTER),
                CryptoKey.Rotation.NONE,
                symmetric ? 1 : null,
                Map.of(),
                null,
                null,
                now);
        world.keep(key);
        world.keep(KeyVersion.fresh(name.version(1), now));
        world.policies()
                .put(
                        name.toString(),
                        new Policy(List.of(
                                new Policy.Binding(Roles.ENCRYPTER_DECRYPTER, users),
                                new Policy.Binding(Roles.VIEWER, users))));
        return key;
    }
}
