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
 * What people have to know of, and of what they want to be told; and what operators have to know of the installation. Topic {@link Topics#ALERTS},
 * published by validation-service, keyed by alert, alert configuration or operator alert.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = AlertEvent.Unrecognized.class)
@JsonSubTypes({
    @Type(value = AlertEvent.AlertOpened.class, name = "keyward.alert.opened.v1"),
    @Type(value = AlertEvent.AlertUpdated.class, name = "keyward.alert.updated.v1"),
    @Type(value = AlertEvent.AlertAcknowledged.class, name = "keyward.alert.acknowledged.v1"),
    @Type(value = AlertEvent.AlertClosed.class, name = "keyward.alert.closed.v1"),
    @Type(value = AlertEvent.AlertCancelled.class, name = "keyward.alert.cancelled.v1"),
    @Type(value = AlertConfigEvent.AlertConfigCreated.class, name = "keyward.alert-config.created.v1"),
    @Type(value = AlertConfigEvent.AlertConfigUpdated.class, name = "keyward.alert-config.updated.v1"),
    @Type(value = AlertConfigEvent.AlertConfigDeleted.class, name = "keyward.alert-config.deleted.v1"),
    @Type(value = OperatorAlertEvent.OperatorAlertOpened.class, name = "keyward.operator-alert.opened.v1"),
    @Type(value = OperatorAlertEvent.OperatorAlertUpdated.class, name = "keyward.operator-alert.updated.v1"),
    @Type(value = OperatorAlertEvent.OperatorAlertClosed.class, name = "keyward.operator-alert.closed.v1")
})
public sealed interface AlertEvent extends Event
        permits AlertEvent.AlertOpened,
                AlertEvent.AlertUpdated,
                AlertEvent.AlertAcknowledged,
                AlertEvent.AlertClosed,
                AlertEvent.AlertCancelled,
                AlertEvent.Unrecognized,
                AlertConfigEvent,
                OperatorAlertEvent {

    /** A condition holds that people have to know of. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AlertOpened(String alertId, long revision, Instant occurredAt, Actor actor, Alert alert)
            implements AlertEvent {
        @Override
        public String aggregateId() {
            return alertId;
        }
    }

    /** The condition still holds, and concerns other clusters, or for another reason, than before. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AlertUpdated(String alertId, long revision, Instant occurredAt, Actor actor, Alert alert)
            implements AlertEvent {
        @Override
        public String aggregateId() {
            return alertId;
        }
    }

    /** Somebody said until when they need no reminder, or took that back. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AlertAcknowledged(String alertId, long revision, Instant occurredAt, Actor actor, Alert alert)
            implements AlertEvent {
        @Override
        public String aggregateId() {
            return alertId;
        }
    }

    /** The condition has ended. The same condition later is another alert. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AlertClosed(String alertId, long revision, Instant occurredAt, Actor actor, Alert alert)
            implements AlertEvent {
        @Override
        public String aggregateId() {
            return alertId;
        }
    }

    /**
     * Nobody asks for the alert any more: its configuration was changed, disabled or deleted, or its project is gone. Whether the condition still holds is
     * not said.
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AlertCancelled(String alertId, long revision, Instant occurredAt, Actor actor, Alert alert)
            implements AlertEvent {
        @Override
        public String aggregateId() {
            return alertId;
        }
    }

    /** Written by a newer producer. Consumers skip and count it; they never fail on it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unrecognized(long revision, Instant occurredAt, Actor actor) implements AlertEvent {
        @Override
        public String aggregateId() {
            throw new IllegalStateException("an unrecognized event has no aggregate");
        }
    }

    /**
     * An alert as it is after the event.
     *
     * @param eventTypeName as the alerts API spells it, for example {@code AWS_ENCRYPTION_KEY_INVALID}
     * @param status {@code OPEN}, {@code CLOSED}, {@code CANCELLED}; readers tolerate others
     * @param subject what it is about
     * @param clusters the clusters it concerns
     * @param reason symbolic, for example {@code KEY_DISABLED}; absent where there is but one
     * @param explanation for a person: what happened
     * @param remedy for a person: what to do; absent when there is nothing to do
     * @param openedAt since when it is open
     * @param acknowledgedUntil until when somebody needs no reminder; absent when nobody acknowledged it
     * @param closedAt absent while it is open
     * @param alertConfigId the alert configuration that it was raised by; absent in older events
     * @param deadline when that happens which the alert warns of, for example the deletion of the key; absent where nothing has a date
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Alert(
            String groupId,
            String eventTypeName,
            String status,
            Subject subject,
            List<AffectedCluster> clusters,
            @Nullable String reason,
            String explanation,
            @Nullable String remedy,
            Instant openedAt,
            @Nullable Instant acknowledgedUntil,
            @Nullable Instant closedAt,
            @Nullable String alertConfigId,
            @Nullable Instant deadline) {}

    /**
     * What an alert is about.
     *
     * @param kind {@code KEY_USE}, {@code ENDPOINT}, {@code CLUSTER}; readers tolerate others
     * @param id identity of the key use, endpoint or cluster
     * @param name for a person: the key's name, the endpoint's region, the cluster's name
     * @param region as the provider spells it; absent for a cluster
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Subject(
            String kind, String id, String name, @Nullable String region) {}

    /** A cluster that an alert concerns. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AffectedCluster(String clusterId, String name) {}
}
