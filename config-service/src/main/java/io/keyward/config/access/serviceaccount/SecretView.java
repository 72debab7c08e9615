package io.keyward.config.access.serviceaccount;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.config.access.credential.Secret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A secret as it is answered.
 *
 * @param maskedSecretValue its end, by which its owner tells it from another one
 * @param secret the whole of it, in the answer that makes it alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SecretView(
        Instant createdAt,
        Instant expiresAt,
        String id,
        String maskedSecretValue,
        @Nullable String secret) {

    static SecretView of(Secret kept) {
        return of(kept, null);
    }

    static SecretView of(NewSecret made) {
        return of(made.kept(), made.clear());
    }

    private static SecretView of(Secret kept, @Nullable String clear) {
        return new SecretView(
                kept.createdAt().truncatedTo(ChronoUnit.SECONDS),
                kept.expiresAt().truncatedTo(ChronoUnit.SECONDS),
                kept.id(),
                "mdb_sa_sk_****" + kept.tail(),
                clear);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SecretView[" + id + "]";
    }
}
