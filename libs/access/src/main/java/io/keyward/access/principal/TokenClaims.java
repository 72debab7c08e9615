package io.keyward.access.principal;

import java.time.Instant;

/**
 * What a token says of itself.
 *
 * @param tokenId {@code jti}: an object id, by which the token can be revoked
 * @param clientId {@code sub}: the client id of the service account that it was made for
 * @param issuedAt {@code iat}, in whole seconds
 * @param expiresAt {@code exp}, in whole seconds; worthless from this moment on
 */
public record TokenClaims(String tokenId, String clientId, Instant issuedAt, Instant expiresAt) {}
