package io.keyward.config.encryption.settings;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What opens a project's keys at one provider. Names it; holds no secret; kept as JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
@JsonSubTypes(@Type(value = Opener.Role.class, name = "ROLE"))
public sealed interface Opener {

    /**
     * A cloud provider access role of the project.
     *
     * @param roleId our id of it
     */
    record Role(String roleId) implements Opener {}

    /** Whether it is that role. */
    default boolean isRole(String roleId) {
        return equals(new Role(roleId));
    }
}
