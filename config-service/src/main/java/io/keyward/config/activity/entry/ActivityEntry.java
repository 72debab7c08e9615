package io.keyward.config.activity.entry;

import io.keyward.contracts.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the activity log, as it is written.
 *
 * @param groupId the project it is about; absent when it is about an organisation as a whole
 * @param orgId the organisation; may be absent where the project is known, which belongs to one
 * @param clusterName the cluster it is about, absent when it is about none
 * @param detail one sentence for a person: what was done to what; never a secret
 * @param at when the change was made
 */
public record ActivityEntry(
        EventType type,
        @Nullable String groupId,
        @Nullable String orgId,
        @Nullable String clusterName,
        String detail,
        Actor actor,
        Instant at) {

    /** Something of a project. */
    public static ActivityEntry ofProject(String groupId, EventType type, String detail, Actor actor, Instant at) {
        return new ActivityEntry(type, groupId, null, null, detail, actor, at);
    }

    /** Something of an organisation that is of no project in particular. */
    public static ActivityEntry ofOrganization(String orgId, EventType type, String detail, Actor actor, Instant at) {
        return new ActivityEntry(type, null, orgId, null, detail, actor, at);
    }

    /** Something of a cluster. */
    public ActivityEntry withCluster(String name) {
        return new ActivityEntry(type, groupId, orgId, name, detail, actor, at);
    }
}
