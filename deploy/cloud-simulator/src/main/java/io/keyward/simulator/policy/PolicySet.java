package io.keyward.simulator.policy;

import java.util.List;
import java.util.Optional;

/**
 * Every policy that has a say in one request.
 *
 * <p>The three optional guardrails limit only where they are attached. {@code resource} is empty for resources that have no policy
 * of their own, such as roles when they are administered.
 */
public record PolicySet(
        Optional<PolicyDocument> serviceControl,
        Optional<PolicyDocument> resourceControl,
        Optional<PolicyDocument> vpcEndpoint,
        Optional<PolicyDocument> resource,
        List<PolicyDocument> identity,
        Optional<PolicyDocument> boundary,
        Optional<PolicyDocument> session) {

    List<PolicyDocument> of(PolicyKind kind) {
        return switch (kind) {
            case SERVICE_CONTROL -> serviceControl.stream().toList();
            case RESOURCE_CONTROL -> resourceControl.stream().toList();
            case VPC_ENDPOINT -> vpcEndpoint.stream().toList();
            case RESOURCE -> resource.stream().toList();
            case IDENTITY -> identity;
            case PERMISSIONS_BOUNDARY -> boundary.stream().toList();
            case SESSION -> session.stream().toList();
        };
    }
}
