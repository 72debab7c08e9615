package io.keyward.simulator.world;

/**
 * A user with one access key, whose signatures are verified.
 *
 * @param active an access key that was switched off is refused; forgotten, it would be an administrator's
 */
public record User(
        String account, String name, String accessKeyId, String secretAccessKey, String policy, boolean active) {

    public User deactivated() {
        return new User(account, name, accessKeyId, secretAccessKey, policy, false);
    }

    @Override
    public String toString() {
        return "User[" + account + "/" + name + "]";
    }
}
