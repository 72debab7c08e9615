package io.keyward.config.project;

import java.time.Instant;
import java.util.List;

/**
 * A project as it is stored.
 *
 * @param state {@code ACTIVE} or {@code INACTIVE}
 */
public record Project(
        String id,
        String orgId,
        String name,
        String state,
        List<Tag> tags,
        boolean withDefaultAlertsSettings,
        Instant createdAt) {
    public static final String ACTIVE = "ACTIVE";
    public static final String INACTIVE = "INACTIVE";

    /** A label of the tenant's. */
    public record Tag(String key, String value) {}

    Project described(String otherName, List<Tag> otherTags, boolean otherAlerts) {
        return new Project(id, orgId, otherName, state, otherTags, otherAlerts, createdAt);
    }
}
