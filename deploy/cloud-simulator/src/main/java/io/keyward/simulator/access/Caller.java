package io.keyward.simulator.access;

import io.keyward.simulator.policy.Principal;
import java.util.List;
import java.util.Optional;

/**
 * An authenticated caller with the policies that it carries.
 *
 * @param userId what GetCallerIdentity calls UserId
 * @param identityPolicies documents attached to the user or role
 * @param sessionPolicy the policy passed to AssumeRole, if any
 */
public record Caller(
        Principal principal, String userId, List<String> identityPolicies, Optional<String> sessionPolicy) {

    public String arn() {
        return principal.arn();
    }

    public String account() {
        return principal.account();
    }

    /** What a permissions boundary is attached to: the user, or the role behind a session. */
    String boundaryTarget() {
        String role = principal.roleArn();
        return role == null ? principal.arn() : role;
    }
}
