package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key as one project uses it in one region. Topic {@link Topics#KEYS}, published by validation-service when a verdict
 * changes, never once per check.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = KeyEvent.Unrecognized.class)
@JsonSubTypes({
    @Type(value = KeyEvent.KeyValidated.class, name = "keyward.key.validated.v1"),
    @Type(value = KeyEvent.KeyRevoked.class, name = "keyward.key.revoked.v1"),
    @Type(value = KeyEvent.KeyHeld.class, name = "keyward.key.held.v1"),
    @Type(value = KeyEvent.KeyHoldDecided.class, name = "keyward.key.hold-decided.v1"),
    @Type(value = KeyEvent.KeyFoundUnusable.class, name = "keyward.key.found-unusable.v1"),
    @Type(value = KeyEvent.KeyUnverified.class, name = "keyward.key.unverified.v1"),
    @Type(value = KeyEvent.KeyRetired.class, name = "keyward.key.retired.v1")
})
public sealed interface KeyEvent extends Event {

    /** Identity of the key use. */
    String keyUseId();

    @Override
    default String aggregateId() {
        return keyUseId();
    }

    /** The key was used with success. Clusters that it had stopped resume. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record KeyValidated(
            String keyUseId, long revision, Instant occurredAt, Actor actor, KeyFacts facts, Evidence evidence)
            implements KeyEvent {}

    /** The customer took the key away, and enough checks agreed. Clusters that use it stop. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record KeyRevoked(
            String keyUseId, long revision, Instant occurredAt, Actor actor, KeyFacts facts, Evidence evidence)
            implements KeyEvent {}

    /**
     * The customer took the key away as far as can be told, but the guard holds back from condemning it until an operator decides. The verdict stays
     * what it was; {@link KeyFacts#heldSince()} tells since when.
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record KeyHeld(String keyUseId, long revision, Instant occurredAt, Actor actor, KeyFacts facts, Evidence evidence)
            implements KeyEvent {}

    /**
     * An operator decided about a key that the guard held; {@link KeyFacts#heldSince()} is absent from now on.
     *
     * @param decision {@code RELEASE}: the key is condemned if it is still refused; {@code REFUSE}: nothing is suspected of it any more
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record KeyHoldDecided(
            String keyUseId, long revision, Instant occurredAt, Actor actor, KeyFacts facts, String decision)
            implements KeyEvent {}

    /** The configuration cannot work. Nothing is stopped for it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record KeyFoundUnusable(
            String keyUseId, long revision, Instant occurredAt, Actor actor, KeyFacts facts, Evidence evidence)
            implements KeyEvent {}

    /** We got no answer. The verdict stays what it was; {@link KeyFacts#unverifiedSince()} tells since when it is not confirmed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record KeyUnverified(
            String keyUseId, long revision, Instant occurredAt, Actor actor, KeyFacts facts, Evidence evidence)
            implements KeyEvent {}

    /** The project no longer uses the key; it is no longer checked. The id is never used again. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record KeyRetired(String keyUseId, long revision, Instant occurredAt, Actor actor, String groupId)
            implements KeyEvent {}

    /** Written by a newer producer. Consumers skip and count it; they never fail on it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unrecognized(long revision, Instant occurredAt, Actor actor) implements KeyEvent {
        @Override
        public String keyUseId() {
            throw new IllegalStateException("an unrecognized event has no key use");
        }
    }

    /**
     * The verdict and what it is about.
     *
     * @param provider {@code AWS}; readers tolerate others
     * @param key the key's full name at its provider
     * @param verdict {@code UNCHECKED}, {@code VALID}, {@code REVOKED} or {@code UNUSABLE}
     * @param since since when the verdict holds
     * @param checkedAt the check that this event rests on
     * @param unverifiedSince first of the checks in a row that got no answer; absent while the key answers
     * @param heldSince since when the guard holds the key back from being condemned; absent while it does not, and in older events
     * @param life how long the key lasts and how old it is; absent when nothing is known, and in older events
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyFacts(
            String groupId,
            String provider,
            String key,
            String region,
            String verdict,
            Instant since,
            Instant checkedAt,
            @Nullable Instant unverifiedSince,
            @Nullable Instant heldSince,
            @Nullable KeyLife life) {

        /** A key that is not held, and of whose life nothing is known. */
        public KeyFacts(
                String groupId,
                String provider,
                String key,
                String region,
                String verdict,
                Instant since,
                Instant checkedAt,
                @Nullable Instant unverifiedSince) {
            this(groupId, provider, key, region, verdict, since, checkedAt, unverifiedSince, null, null);
        }
    }

    /**
     * How long a key lasts and how old it is, as far as its provider says. What is absent is not known.
     *
     * @param endsAt when the key, or the way to it, ends by itself
     * @param end {@code DELETION}, {@code MATERIAL_EXPIRY}, {@code KEY_EXPIRY}, {@code CREDENTIAL_EXPIRY}; absent like {@code endsAt}
     * @param rotatedAt when its material was last made anew
     * @param rotationSource {@code ROTATION_RECORD}, {@code ROTATION_SCHEDULE}, {@code CREATION}; absent like {@code rotatedAt}
     * @param nextRotationAt when the provider rotates it next by itself
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyLife(
            @Nullable Instant endsAt,
            @Nullable String end,
            @Nullable Instant rotatedAt,
            @Nullable String rotationSource,
            @Nullable Instant nextRotationAt) {}

    /**
     * Why the verdict is what it is (promise P6).
     *
     * @param outcome {@code VALID}, {@code REVOKED}, {@code UNUSABLE} or {@code INCONCLUSIVE}: what the last check answered
     * @param reason symbolic, for example {@code KEY_DISABLED}; absent when the outcome is VALID
     * @param explanation for an operator: what happened
     * @param remedy for an operator: what to do; absent when there is nothing to do
     * @param calls the provider calls the check made, in order
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Evidence(
            String outcome,
            @Nullable String reason,
            String explanation,
            @Nullable String remedy,
            List<ProviderCall> calls) {}

    /**
     * One call to a provider.
     *
     * @param operation for example {@code kms:Decrypt}
     * @param target the key or role it was about
     * @param region where it was sent
     * @param path {@code PUBLIC} or {@code PRIVATE}
     * @param code the provider's error code, {@code OK}, or the class of a network failure
     * @param message the provider's words, absent on success
     * @param requestId the provider's request id, absent when it never answered
     * @param latencyMillis wall-clock duration
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProviderCall(
            String operation,
            String target,
            String region,
            String path,
            String code,
            @Nullable String message,
            @Nullable String requestId,
            Instant at,
            long latencyMillis) {}
}
