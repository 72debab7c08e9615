package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * What happened to a credential or to a token. Ids only: whoever remembers something about one of them forgets it and asks its owner again.
 * Topic {@link Topics#ACCESS}, published by config-service.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = AccessEvent.Unrecognized.class)
@JsonSubTypes({
    @Type(value = AccessEvent.CredentialCreated.class, name = "keyward.credential.created.v1"),
    @Type(value = AccessEvent.CredentialUpdated.class, name = "keyward.credential.updated.v1"),
    @Type(value = AccessEvent.CredentialDeleted.class, name = "keyward.credential.deleted.v1"),
    @Type(value = AccessEvent.TokenRevoked.class, name = "keyward.token.revoked.v1")
})
public sealed interface AccessEvent extends Event {
    /** The {@code kind} of an API key. */
    String API_KEY = "API_KEY";

    /** The {@code kind} of a service account. */
    String SERVICE_ACCOUNT = "SERVICE_ACCOUNT";

    /**
     * A credential exists.
     *
     * @param orgId the organisation it belongs to
     * @param kind {@link #API_KEY} or {@link #SERVICE_ACCOUNT}
     * @param name what its holder shows of it: the public key, or the client id
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CredentialCreated(
            String credentialId, long revision, Instant occurredAt, Actor actor, String orgId, String kind, String name)
            implements AccessEvent {
        @Override
        public String aggregateId() {
            return credentialId;
        }
    }

    /**
     * What a credential may do, from where, or by which secret, is another than before.
     *
     * @param orgId the organisation it belongs to
     * @param kind {@link #API_KEY} or {@link #SERVICE_ACCOUNT}
     * @param name what its holder shows of it: the public key, or the client id
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CredentialUpdated(
            String credentialId, long revision, Instant occurredAt, Actor actor, String orgId, String kind, String name)
            implements AccessEvent {
        @Override
        public String aggregateId() {
            return credentialId;
        }
    }

    /**
     * A credential is worthless from now on, and every token of it.
     *
     * @param orgId the organisation it belonged to
     * @param kind {@link #API_KEY} or {@link #SERVICE_ACCOUNT}
     * @param name what its holder shows of it: the public key, or the client id
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CredentialDeleted(
            String credentialId, long revision, Instant occurredAt, Actor actor, String orgId, String kind, String name)
            implements AccessEvent {
        @Override
        public String aggregateId() {
            return credentialId;
        }
    }

    /**
     * A token is worthless from now on, before it has expired.
     *
     * @param tokenId its {@code jti}
     * @param orgId the organisation of its service account
     * @param clientId the service account that it was made for
     * @param expiresAt when it would have expired; from then on nobody needs to know of it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record TokenRevoked(
            String tokenId,
            long revision,
            Instant occurredAt,
            Actor actor,
            String orgId,
            String clientId,
            Instant expiresAt)
            implements AccessEvent {
        @Override
        public String aggregateId() {
            return tokenId;
        }
    }

    /** Written by a newer producer. It may be a revocation: a reader that remembers credentials forgets all of them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unrecognized(long revision, Instant occurredAt, Actor actor) implements AccessEvent {
        @Override
        public String aggregateId() {
            throw new IllegalStateException("an unrecognized event has no aggregate");
        }
    }
}
