package io.keyward.simulator.policy;

import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param roleArn for a session, the role that was assumed: a policy that names the role means its sessions
 */
public record Principal(
        String arn, String account, @Nullable String roleArn) {

    public static Principal user(String account, String name) {
        return new Principal("arn:aws:iam::" + account + ":user/" + name, account, null);
    }

    /** Whether a policy's {@code aws:PrincipalArn} condition means this one: for a session, its role is compared. */
    String conditionArn() {
        return roleArn == null ? arn : roleArn;
    }
}
