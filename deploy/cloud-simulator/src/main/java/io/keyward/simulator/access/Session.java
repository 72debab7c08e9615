package io.keyward.simulator.access;

import org.jspecify.annotations.Nullable;

/**
 * An assumed role. It travels sealed inside its own session token, so that nothing has to be stored for it: it survives restarts and
 * changes of the trust policy, and ends only by time.
 */
record Session(
        String accessKeyId,
        String roleArn,
        String roleId,
        String name,
        @Nullable String policy,
        long expiresAtMillis) {

    String arn() {
        String[] parts = roleArn.split(":", 6);
        String roleName = roleArn.substring(roleArn.lastIndexOf('/') + 1);
        return "arn:aws:sts::" + parts[4] + ":assumed-role/" + roleName + "/" + name;
    }

    String account() {
        return roleArn.split(":", 6)[4];
    }
}
