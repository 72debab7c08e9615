package io.keyward.e2e.stage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** The identity provider of whoever operates the installation: it is asked for its keys, and gives out tokens. */
public final class OperatorIssuer implements AutoCloseable {
    private static final String AUDIENCE = "keyward";
    private static final String CLAIM = "groups";
    private static final String OPERATORS = "keyward-operators";
    private static final float MINUTES = 10;
    private static final int KEY_BITS = 2048;

    private final RsaJsonWebKey key;
    private final HttpServer server;

    private OperatorIssuer(RsaJsonWebKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    static OperatorIssuer start() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(KEY_BITS);
            key.setKeyId("operators-1");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            key.setUse("sig");
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            OperatorIssuer issuer = new OperatorIssuer(key, server);
            server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, issuer.discovery()));
            server.createContext("/keys", exchange -> answer(exchange, "{\"keys\":[" + key.toJson() + "]}"));
            server.start();
            return issuer;
        } catch (JoseException e) {
            throw new IllegalStateException("no key for the issuer", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the services have to be told to believe it. */
    Map<String, String> settings() {
        String prefix = "keyward.access.operators.";
        return Map.of(
                prefix + "issuer",
                url(),
                prefix + "audience",
                AUDIENCE,
                prefix + "claim",
                CLAIM,
                prefix + "value",
                OPERATORS,
                "keyward.insecure.allow-plain-sign-in",
                "true");
    }

    /** A token of one of the operators. */
    public String token() {
        return token(List.of("staff", OPERATORS));
    }

    /** A token of somebody whom the issuer knows to be in these groups. */
    public String token(List<String> groups) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(url());
        claims.setAudience(AUDIENCE);
        claims.setSubject("operator@keyward.example");
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(MINUTES);
        claims.setStringListClaim(CLAIM, groups);
        JsonWebSignature signed = new JsonWebSignature();
        signed.setPayload(claims.toJson());
        signed.setKey(key.getPrivateKey());
        signed.setKeyIdHeaderValue(key.getKeyId());
        signed.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return signed.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the issuer cannot sign", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String discovery() {
        return "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\"}".formatted(url());
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
