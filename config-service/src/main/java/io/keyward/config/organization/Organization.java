package io.keyward.config.organization;

import java.time.Instant;

/**
 * An organisation: whose projects, people and credentials these are.
 *
 * @param accessListRequired whether its credentials may be used only from addresses that they name
 */
public record Organization(String id, String name, boolean accessListRequired, Instant createdAt) {
    Organization named(String other) {
        return new Organization(id, other, accessListRequired, createdAt);
    }

    Organization requiringAccessLists(boolean required) {
        return new Organization(id, name, required, createdAt);
    }
}
