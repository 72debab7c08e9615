package io.keyward.access.digest;

import io.keyward.access.digest.DigestOutcome.Accepted;
import io.keyward.access.digest.DigestOutcome.Refused;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.DigestAlgorithm;
import io.keyward.access.principal.Ha1;
import io.keyward.access.principal.Principals;
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
    private final Principals principals;
    private final DigestAlgorithm algorithm;
    private final Nonces nonces;
    private final UsedNonces used;

    @Inject
    DigestAuthenticator(Principals principals, DigestConfig config) {
        this(principals, config, Clock.systemUTC());
    }

    DigestAuthenticator(Principals principals, DigestConfig config, Clock clock) {
        this.principals = principals;
        this.algorithm = config.digestAlgorithm();
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
        return "Digest realm=\"" + Ha1.REALM + "\", domain=\"\", nonce=\"" + nonces.next() + "\", algorithm="
                + algorithm.title() + ", qop=\"auth\", stale=" + stale;
    }

    private Uni<DigestOutcome> authenticate(DigestCredentials credentials, String method) {
        Nonces.Standing nonce = nonces.standingOf(credentials.nonce());
        if (nonce == Nonces.Standing.FOREIGN) {
            return Uni.createFrom().item(new Refused(false));
        }
        return principals.apiKey(credentials.username()).map(found -> judge(credentials, method, nonce, found));
    }

    private DigestOutcome judge(
            DigestCredentials credentials, String method, Nonces.Standing nonce, Optional<ApiKey> found) {
        DigestAlgorithm spoken = credentials.algorithm();
        String ha1 = found.flatMap(key -> key.ha1(spoken)).orElseGet(() -> nobody(spoken));
        boolean right = credentials.provesKnowledgeOf(ha1, method);
        if (!right || found.isEmpty()) {
            return new Refused(false);
        }
        boolean usable = nonce == Nonces.Standing.GOOD && used.isFirst(credentials.use());
        return usable ? new Accepted(found.get()) : new Refused(true);
    }

    /** Stands in for the hash of a key that does not exist, so that finding out takes as long as being wrong. No text has this hash. */
    private static String nobody(DigestAlgorithm algorithm) {
        return "-".repeat(algorithm.length());
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
