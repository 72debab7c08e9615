package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/** A denial by each kind of policy, in the words by which a client tells them apart. */
class PolicyKindsIT extends SimulatorCase {

    private static final String DENY_DECRYPT = statement("Deny", "kms:Decrypt");
    private static final String ALLOW_DESCRIBE = statement("Allow", "kms:DescribeKey");

    private SdkBytes sealed;

    @BeforeEach
    void sealBeforeAnythingIsDenied() {
        sealed = encrypt(customer);
    }

    @Test
    void identityBasedPolicies() {
        // Given
        String role = newRole(statement("Allow", "kms:Encrypt"));

        // Then
        assertThat(denial(role))
                .contains("is not authorized to perform: kms:Decrypt on resource: " + Accounts.DEMO_KEY_ARN)
                .endsWith("because no identity-based policy allows the kms:Decrypt action");
        put(role, DENY_DECRYPT);
        assertThat(denial(role)).endsWith("with an explicit deny in an identity-based policy");
    }

    @Test
    void oneActionCanBeDeniedAlone() {
        // Given
        String role = newRole(document(
                "{\"Effect\":\"Allow\",\"Action\":\"kms:*\",\"Resource\":\"*\"}",
                "{\"Effect\":\"Deny\",\"Action\":\"kms:Encrypt\",\"Resource\":\"*\"}"));
        KmsClient product = clients.kms(clients.assume(role, "x"), "us-east-1");

        // Then
        assertThat(message(() -> encrypt(product))).endsWith("with an explicit deny in an identity-based policy");
        assertThat(product.decrypt(r -> r.ciphertextBlob(sealed)).keyId()).isEqualTo(Accounts.DEMO_KEY_ARN);
    }

    @Test
    void resourceBasedPolicies() {
        // Given
        String everyoneButDecrypt = document(
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}",
                "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"kms:Decrypt\",\"Resource\":\"*\"}");
        String administratorOnly = document(
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:user/administrator\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}");

        // Then
        keyPolicy(everyoneButDecrypt);
        assertThat(denial(Accounts.DEMO_ROLE_ARN)).endsWith("with an explicit deny in a resource-based policy");
        keyPolicy(administratorOnly);
        assertThat(denial(Accounts.DEMO_ROLE_ARN))
                .endsWith("because no resource-based policy allows the kms:Decrypt action");
    }

    @Test
    void aKeyPolicyThatLocksItsAuthorOutIsRefused() {
        assertThat(
                        message(
                                () -> keyPolicy(
                                        document(
                                                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::444455556666:root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}"))))
                .contains("will not allow you to update the key policy");
    }

    @Test
    void serviceControlPolicies() {
        attach("service-control", Accounts.CUSTOMER, DENY_DECRYPT);
        assertThat(denial(Accounts.DEMO_ROLE_ARN)).endsWith("with an explicit deny in a service control policy");

        attach("service-control", Accounts.CUSTOMER, ALLOW_DESCRIBE);
        assertThat(denial(Accounts.DEMO_ROLE_ARN))
                .endsWith("because no service control policy allows the kms:Decrypt action");
    }

    @Test
    void resourceControlPolicies() {
        attach("resource-control", Accounts.CUSTOMER, DENY_DECRYPT);

        assertThat(denial(Accounts.DEMO_ROLE_ARN)).endsWith("with an explicit deny in a resource control policy");
    }

    @Test
    void permissionsBoundaries() {
        attach("permissions-boundary", Accounts.DEMO_ROLE_ARN, ALLOW_DESCRIBE);
        assertThat(denial(Accounts.DEMO_ROLE_ARN))
                .endsWith("because no permissions boundary allows the kms:Decrypt action");

        attach("permissions-boundary", Accounts.DEMO_ROLE_ARN, DENY_DECRYPT);
        assertThat(denial(Accounts.DEMO_ROLE_ARN)).endsWith("with an explicit deny in a permissions boundary");
    }

    @Test
    void sessionPolicies() {
        AssumeRoleRequest narrowed = AssumeRoleRequest.builder()
                .roleArn(Accounts.DEMO_ROLE_ARN)
                .externalId("x")
                .roleSessionName("narrowed")
                .policy(ALLOW_DESCRIBE)
                .build();
        KmsClient product = clients.kms(clients.assume(narrowed), "us-east-1");

        assertThat(message(() -> product.decrypt(r -> r.ciphertextBlob(sealed))))
                .endsWith("because no session policy allows the kms:Decrypt action");
    }

    @Test
    void vpcEndpointPoliciesOnlyOnTheWayThroughTheEndpoint() {
        // Given
        String endpoint = newEndpoint("us-east-1");
        attach("vpc-endpoint", endpoint, ALLOW_DESCRIBE);
        Clients inside = clients.through(endpoint);
        KmsClient product = inside.kms(clients.assume(Accounts.DEMO_ROLE_ARN, "x"), "us-east-1");

        // Then
        assertThat(message(() -> product.decrypt(r -> r.ciphertextBlob(sealed))))
                .endsWith("because no VPC endpoint policy allows the kms:Decrypt action");
        attach("vpc-endpoint", endpoint, DENY_DECRYPT);
        assertThat(message(() -> product.decrypt(r -> r.ciphertextBlob(sealed))))
                .endsWith("with an explicit deny in a VPC endpoint policy");
        KmsClient outside = clients.kms(clients.assume(Accounts.DEMO_ROLE_ARN, "x"), "us-east-1");
        assertThat(outside.decrypt(r -> r.ciphertextBlob(sealed)).keyId()).isEqualTo(Accounts.DEMO_KEY_ARN);
    }

    @Test
    void aKeyCanBeBoundToOneEndpoint() {
        // Given
        String endpoint = newEndpoint("us-east-1");
        keyPolicy(document(
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}",
                "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":[\"kms:Encrypt\",\"kms:Decrypt\"],\"Resource\":\"*\",\"Condition\":{\"StringNotEquals\":{\"aws:SourceVpce\":\""
                        + endpoint + "\"}}}"));
        Clients inside = clients.through(endpoint);

        // Then
        assertThat(encrypt(inside.kms())).isNotNull();
        assertThat(message(() -> encrypt(customer))).endsWith("with an explicit deny in a resource-based policy");
    }

    @Test
    void anEncryptionContextCanBeDemanded() {
        // Given
        String role = newRole(
                document(
                        "{\"Effect\":\"Allow\",\"Action\":\"kms:Encrypt\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"kms:EncryptionContext:tenant\":\"a\"}}}"));
        KmsClient product = clients.kms(clients.assume(role, "x"), "us-east-1");

        // Then
        assertThat(code(() -> encrypt(product))).isEqualTo("AccessDeniedException");
        assertThat(product.encrypt(r -> r.keyId(Accounts.DEMO_KEY_ARN)
                                .plaintext(SdkBytes.fromUtf8String("x"))
                                .encryptionContext(java.util.Map.of("tenant", "a")))
                        .keyId())
                .isEqualTo(Accounts.DEMO_KEY_ARN);
    }

    private String denial(String role) {
        KmsClient product = clients.kms(clients.assume(role, "x"), "us-east-1");
        return message(() -> product.decrypt(r -> r.ciphertextBlob(sealed)));
    }

    private String newRole(String policy) {
        String name = "role-" + UUID.randomUUID();
        try (IamClient iam = clients.iam()) {
            String arn = iam.createRole(r -> r.roleName(name)
                            .assumeRolePolicyDocument(document("{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
                                    + Accounts.PLATFORM_ARN + "\"},\"Action\":\"sts:AssumeRole\"}")))
                    .role()
                    .arn();
            iam.putRolePolicy(r -> r.roleName(name).policyName("p").policyDocument(policy));
            return arn;
        }
    }

    private void put(String roleArn, String policy) {
        try (IamClient iam = clients.iam()) {
            iam.putRolePolicy(r -> r.roleName(roleArn.substring(roleArn.lastIndexOf('/') + 1))
                    .policyName("p")
                    .policyDocument(policy));
        }
    }

    private void keyPolicy(String policy) {
        customer.putKeyPolicy(r -> r.keyId(Accounts.DEMO_KEY_ARN).policy(policy));
    }

    private static SdkBytes encrypt(KmsClient kms) {
        return kms.encrypt(r -> r.keyId(Accounts.DEMO_KEY_ARN).plaintext(SdkBytes.fromUtf8String("x")))
                .ciphertextBlob();
    }

    private static String statement(String effect, String action) {
        return document(
                "{\"Effect\":\"" + effect + "\",\"Action\":\"" + action + "\",\"Principal\":\"*\",\"Resource\":\"*\"}");
    }

    private static String document(String... statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
    }
}
