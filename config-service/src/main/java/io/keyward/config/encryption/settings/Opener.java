package io.keyward.config.encryption.settings;

/** What opens a project's keys at one provider. Names it; holds no secret. */
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
