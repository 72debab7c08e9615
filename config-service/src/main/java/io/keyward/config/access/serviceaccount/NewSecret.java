package io.keyward.config.access.serviceaccount;

import io.keyward.atlas.ObjectIds;
import io.keyward.config.access.credential.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A secret that was just made.
 *
 * @param clear shown once, and never printed: {@code mdb_sa_sk_} and 256 random bits in URL-safe Base64
 * @param kept what is stored of it
 */
public record NewSecret(String clear, Secret kept) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "mdb_sa_sk_";
    private static final int BYTES = 32;

    static NewSecret next(Instant now, Duration life) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return of(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random), now, life);
    }

    /** One that comes from elsewhere. */
    static NewSecret of(String clear, Instant now, Duration life) {
        return new NewSecret(clear, Secret.of(ObjectIds.next(), clear, now, now.plus(life)));
    }

    @Override
    public String toString() {
        return "NewSecret[" + kept + "]";
    }
}
