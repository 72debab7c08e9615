package io.keyward.access.digest;

import io.keyward.access.ApiKey;
import io.keyward.access.ApiKeyDirectory;
import io.keyward.access.Ha1;
import io.keyward.access.digest.DigestOutcome.Accepted;
import io.keyward.access.digest.DigestOutcome.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** Recognises the holder of an API key by HTTP Digest. */
@ApplicationScoped
public class DigestAuthenticator {
    private static final int MIN_SECRET = 16;
    /** Stands in for the hash of a key that does not exist, so that finding out takes as long as being wrong. */
    private static final String NOBODY = "0".repeat(32);

    private final ApiKeyDirectory keys;
    private final Nonces nonces;
    private final UsedNonces used;

    @Inject
    DigestAuthenticator(ApiKeyDirectory keys, DigestConfig config) {
        this(keys, config, Clock.systemUTC());
    }

    DigestAuthenticator(ApiKeyDirectory keys, DigestConfig config, Clock clock) {
        this.keys = keys;
        this.nonces = new Nonces(secret(config), config.nonceLife(), clock);
        this.used = new UsedNonces(config.nonceLife().multipliedBy(2), clock);
    }

    /**
     * Fails only when it cannot be found out.
     *
     * @param authorization the header as it came
     * @param target the request line's target as it came, query included
     */
    public Uni<DigestOutcome> authenticate(String authorization, String method, String target) {
        return DigestCredentials.parse(authorization)
                .filter(credentials -> credentials.isFor(target))
                .map(credentials -> authenticate(credentials, method))
                .orElseGet(() -> Uni.createFrom().item(new Refused(false)));
    }

    /** The value of {@code WWW-Authenticate}. Clients depend on its exact form: the order, the blanks, and that there is only this one. */
    public String challenge(boolean stale) {
        return "Digest realm=\"" + Ha1.REALM + "\", domain=\"\", nonce=\"" + nonces.next()
                + "\", algorithm=MD5, qop=\"auth\", stale=" + stale;
    }

    private Uni<DigestOutcome> authenticate(DigestCredentials credentials, String method) {
        Nonces.Standing nonce = nonces.standingOf(credentials.nonce());
        if (nonce == Nonces.Standing.FOREIGN) {
            return Uni.createFrom().item(new Refused(false));
        }
        return keys.find(credentials.username()).map(found -> judge(credentials, method, nonce, found));
    }

    private DigestOutcome judge(
            DigestCredentials credentials, String method, Nonces.Standing nonce, Optional<ApiKey> found) {
        String ha1 = found.map(ApiKey::ha1).orElse(NOBODY);
        boolean right = credentials.provesKnowledgeOf(ha1, method);
        if (!right || found.isEmpty()) {
            return new Refused(false);
        }
        boolean usable = nonce == Nonces.Standing.GOOD && used.isFirst(credentials.use());
        return usable ? new Accepted(found.get()) : new Refused(true);
    }

    private static byte[] secret(DigestConfig config) {
        String secret = config.nonceSecret().orElse(null);
        if (secret == null) {
            return Nonces.randomSecret();
        }
        if (secret.length() < MIN_SECRET) {
            throw new IllegalStateException("keyward.access.nonce-secret needs at least 16 characters.");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }
}
