package io.keyward.simulator.world;

/**
 * A policy that comes from around an account rather than from within: customers of one account cannot set it by its API.
 *
 * @param target the account id for control policies, the endpoint's id for VPC endpoint policies, the ARN of a role or user for a
 *     permissions boundary
 */
public record Guardrail(Kind kind, String target, String policy) {

    public enum Kind {
        SERVICE_CONTROL,
        RESOURCE_CONTROL,
        VPC_ENDPOINT,
        PERMISSIONS_BOUNDARY
    }

    public static String name(Kind kind, String target) {
        return kind + "/" + target;
    }
}
