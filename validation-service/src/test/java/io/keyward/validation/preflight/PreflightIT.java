package io.keyward.validation.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.simulator.Accounts;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.support.TestCloud;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The checks before a configuration is accepted, as the application wires them. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class PreflightIT {
    private static final String GROUP = "5f1b2c3d4e5f60718293a4b5";

    @Inject
    KeyCheckResource keys;

    @Inject
    RoleCheckResource roles;

    @Test
    @Rule({"C2", "P6"})
    void tellsThatAKeyWouldWork() throws Throwable {
        var key = TestCloud.createKey();

        var answer = check("AWS", key);

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

        var answer = check("AWS", key);

        assertThat(answer.outcome()).isEqualTo("REVOKED");
        assertThat(answer.reason()).isEqualTo("KEY_DISABLED");
        assertThat(answer.remedy()).contains("kms:EnableKey");
    }

    @Test
    void knowsNoOtherCloud() {
        assertThatThrownBy(() -> check("AZURE", "key"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_PROVIDER));
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

    private KeyCheckResource.Answer check(String provider, String key) throws Throwable {
        var request = new KeyCheckResource.Request(
                GROUP, provider, key, TestCloud.REGION, Accounts.DEMO_ROLE_ARN, "external", false);
        return VertxContextSupport.subscribeAndAwait(() -> keys.check(request));
    }

    private RoleCheckResource.Answer checkRole(String roleArn, String externalId) throws Throwable {
        var request = new RoleCheckResource.Request(GROUP, roleArn, externalId);
        return VertxContextSupport.subscribeAndAwait(() -> roles.check(request));
    }
}
