package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a private endpoint: a project's way to its keys in one region that does not touch the internet. Topic
 * {@link Topics#ENDPOINTS}, published by endpoint-service, keyed by endpoint. The comments name the status that the API shows meanwhile.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = EndpointEvent.Unrecognized.class)
@JsonSubTypes({
    @Type(value = EndpointEvent.EndpointRequested.class, name = "keyward.endpoint.requested.v1"),
    @Type(value = EndpointEvent.EndpointAwaitingApproval.class, name = "keyward.endpoint.awaiting-approval.v1"),
    @Type(value = EndpointEvent.EndpointActivated.class, name = "keyward.endpoint.activated.v1"),
    @Type(value = EndpointEvent.EndpointFailed.class, name = "keyward.endpoint.failed.v1"),
    @Type(value = EndpointEvent.EndpointLost.class, name = "keyward.endpoint.lost.v1"),
    @Type(value = EndpointEvent.EndpointDeletionRequested.class, name = "keyward.endpoint.deletion-requested.v1"),
    @Type(value = EndpointEvent.EndpointDeleted.class, name = "keyward.endpoint.deleted.v1")
})
public sealed interface EndpointEvent extends Event {

    /** Identity of the endpoint. */
    String endpointId();

    /** What it is and where it leads. */
    Endpoint endpoint();

    @Override
    default String aggregateId() {
        return endpointId();
    }

    /** An endpoint is wanted: {@code INITIATING}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record EndpointRequested(String endpointId, long revision, Instant occurredAt, Actor actor, Endpoint endpoint)
            implements EndpointEvent {}

    /** It stands, and the customer has to let it in: {@code PENDING_ACCEPTANCE}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record EndpointAwaitingApproval(
            String endpointId, long revision, Instant occurredAt, Actor actor, Endpoint endpoint)
            implements EndpointEvent {}

    /** It can be used; {@link Endpoint#reference()} and {@link Endpoint#address()} are there: {@code ACTIVE}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record EndpointActivated(String endpointId, long revision, Instant occurredAt, Actor actor, Endpoint endpoint)
            implements EndpointEvent {}

    /** It could not be made, and {@link Endpoint#errorMessage()} says why: {@code FAILED}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record EndpointFailed(String endpointId, long revision, Instant occurredAt, Actor actor, Endpoint endpoint)
            implements EndpointEvent {}

    /**
     * It was removed or rejected on the cloud's side, without being asked to: {@code PENDING_RECREATION}. Told again with its
     * {@link Endpoint#successorId()} when there is one.
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record EndpointLost(String endpointId, long revision, Instant occurredAt, Actor actor, Endpoint endpoint)
            implements EndpointEvent {}

    /** It is to go: {@code DELETING}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record EndpointDeletionRequested(
            String endpointId, long revision, Instant occurredAt, Actor actor, Endpoint endpoint)
            implements EndpointEvent {}

    /** It is gone: 404. Its id is never used again. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record EndpointDeleted(String endpointId, long revision, Instant occurredAt, Actor actor, Endpoint endpoint)
            implements EndpointEvent {}

    /** Written by a newer producer. Consumers skip and count it; they never fail on it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unrecognized(long revision, Instant occurredAt, Actor actor) implements EndpointEvent {
        @Override
        public String endpointId() {
            throw new IllegalStateException("an unrecognized event has no endpoint");
        }

        @Override
        public Endpoint endpoint() {
            throw new IllegalStateException("an unrecognized event has no endpoint");
        }
    }

    /**
     * An endpoint as it is after the event.
     *
     * @param provider {@code AWS}; readers tolerate others
     * @param region as the provider spells it, for example {@code us-east-1}
     * @param since since when it is in this state
     * @param reference the provider's id, for example {@code vpce-0a1b…}; absent until it is known
     * @param address host name under which the key service answers through the endpoint; absent until it is known
     * @param errorMessage for a person: what went wrong and what to do; absent when nothing did
     * @param predecessorId the endpoint that was lost and that this one replaces; absent where it replaces none
     * @param successorId the endpoint that replaces this one, which was lost; absent where none does
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Endpoint(
            String groupId,
            String provider,
            String region,
            Instant since,
            @Nullable String reference,
            @Nullable String address,
            @Nullable String errorMessage,
            @Nullable String predecessorId,
            @Nullable String successorId) {

        /** That neither replaces another one nor is replaced. */
        public Endpoint(
                String groupId,
                String provider,
                String region,
                Instant since,
                @Nullable String reference,
                @Nullable String address,
                @Nullable String errorMessage) {
            this(groupId, provider, region, since, reference, address, errorMessage, null, null);
        }
    }
}
