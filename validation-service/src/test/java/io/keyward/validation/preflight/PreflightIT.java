package io.keyward.validation.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.simulator.Accounts;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.simulator.google.GoogleAccounts;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.check.KeyAccess.AzureApplication;
import io.keyward.validation.check.KeyAccess.GoogleAccount;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestClouds;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The checks before a configuration is accepted, as the application wires them. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class PreflightIT {
    private static final String GROUP = "5f1b2c3d4e5f60718293a4b5";
    private static final String NOBODY = "ffffffff-0000-4000-8000-000000000009";
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Inject
    KeyCheckResource keys;

    @Inject
    RoleCheckResource roles;

    @Test
    @Rule({"C2", "P6"})
    void tellsThatAKeyWouldWork() throws Throwable {
        var key = TestCloud.createKey();

        var answer = check(key);

        assertThat(answer.outcome()).isEqualTo("VALID");
        assertThat(answer.reason()).isNull();
        assertThat(answer.key()).isEqualTo(key);
        assertThat(answer.calls()).extracting("operation").contains("kms:DescribeKey", "kms:Encrypt", "kms:Decrypt");
    }

    @Test
    @Rule({"C2", "P6"})
    void tellsWhyAKeyWouldNotWork() throws Throwable {
        var key = TestCloud.createKey();
        TestCloud.disable(key);

        var answer = check(key);

        assertThat(answer.outcome()).isEqualTo("REVOKED");
        assertThat(answer.reason()).isEqualTo("KEY_DISABLED");
        assertThat(answer.remedy()).contains("kms:EnableKey");
    }

    @Test
    @Rule({"C2", "C13", "P4"})
    void tellsWhetherAKeyOnAzureWouldWorkAndKeepsNoSecret() throws Throwable {
        var works = ask(azure(AzureAccounts.DEMO_KEY_ID, "credential", AzureAccounts.DEMO_APPLICATION_SECRET));
        var wrongSecret = ask(azure(AzureAccounts.DEMO_KEY_ID, "credential", "wrong"));
        var ours = ask(azure(AzureAccounts.DEMO_KEY_ID, null, null));
        var elsewhere = ask(azure("https://evil.example/keys/key/1", null, null));

        assertThat(works.outcome()).as(works.explanation()).isEqualTo("VALID");
        assertThat(works.calls())
                .extracting("operation")
                .containsExactly(
                        "entra:Token",
                        "keyvault:GetKey",
                        "keyvault:Encrypt",
                        "keyvault:Decrypt",
                        "entra:Token",
                        "arm:GetVault");
        assertThat(wrongSecret.reason()).isEqualTo("CREDENTIALS_INVALID");
        assertThat(ours.outcome()).as(ours.explanation()).isEqualTo("VALID");
        assertThat(elsewhere.reason()).isEqualTo("INVALID_REQUEST");
        assertThat(elsewhere.calls()).isEmpty();
    }

    @Test
    @Rule({"C2", "C14", "P4"})
    void tellsWhetherAKeyOnGoogleCloudWouldWork() throws Throwable {
        var works = ask(google(GoogleAccounts.demoKeyFile()));
        var noKeyFile = ask(google("{}"));

        assertThat(works.outcome()).as(works.explanation()).isEqualTo("VALID");
        assertThat(works.key()).isEqualTo(GoogleAccounts.DEMO_KEY_VERSION);
        assertThat(noKeyFile.reason()).isEqualTo("CREDENTIALS_INVALID");
        assertThat(noKeyFile.explanation()).contains("private_key");
    }

    /** Where tokens are had is not for a customer to say. */
    @Test
    @Rule({"C14", "P4"})
    void believesNoTokenServiceThatAKeyFileNames() throws Throwable {
        var file = GoogleAccounts.demoKeyFile()
                .replace("https://oauth2.googleapis.com/token", "https://evil.example/token");

        var answer = ask(google(file));

        assertThat(file).contains("evil.example");
        assertThat(answer.outcome()).as(answer.explanation()).isEqualTo("VALID");
    }

    @Test
    @Rule("R1")
    void tellsWhetherARoleLetsUsIn() throws Throwable {
        var letsIn = checkRole(Accounts.DEMO_ROLE_ARN, "any");
        var doesNot = checkRole(Accounts.CANARY_ROLE_ARN, "not its external id");

        assertThat(letsIn.outcome()).isEqualTo("ASSUMABLE");
        assertThat(doesNot.outcome()).isEqualTo("REFUSED");
        assertThat(doesNot.remedy()).contains("trust policy");
    }

    @Test
    @Rule("R1")
    void tellsWhetherATenantLetsUsInAndAsWhom() throws Throwable {
        var asSomebodyElse = checkRole(new RoleCheckQuestion.Azure(GROUP, AzureAccounts.CUSTOMER_TENANT, NOBODY));
        var principal = UUID.matcher(String.valueOf(asSomebodyElse.remedy()))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse(NOBODY);
        var letsIn = checkRole(new RoleCheckQuestion.Azure(GROUP, AzureAccounts.CUSTOMER_TENANT, principal));
        var noTenant = checkRole(new RoleCheckQuestion.Azure(GROUP, NOBODY, principal));

        assertThat(asSomebodyElse.outcome()).as(asSomebodyElse.explanation()).isEqualTo("REFUSED");
        assertThat(letsIn.outcome()).as(letsIn.explanation()).isEqualTo("ASSUMABLE");
        assertThat(letsIn.calls()).extracting("operation").containsExactly("entra:Token");
        assertThat(noTenant.outcome()).as(noTenant.explanation()).isEqualTo("REFUSED");
        assertThat(noTenant.remedy()).contains("tenantId");
    }

    @Test
    @Rule("R1")
    void tellsWhetherWeCanBecomeAnAccountOfOurs() throws Throwable {
        var ours = checkRole(new RoleCheckQuestion.Google(
                GROUP, "mongodb-atlas-0123456789abcdef@p-0123456789abcdefghijklmn.iam.gserviceaccount.com"));
        var anothers = checkRole(new RoleCheckQuestion.Google(GROUP, GoogleAccounts.DEMO_ACCOUNT));

        assertThat(ours.outcome()).as(ours.explanation()).isEqualTo("ASSUMABLE");
        assertThat(anothers.outcome()).isEqualTo("INCONCLUSIVE");
        assertThat(anothers.remedy()).contains("serviceAccountTokenCreator");
    }

    private KeyCheckResource.Answer check(String key) throws Throwable {
        var request = new KeyCheckQuestion.Aws(GROUP, key, TestCloud.REGION, Accounts.DEMO_ROLE_ARN, "external", false);
        return ask(request);
    }

    private KeyCheckResource.Answer ask(KeyCheckQuestion question) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> keys.check(question));
    }

    private static KeyCheckQuestion azure(String key, @Nullable String credentialId, @Nullable String secret) {
        var told = TestClouds.azureAccess(credentialId);
        var access = new AzureApplication(
                told.environment(),
                told.tenantId(),
                told.clientId(),
                credentialId,
                told.subscriptionId(),
                told.resourceGroup(),
                told.vault());
        return new KeyCheckQuestion.Azure(GROUP, key, "global", access, secret, false);
    }

    private static KeyCheckQuestion google(String keyFile) {
        return new KeyCheckQuestion.Google(
                GROUP,
                GoogleAccounts.DEMO_KEY_VERSION,
                GoogleAccounts.DEMO_LOCATION,
                new GoogleAccount("credential", null),
                keyFile,
                false);
    }

    private RoleCheckResource.Answer checkRole(String roleArn, String externalId) throws Throwable {
        return checkRole(new RoleCheckQuestion.Aws(GROUP, roleArn, externalId));
    }

    private RoleCheckResource.Answer checkRole(RoleCheckQuestion question) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> roles.check(question));
    }
}
