package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.kms.KmsClient;

/** Who is let in by a role's trust policy, and for how long. */
class AssumeRoleIT extends SimulatorCase {

    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},
             "Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"%s"}}}]}""";

    @Test
    void theExternalIdHasToBeTheOneOfTheTrustPolicy() {
        // Given
        String role = newRole("right");

        // Then
        assertThat(message(() -> clients.assume(role, "wrong")))
                .isEqualTo("User: %s is not authorized to perform: sts:AssumeRole on resource: %s"
                        .formatted(Accounts.PLATFORM_PRINCIPAL, role));
        assertThat(code(() -> clients.assume(role, "wrong"))).isEqualTo("AccessDenied");
        assertThat(clients.sts(clients.assume(role, "right"))
                        .getCallerIdentity()
                        .arn())
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/" + role.substring(role.lastIndexOf('/') + 1)
                        + "/keyward-check");
    }

    @Test
    void aRoleThatIsNotThereIsRefusedLikeOneThatDoesNotTrust() {
        assertThat(code(() -> clients.assume("arn:aws:iam::111122223333:role/nothing", "x")))
                .isEqualTo("AccessDenied");
    }

    @Test
    void theCanaryLetsThePlatformIn() {
        assertThat(clients.assume(simulator.canaryRoleArn(), simulator.canaryExternalId()))
                .isNotNull();
        assertThat(code(() -> clients.assume(simulator.canaryRoleArn(), "x"))).isEqualTo("AccessDenied");
    }

    @Test
    void aSessionSurvivesItsTrustButNotItsRole() {
        // Given
        String role = newRole("x");
        String name = role.substring(role.lastIndexOf('/') + 1);
        AwsCredentials session = clients.assume(role, "x");

        // When
        try (IamClient iam = clients.iam()) {
            iam.updateAssumeRolePolicy(
                    r -> r.roleName(name).policyDocument(TRUST.formatted("arn:aws:iam::444455556666:root", "x")));

            // Then
            assertThat(code(() -> clients.assume(role, "x"))).isEqualTo("AccessDenied");
            assertThat(describe(session)).isEqualTo(Accounts.DEMO_KEY_ARN);
            iam.deleteRolePolicy(r -> r.roleName(name).policyName("p"));
            iam.deleteRole(r -> r.roleName(name));
            assertThat(code(() -> describe(session))).isEqualTo("AccessDeniedException");
        }
    }

    @Test
    void aSessionEndsByTime() {
        // Given
        AwsCredentials session = clients.assume(Accounts.DEMO_ROLE_ARN, "x");

        // When
        control("PUT", "/clock", "{\"offset\":\"PT16M\"}");

        // Then
        assertThat(code(() -> describe(session))).isEqualTo("ExpiredTokenException");
        assertThat(code(() -> clients.sts(session).getCallerIdentity())).isEqualTo("ExpiredToken");
    }

    @Test
    void aServiceControlPolicyCanBreakThePlatformItself() {
        attach(
                "service-control",
                Accounts.PLATFORM,
                "{\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"sts:AssumeRole\",\"Resource\":\"*\"}]}");

        assertThat(code(() -> clients.assume(Accounts.DEMO_ROLE_ARN, "x"))).isEqualTo("AccessDenied");
        assertThat(code(() -> clients.assume(Accounts.CANARY_ROLE_ARN, Accounts.CANARY_EXTERNAL_ID)))
                .isEqualTo("AccessDenied");
    }

    @Test
    void rolesAreMadeAndReadByTheOrdinaryApi() {
        String role = newRole("x");
        String name = role.substring(role.lastIndexOf('/') + 1);
        try (IamClient iam = clients.iam()) {
            assertThat(iam.getRole(r -> r.roleName(name)).role().arn()).isEqualTo(role);
            assertThatThrownBy(() -> iam.createRole(r -> r.roleName(name).assumeRolePolicyDocument(TRUST)))
                    .isInstanceOf(EntityAlreadyExistsException.class);
            assertThatThrownBy(() -> iam.getRole(r -> r.roleName("nothing"))).isInstanceOf(NoSuchEntityException.class);
        }
    }

    private String describe(AwsCredentials credentials) {
        try (KmsClient kms = clients.kms(credentials, "us-east-1")) {
            return kms.describeKey(r -> r.keyId(Accounts.DEMO_KEY_ARN))
                    .keyMetadata()
                    .arn();
        }
    }

    private String newRole(String externalId) {
        String name = "role-" + UUID.randomUUID();
        try (IamClient iam = clients.iam()) {
            String arn = iam.createRole(r -> r.roleName(name)
                            .assumeRolePolicyDocument(TRUST.formatted(Accounts.PLATFORM_ARN, externalId)))
                    .role()
                    .arn();
            iam.putRolePolicy(
                    r -> r.roleName(name)
                            .policyName("p")
                            .policyDocument(
                                    "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"kms:DescribeKey\",\"Resource\":\"*\"}]}"));
            return arn;
        }
    }
}
