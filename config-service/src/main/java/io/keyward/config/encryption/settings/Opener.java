package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.Cloud;

/** What opens a project's keys at one provider. Names it; holds no secret. */
public sealed interface Opener {

    /**
     * A cloud provider access role of the project, of the cloud that the key is in.
     *
     * @param roleId our id of it
     */
    record Role(Cloud cloud, String roleId) implements Opener {}

    /** Whether it is that role. */
    default boolean isRole(String roleId) {
        return this instanceof Role role && role.roleId.equals(roleId);
    }
}
