package io.keyward.config.project;

import java.time.Instant;
import java.util.List;

/**
 * A project as it is stored.
 *
 * @param state {@code ACTIVE} or {@code INACTIVE}
 */
record Project(
        String id,
        String orgId,
        String name,
        String state,
        List<Tag> tags,
        boolean withDefaultAlertsSettings,
        Instant createdAt) {
    static final String ACTIVE = "ACTIVE";
    static final String INACTIVE = "INACTIVE";

    /** A label of the tenant's. */
    record Tag(String key, String value) {}
}
