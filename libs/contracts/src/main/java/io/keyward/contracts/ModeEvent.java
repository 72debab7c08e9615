package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far enforcement may go, in a project and in the whole installation, what the guard holds back, and who may hint at changed keys. Topic {@link Topics#MODES}, published by
 * validation-service.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = ModeEvent.Unrecognized.class)
@JsonSubTypes({
    @Type(value = ModeEvent.ModeChanged.class, name = "keyward.mode.changed.v1"),
    @Type(value = ModeEvent.FreezeChanged.class, name = "keyward.freeze.changed.v1"),
    @Type(value = ModeEvent.GuardChanged.class, name = "keyward.guard.changed.v1"),
    @Type(value = ModeEvent.HintSourceCreated.class, name = "keyward.hint-source.created.v1"),
    @Type(value = ModeEvent.HintSourceDeleted.class, name = "keyward.hint-source.deleted.v1")
})
public sealed interface ModeEvent extends Event {

    /**
     * A project was put into another mode, or its keys are checked at another pace.
     *
     * @param groupId the project
     * @param mode {@code OBSERVE} or {@code ENFORCE} as set for the project; null when it follows the installation
     * @param effectiveMode what holds for the project: {@code OBSERVE} stops nothing because of a key, and says what it would have stopped
     * @param checkIntervalSeconds how often its keys are checked, as set for the project; null when it follows the installation, and in older events
     * @param effectiveCheckIntervalSeconds how often its keys are checked; null in older events
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ModeChanged(
            String groupId,
            long revision,
            Instant occurredAt,
            Actor actor,
            @Nullable String mode,
            String effectiveMode,
            @Nullable Integer checkIntervalSeconds,
            @Nullable Integer effectiveCheckIntervalSeconds)
            implements ModeEvent {
        @Override
        public String aggregateId() {
            return groupId;
        }
    }

    /**
     * Operators froze the enforcement of the whole installation, or let it go on.
     *
     * @param installationId {@link FreezeChanged#INSTALLATION}
     * @param frozen while it is, no cluster is newly stopped because of a key
     * @param reason why, in the operator's words; null when none was given
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FreezeChanged(
            String installationId,
            long revision,
            Instant occurredAt,
            Actor actor,
            boolean frozen,
            @Nullable String reason)
            implements ModeEvent {

        /** The one aggregate of its kind. */
        public static final String INSTALLATION = "000000000000000000000000";

        @Override
        public String aggregateId() {
            return installationId;
        }
    }

    /**
     * The guard began or ceased to hold condemnations back, its numbers are others, or an operator decided about held keys.
     *
     * @param guardId {@link GuardChanged#GUARD}
     * @param state {@code CLEAR} or {@code HOLDING}; while it holds, no key is condemned
     * @param since since when that is its state
     * @param suspects how many keys are suspect at once
     * @param held how many of them are held back from being condemned
     * @param organizations to how many organizations the suspects belong
     * @param threshold how many suspects it takes, at least, to hold
     * @param decision {@code RELEASE} or {@code REFUSE}; null when nobody decided
     * @param comment why, in the operator's words; null when none was given
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GuardChanged(
            String guardId,
            long revision,
            Instant occurredAt,
            Actor actor,
            String state,
            Instant since,
            int suspects,
            int held,
            int organizations,
            int threshold,
            @Nullable String decision,
            @Nullable String comment)
            implements ModeEvent {

        /** The one aggregate of its kind. */
        public static final String GUARD = "000000000000000000000001";

        @Override
        public String aggregateId() {
            return guardId;
        }
    }

    /**
     * Somebody may send hints about the keys of a project from now on. Its token is nobody else's to know.
     *
     * @param cloudProvider whose events it sends: {@code AWS}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record HintSourceCreated(
            String hintSourceId, long revision, Instant occurredAt, Actor actor, String groupId, String cloudProvider)
            implements ModeEvent {
        @Override
        public String aggregateId() {
            return hintSourceId;
        }
    }

    /** They may no longer. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record HintSourceDeleted(
            String hintSourceId, long revision, Instant occurredAt, Actor actor, String groupId, String cloudProvider)
            implements ModeEvent {
        @Override
        public String aggregateId() {
            return hintSourceId;
        }
    }

    /** Written by a newer producer. Consumers skip and count it; they never fail on it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unrecognized(long revision, Instant occurredAt, Actor actor) implements ModeEvent {
        @Override
        public String aggregateId() {
            throw new IllegalStateException("an unrecognized event has no aggregate");
        }
    }
}
