package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of what a project wants to be told, and how. Keyed by alert configuration; told apart by {@link AlertEvent}'s names. */
public sealed interface AlertConfigEvent extends AlertEvent {

    /** A project has one more alert configuration. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AlertConfigCreated(
            String alertConfigId, long revision, Instant occurredAt, Actor actor, AlertConfig alertConfig)
            implements AlertConfigEvent {
        @Override
        public String aggregateId() {
            return alertConfigId;
        }
    }

    /** An alert configuration is another than before, or was turned on or off. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AlertConfigUpdated(
            String alertConfigId, long revision, Instant occurredAt, Actor actor, AlertConfig alertConfig)
            implements AlertConfigEvent {
        @Override
        public String aggregateId() {
            return alertConfigId;
        }
    }

    /** An alert configuration is gone, told as it was last. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AlertConfigDeleted(
            String alertConfigId, long revision, Instant occurredAt, Actor actor, AlertConfig alertConfig)
            implements AlertConfigEvent {
        @Override
        public String aggregateId() {
            return alertConfigId;
        }
    }

    /**
     * Of what a project wants to be told, and how, as it is after the event. Nothing in it is secret.
     *
     * @param eventTypeName as the alerts API spells it
     * @param severityOverride {@code INFO}, {@code WARNING}, {@code ERROR}, {@code CRITICAL}; absent when the type's own counts
     * @param threshold from which value on; absent where the type has none
     * @param matchers what it is limited to; all of them have to fit
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AlertConfig(
            String groupId,
            String eventTypeName,
            boolean enabled,
            @Nullable String severityOverride,
            @Nullable Threshold threshold,
            List<Matcher> matchers,
            List<Notification> notifications) {}

    /** A value to be exceeded, for example {@code GREATER_THAN} 90 {@code DAYS}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Threshold(String operator, int threshold, String units) {}

    /** A limit by what an alert is about, for example {@code CLUSTER_NAME} {@code EQUALS} some name. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Matcher(String fieldName, String operator, String value) {}

    /**
     * Who is told, and how.
     *
     * @param typeName for example {@code GROUP} or {@code EMAIL}
     * @param delayMin minutes that the condition lasts first
     * @param intervalMin minutes between reminders; absent where the channel itself reminds
     * @param recipient for a person: an address, a user, a channel, or roles; absent where only a secret says it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Notification(
            String notifierId,
            String typeName,
            int delayMin,
            @Nullable Integer intervalMin,
            @Nullable String recipient) {}
}
