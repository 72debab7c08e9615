package io.keyward.validation.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keyward.clouds.Freshness;
import io.keyward.testkit.Rule;
import io.keyward.validation.check.Evidence.Call;
import io.keyward.validation.check.Evidence.Path;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Valid;
import io.keyward.validation.check.KeyLife.RotationSource;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.Probe;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks over the internet and through private endpoints, and what a denial means on each way. */
class AwsPathIT {
    private static final String[] ALL = {"kms:DescribeKey", "kms:Encrypt", "kms:Decrypt"};
    private static final KeyPath PUBLIC = new KeyPath.Public(false);
    private static final KeyPath PROVISIONAL = new KeyPath.Public(true);

    private static Vertx vertx;
    private static SimulatedAws aws;
    private static CheckerUnderTest checker;
    private static String endpoint;

    private String keyArn;
    private String roleArn;
    private Probe probe;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        aws = new SimulatedAws();
        checker = new CheckerUnderTest(
                vertx, aws.simulator(), aws.simulator().endpoint().toString());
        endpoint = aws.createVpcEndpoint();
    }

    @AfterAll
    static void stop() {
        aws.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void aKeyThatWorks() {
        aws.calm();
        keyArn = aws.createKey();
        roleArn = aws.createRole(ALL);
        probe = ((Valid) check(PUBLIC, null)).freshProbe();
    }

    @Test
    @Rule({"E9", "V5", "P6"})
    void asksThroughTheEndpointAndSaysSo() {
        var check = check(through(endpoint, Duration.ZERO), probe);

        assertThat(check).isInstanceOf(Valid.class);
        assertThat(check.evidence().calls())
                .extracting(Call::operation, Call::path)
                .containsExactly(
                        tuple("sts:AssumeRole", Path.PUBLIC),
                        tuple("kms:DescribeKey", Path.PRIVATE),
                        tuple("kms:Decrypt", Path.PRIVATE),
                        tuple("kms:Encrypt", Path.PRIVATE));
    }

    @Test
    @Rule({"E9", "V6", "P2"})
    void aKeyThatInsistsOnItsEndpointIsAskedThroughIt() {
        aws.denyInKeyPolicyUnlessThrough(keyArn, roleArn, endpoint, ALL);

        assertThat(check(through(endpoint, Duration.ZERO), probe)).isInstanceOf(Valid.class);
        assertNetworkPolicy(check(PROVISIONAL, probe), "over the internet");
        assertRevoked(check(PUBLIC, probe));
    }

    @Test
    @Rule({"V6", "P2"})
    void aNewEndpointThatTheKeysPolicyDoesNotNameIsNoRevocation() {
        aws.denyInKeyPolicyUnlessThrough(keyArn, roleArn, "vpce-another", ALL);

        assertNetworkPolicy(check(through(endpoint, Duration.ofMinutes(59)), probe), "short while ago");
        assertRevoked(check(through(endpoint, Duration.ofHours(1)), probe));
    }

    @Test
    @Rule({"V2", "V6"})
    void permissionsTakenAwayAreARevocationOnThePrivateWayToo() {
        aws.permit(roleArn, "kms:ListKeys");

        assertRevoked(check(through(endpoint, Duration.ZERO), probe));
        assertNetworkPolicy(check(PROVISIONAL, probe), "over the internet");
    }

    @Test
    @Rule({"V6", "P2"})
    void blamesTheNetworkForThePolicyOfAVpcEndpoint() {
        aws.guard("vpc-endpoint", endpoint, SimulatedAws.allowAllBut("kms:*"));

        assertNetworkPolicy(check(through(endpoint, Duration.ofDays(9)), probe), "policy of a VPC endpoint");
    }

    @Test
    @Rule({"P2", "V3"})
    void anEndpointThatDoesNotAnswerIsNotGoneAround() {
        var check = check(through("vpce-0000000000000dead", Duration.ZERO), probe);

        assertInconclusive(check, Cause.UNREACHABLE);
        assertThat(check.evidence().calls()).extracting(Call::path).containsOnlyOnce(Path.PRIVATE);
    }

    @Test
    @Rule({"E9", "N1"})
    void rotationIsNotAskedWhereTheEndpointLetsItNotPass() {
        var way = through(endpoint, Duration.ZERO);
        var due = new AwsKey("group", "use", keyArn, "us-east-1", way, roleArn, SimulatedAws.EXTERNAL_ID, probe, true);

        var check = checker.check(due, Freshness.FRESH);

        assertThat(check.evidence().calls()).hasSize(4);
        assertThat(check.evidence().life().rotationSource()).isEqualTo(RotationSource.CREATION);
    }

    @Test
    @Rule({"E9", "P2", "P6"})
    void withoutAWayNobodyIsAsked() {
        var check = check(new KeyPath.Missing("The endpoint is gone.", "Make another one."), probe);

        assertInconclusive(check, Cause.PRIVATE_ENDPOINT_MISSING);
        assertThat(check.evidence().explanation()).isEqualTo("The endpoint is gone.");
        assertThat(check.evidence().remedy()).isEqualTo("Make another one.");
        assertThat(check.evidence().calls()).isEmpty();
    }

    private KeyCheck check(KeyPath path, @Nullable Probe earlier) {
        var key = new AwsKey("group", "use", keyArn, "us-east-1", path, roleArn, SimulatedAws.EXTERNAL_ID, earlier);
        return checker.check(key, Freshness.FRESH);
    }

    private static KeyPath through(String reference, Duration age) {
        return new KeyPath.Private(
                reference, reference + ".example.org", Instant.now().minus(age));
    }

    private static void assertNetworkPolicy(KeyCheck check, String explanation) {
        assertInconclusive(check, Cause.NETWORK_POLICY);
        assertThat(check.evidence().explanation()).contains(explanation);
        assertThat(check.evidence().remedy()).isNotBlank();
    }

    private static void assertInconclusive(KeyCheck check, Cause cause) {
        assertThat(check).isInstanceOfSatisfying(Inconclusive.class, silence -> assertThat(silence.cause())
                .isEqualTo(cause));
    }

    private static void assertRevoked(KeyCheck check) {
        assertThat(check).isInstanceOfSatisfying(Revoked.class, revoked -> assertThat(revoked.reason())
                .isEqualTo(Reason.ACCESS_REVOKED));
    }
}
