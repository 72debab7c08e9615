package io.keyward.config.access.signing;

import io.keyward.access.principal.TokenClaims;
import io.keyward.access.token.SigningKey;
import io.keyward.access.token.TokenConfig;
import io.keyward.access.token.TokenKeys;
import io.keyward.access.token.TokenSigner;
import io.keyward.access.token.TokenVerifier;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Signs tokens and publishes what they are verified with. Keys are looked after whenever somebody asks for them: whoever verifies does so
 * every few minutes, so that the next key is there in time.
 */
@ApplicationScoped
public class SigningKeys implements TokenKeys {
    /** How long a token is good. */
    public static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private final SigningKeyStore store;
    private final SigningConfig config;
    private final TokenConfig tokens;
    private final Clock clock;

    SigningKeys(SigningKeyStore store, SigningConfig config, TokenConfig tokens, Clock clock) {
        this.store = store;
        this.config = config;
        this.tokens = tokens;
        this.clock = clock;
        if (config.signingKeyLife().compareTo(TOKEN_LIFE) < 0) {
            throw new IllegalStateException("keyward.access.signing-key-life must be at least an hour.");
        }
    }

    /** The token that says {@code claims}, in the compact form of JWS. */
    public Uni<String> sign(TokenClaims claims) {
        return kept().map(keys -> SigningKeyRules.current(keys, clock.instant()).orElseThrow())
                .map(key -> new TokenSigner(key.key(), tokens.issuer()).sign(claims));
    }

    /** What a token says, if it is one of ours and good at this moment; past every memory of the keys. */
    public Uni<Optional<TokenClaims>> verify(String token) {
        return published().map(jwks -> new TokenVerifier(jwks, tokens.issuer()).verify(token, clock.instant()));
    }

    @Override
    public Uni<String> published() {
        return kept().map(keys ->
                SigningKey.publish(keys.stream().map(KeptKey::key).toList()));
    }

    Uni<List<KeptKey>> kept() {
        Instant now = clock.instant();
        return store.all()
                .chain(keys -> SigningKeyRules.needsNext(keys, now, config.signingKeyLife())
                                || !SigningKeyRules.over(keys, now, TOKEN_LIFE).isEmpty()
                        ? Detached.run(() -> store.rotate(now, config.signingKeyLife(), TOKEN_LIFE))
                        : Uni.createFrom().item(keys));
    }

    /** Makes the next key before the present one has come to its end. */
    Uni<List<KeptKey>> rotate() {
        return Detached.run(() -> store.rotate(clock.instant(), Duration.ZERO, TOKEN_LIFE));
    }
}
