package io.keyward.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Where operators sign in: an OpenID provider as far as one is asked for its keys. */
final class OpenIdFake {
    private static final String AUDIENCE = "keyward-operators";
    private static final int OK = 200;

    private final String issuer;
    private final EllipticCurveJsonWebKey key;

    /** Answers below {@code /oidc} of a server that listens at {@code url}. */
    OpenIdFake(HttpServer server, String url) {
        this.issuer = url + "/oidc";
        try {
            this.key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
        key.setKeyId("operators");
        String discovery = "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(issuer, issuer);
        server.createContext("/oidc/.well-known/openid-configuration", exchange -> answer(exchange, discovery));
        server.createContext("/oidc/keys", exchange -> answer(exchange, new JsonWebKeySet(key).toJson()));
    }

    Map<String, String> configuration() {
        return Map.of(
                "keyward.access.operators.issuer",
                issuer,
                "keyward.access.operators.audience",
                AUDIENCE,
                "keyward.access.operators.claim",
                "groups",
                "keyward.access.operators.value",
                "operators");
    }

    String token() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(AUDIENCE);
        claims.setSubject("ada");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setStringListClaim("groups", "operators");
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
