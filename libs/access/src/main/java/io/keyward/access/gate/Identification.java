package io.keyward.access.gate;

import io.keyward.access.digest.DigestAuthenticator;
import io.keyward.access.digest.DigestOutcome;
import io.keyward.access.gate.NotAuthenticated.Way;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Principals;
import io.keyward.access.token.BearerAuthenticator;
import io.keyward.access.token.BearerOutcome;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out who sent a request, by whichever credential it carries. */
@Singleton
class Identification {
    private static final Pattern BEARER = Pattern.compile("Bearer(?: +(.*))?", Pattern.CASE_INSENSITIVE);

    private final DigestAuthenticator digest;
    private final BearerAuthenticator bearer;
    private final Principals principals;

    Identification(DigestAuthenticator digest, BearerAuthenticator bearer, Principals principals) {
        this.digest = digest;
        this.bearer = bearer;
        this.principals = principals;
    }

    /** Fails with {@link NotAuthenticated} when nobody we know did, and otherwise only when it cannot be found out. */
    Uni<Proof> of(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return Uni.createFrom().failure(new NotAuthenticated(Way.DIGEST));
        }
        Matcher token = BEARER.matcher(authorization);
        return token.matches()
                ? byToken(Optional.ofNullable(token.group(1)).orElse(""))
                : byDigest(authorization, request);
    }

    private Uni<Proof> byDigest(String authorization, HttpServerRequest request) {
        return digest.authenticate(authorization, request.method().name(), request.uri())
                .map(outcome -> switch (outcome) {
                    case DigestOutcome.Accepted(ApiKey key) -> proof(key);
                    case DigestOutcome.Refused(boolean stale) ->
                        throw new NotAuthenticated(stale ? Way.STALE_DIGEST : Way.DIGEST);
                });
    }

    private Proof proof(ApiKey key) {
        return new Proof(
                key.principal(),
                () -> principals.refreshedApiKey(key.publicKey()).map(fresh -> fresh.map(ApiKey::principal)));
    }

    private Uni<Proof> byToken(String token) {
        return bearer.authenticate(token).map(outcome -> switch (outcome) {
            case BearerOutcome.Account account ->
                new Proof(account.principal(), () -> principals.refreshedToken(account.claims()));
            case BearerOutcome.Operator operator ->
                new Proof(operator.principal(), () -> Uni.createFrom().item(Optional.of(operator.principal())));
            case BearerOutcome.Refused refused -> throw new NotAuthenticated(Way.TOKEN);
        });
    }
}
