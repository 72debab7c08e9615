package io.keyward.simulator.policy;

import io.keyward.simulator.policy.Decision.Allowed;
import io.keyward.simulator.policy.Decision.Denied;
import io.keyward.simulator.policy.Statement.Grant;
import java.util.List;
import java.util.Optional;

/**
 * The decision itself, in AWS's order: an explicit deny anywhere ends it; then every attached guardrail must allow; then the resource's
 * own policy and the caller's policies together.
 *
 * <p>Within one account a resource policy that names the caller is enough; one that names the account leaves it to identity-based
 * policies. Across accounts both must allow. A boundary or session policy limits all of this, unless the resource policy names exactly
 * the caller of its own account.
 */
public final class PolicyRules {

    private static final List<PolicyKind> GUARDRAILS =
            List.of(PolicyKind.SERVICE_CONTROL, PolicyKind.RESOURCE_CONTROL, PolicyKind.VPC_ENDPOINT);
    private static final List<PolicyKind> LIMITS = List.of(PolicyKind.PERMISSIONS_BOUNDARY, PolicyKind.SESSION);

    private PolicyRules() {}

    public static Decision decide(AccessRequest request, PolicySet policies) {
        for (PolicyKind kind : PolicyKind.values()) {
            if (policies.of(kind).stream().anyMatch(policy -> policy.denies(request))) {
                return new Denied(kind, true);
            }
        }
        return guardrails(request, policies).orElseGet(() -> grants(request, policies));
    }

    private static Optional<Decision> guardrails(AccessRequest request, PolicySet policies) {
        return GUARDRAILS.stream()
                .filter(kind -> policies.of(kind).stream()
                        .anyMatch(policy -> policy.isAllowList() && policy.allows(request) == Grant.NONE))
                .findFirst()
                .map(kind -> new Denied(kind, false));
    }

    private static Decision grants(AccessRequest request, PolicySet policies) {
        Grant grant = policies.resource().map(policy -> policy.allows(request)).orElse(Grant.DELEGATED);
        if (grant == Grant.NONE) {
            return new Denied(PolicyKind.RESOURCE, false);
        }
        boolean identityNeeded = grant == Grant.DELEGATED || request.crossAccount();
        if (identityNeeded && noneAllows(policies.identity(), request)) {
            return new Denied(PolicyKind.IDENTITY, false);
        }
        return grant == Grant.EXACT && !request.crossAccount() ? new Allowed() : limits(request, policies);
    }

    private static Decision limits(AccessRequest request, PolicySet policies) {
        return LIMITS.stream()
                .filter(kind -> !policies.of(kind).isEmpty() && noneAllows(policies.of(kind), request))
                .findFirst()
                .<Decision>map(kind -> new Denied(kind, false))
                .orElseGet(Allowed::new);
    }

    private static boolean noneAllows(List<PolicyDocument> policies, AccessRequest request) {
        return policies.stream().allMatch(policy -> policy.allows(request) == Grant.NONE);
    }
}
