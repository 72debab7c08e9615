package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What happened to a project. Topic {@link Topics#PROJECTS}, published by config-service. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = ProjectEvent.Unrecognized.class)
@JsonSubTypes({
    @Type(value = ProjectEvent.ProjectCreated.class, name = "keyward.project.created.v1"),
    @Type(value = ProjectEvent.ProjectUpdated.class, name = "keyward.project.updated.v1"),
    @Type(value = ProjectEvent.ProjectStateChanged.class, name = "keyward.project.state-changed.v1"),
    @Type(value = ProjectEvent.ProjectDeleted.class, name = "keyward.project.deleted.v1")
})
public sealed interface ProjectEvent extends Event {

    /**
     * A project exists.
     *
     * @param groupId the project's id ("group" on the wire)
     * @param orgId the organisation it belongs to
     * @param state {@code ACTIVE} or {@code INACTIVE}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProjectCreated(
            String groupId, long revision, Instant occurredAt, Actor actor, String orgId, String name, String state)
            implements ProjectEvent {
        @Override
        public String aggregateId() {
            return groupId;
        }
    }

    /** A project has another name or other settings: told whole, as {@link ProjectCreated}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProjectUpdated(
            String groupId, long revision, Instant occurredAt, Actor actor, String orgId, String name, String state)
            implements ProjectEvent {
        @Override
        public String aggregateId() {
            return groupId;
        }
    }

    /**
     * A project was suspended or taken up again.
     *
     * @param state {@code ACTIVE} or {@code INACTIVE}: an inactive project keeps what it has and gets nothing new
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProjectStateChanged(
            String groupId, long revision, Instant occurredAt, Actor actor, String orgId, String name, String state)
            implements ProjectEvent {
        @Override
        public String aggregateId() {
            return groupId;
        }
    }

    /** A project is gone, with all that was in it. Its id is never used again; its name may be. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProjectDeleted(String groupId, long revision, Instant occurredAt, Actor actor, String orgId, String name)
            implements ProjectEvent {
        @Override
        public String aggregateId() {
            return groupId;
        }
    }

    /** Written by a newer producer. Consumers skip and count it; they never fail on it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unrecognized(long revision, Instant occurredAt, Actor actor) implements ProjectEvent {
        @Override
        public String aggregateId() {
            throw new IllegalStateException("an unrecognized event has no aggregate");
        }
    }
}
