package io.keyward.config.activity.events;

import java.util.Objects;

/** Whose log is read. */
sealed interface Log {
    /** Its entries as a condition on the table, of the parameter {@code owner}. */
    String condition();

    String ownerId();

    /** Whether the entry is in this log. */
    boolean has(LoggedEvent event);

    /** What was done in a project, and what became of it. */
    record OfProject(String ownerId) implements Log {
        @Override
        public String condition() {
            return "group_id = :owner";
        }

        @Override
        public boolean has(LoggedEvent event) {
            return ownerId.equals(event.groupId());
        }
    }

    /** What was done in an organisation outside of its projects. */
    record OfOrganization(String ownerId) implements Log {
        @Override
        public String condition() {
            return "org_id = :owner and group_id is null";
        }

        @Override
        public boolean has(LoggedEvent event) {
            return event.groupId() == null && Objects.equals(ownerId, event.orgId());
        }
    }
}
