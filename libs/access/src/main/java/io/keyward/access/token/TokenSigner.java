package io.keyward.access.token;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtPublicKeySign;
import com.google.crypto.tink.jwt.RawJwt;
import io.keyward.access.principal.TokenClaims;
import java.security.GeneralSecurityException;

/** Writes tokens, for whoever holds a {@link SigningKey}. {@link TokenVerifier} reads them. */
public final class TokenSigner {
    /** Whom every token is for. */
    public static final String AUDIENCE = "keyward-api";

    private final JwtPublicKeySign signature;
    private final String issuer;

    /** @param issuer who signs, as {@code keyward.access.issuer} says it everywhere */
    public TokenSigner(SigningKey key, String issuer) {
        this.signature = primitive(key);
        this.issuer = issuer;
    }

    /** The token that says {@code claims}, in the compact form of JWS. */
    public String sign(TokenClaims claims) {
        RawJwt token = RawJwt.newBuilder()
                .setTypeHeader("JWT")
                .setIssuer(issuer)
                .addAudience(AUDIENCE)
                .setSubject(claims.clientId())
                .setJwtId(claims.tokenId())
                .setIssuedAt(claims.issuedAt())
                .setExpiration(claims.expiresAt())
                .build();
        try {
            return signature.signAndEncode(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A signing key signs.", e);
        }
    }

    private static JwtPublicKeySign primitive(SigningKey key) {
        try {
            return key.keyset().getPrimitive(RegistryConfiguration.get(), JwtPublicKeySign.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A signing key signs.", e);
        }
    }
}
