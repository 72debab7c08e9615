package io.keyward.access.token;

import io.keyward.access.principal.Principal;
import io.keyward.access.principal.Principals;
import io.keyward.access.principal.TokenClaims;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jspecify.annotations.Nullable;

/** Recognises the holder of a token: a service account by one of ours, an operator by one of their OpenID provider. */
@ApplicationScoped
public class BearerAuthenticator {
    private final Principals principals;
    private final String ownIssuer;
    private final PublishedKeys accountKeys;
    private final @Nullable OperatorDoor operators;

    @Inject
    BearerAuthenticator(Principals principals, TokenKeys keys, TokenConfig config, Vertx vertx) {
        this(principals, keys, config, vertx, Clock.systemUTC());
    }

    BearerAuthenticator(Principals principals, TokenKeys keys, TokenConfig config, Vertx vertx, Clock clock) {
        this.principals = principals;
        this.ownIssuer = config.issuer();
        this.accountKeys = new PublishedKeys(keys::published, jwks -> TokenVerifier.reader(jwks, ownIssuer), clock);
        this.operators = config.operators()
                .map(marks -> OperatorDoor.of(marks, new OpenIdProvider(vertx, marks.issuer()), clock))
                .orElse(null);
    }

    /**
     * Fails only when it cannot be found out.
     *
     * @param token in the compact form of JWS
     */
    public Uni<BearerOutcome> authenticate(String token) {
        Optional<String> issuer = JwtReader.issuerOf(token);
        OperatorDoor door = operators;
        if (door != null && issuer.filter(door.issuer()::equals).isPresent()) {
            return door.enter(token);
        }
        return issuer.filter(ownIssuer::equals).isPresent()
                ? account(token)
                : Uni.createFrom().item(new BearerOutcome.Refused());
    }

    private Uni<BearerOutcome> account(String token) {
        return accountKeys.read(token).chain(good -> good.flatMap(TokenVerifier::claimsOf)
                .map(claims -> principals.token(claims).map(found -> outcome(found, claims)))
                .orElseGet(() -> Uni.createFrom().item(new BearerOutcome.Refused())));
    }

    private static BearerOutcome outcome(Optional<Principal> account, TokenClaims claims) {
        return account.<BearerOutcome>map(principal -> new BearerOutcome.Account(principal, claims))
                .orElseGet(BearerOutcome.Refused::new);
    }

    /** Where operators come in, if there are any. */
    private record OperatorDoor(String issuer, PublishedKeys keys, Operators operators) {

        static OperatorDoor of(TokenConfig.Operators marks, OpenIdProvider provider, Clock clock) {
            PublishedKeys keys = new PublishedKeys(
                    provider::jwks,
                    jwks -> new JwtReader(
                            jwks,
                            marks.issuer(),
                            marks.audience(),
                            AlgorithmIdentifiers.RSA_USING_SHA256,
                            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256),
                    clock);
            return new OperatorDoor(marks.issuer(), keys, new Operators(marks));
        }

        Uni<BearerOutcome> enter(String token) {
            return keys.read(token).map(good -> good.flatMap(operators::principal)
                    .<BearerOutcome>map(BearerOutcome.Operator::new)
                    .orElseGet(BearerOutcome.Refused::new));
        }
    }
}
