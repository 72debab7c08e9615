package io.keyward.validation.check.role;

/** A way into a customer's cloud that a project claims to have. */
public sealed interface RoleRef {

    /** The project, which the customer may see in their log. */
    String groupId();

    /**
     * A role on AWS.
     *
     * @param externalId what its trust policy asks for
     */
    record AwsRole(String groupId, String roleArn, String externalId) implements RoleRef {}

    /**
     * What our own application is in a tenant of Azure's.
     *
     * @param servicePrincipalId its object id there
     */
    record AzurePrincipal(String groupId, String tenantId, String servicePrincipalId) implements RoleRef {}

    /**
     * A service account of ours on Google Cloud, which customers let use their keys.
     *
     * @param email its name
     */
    record GoogleAccount(String groupId, String email) implements RoleRef {}
}
