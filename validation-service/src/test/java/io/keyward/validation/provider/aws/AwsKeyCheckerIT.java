package io.keyward.validation.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.clouds.Freshness;
import io.keyward.testkit.Rule;
import io.keyward.validation.check.Evidence.Call;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.KeyCheck.Valid;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyLife.End;
import io.keyward.validation.check.KeyLife.RotationSource;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.Probe;
import io.keyward.validation.check.role.RoleCheck.Outcome;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.OriginType;

/** Everything a customer, AWS and the network can do to a key, told by the real SDK from the wire. */
class AwsKeyCheckerIT {
    private static final String DESCRIBE = "kms:DescribeKey";
    private static final String ENCRYPT = "kms:Encrypt";
    private static final String DECRYPT = "kms:Decrypt";
    private static final String LIST_ROTATIONS = "kms:ListKeyRotations";
    private static final String ROTATION_STATUS = "kms:GetKeyRotationStatus";
    private static final String[] WITH_ROTATION = {DESCRIBE, ENCRYPT, DECRYPT, LIST_ROTATIONS, ROTATION_STATUS};
    private static final KeyLife NO_END = new KeyLife(null, null, null, null, null);

    private static SimulatedAws aws;
    private static Vertx vertx;
    private static CheckerUnderTest checker;

    private String keyArn;
    private String roleArn;
    private Probe probe;

    @BeforeAll
    static void startAws() {
        aws = new SimulatedAws();
        vertx = Vertx.vertx();
        checker = new CheckerUnderTest(
                vertx, aws.simulator(), aws.simulator().endpoint().toString());
    }

    @AfterAll
    static void stopAws() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        aws.close();
    }

    /** A key that works and was checked once. */
    @BeforeEach
    void useAKey() {
        keyArn = aws.createKey();
        roleArn = aws.createRole(DESCRIBE, ENCRYPT, DECRYPT);
        probe = ((Valid) check(null)).freshProbe();
    }

    @AfterEach
    void calm() {
        aws.calm();
    }

    @Test
    @Rule({"V5", "P6"})
    void provesTheFirstUseByAnEncryptAndItsDecrypt() {
        var first = check(null);

        assertThat(first).isInstanceOfSatisfying(Valid.class, valid -> assertThat(valid.freshProbe())
                .isNotNull());
        assertThat(operations(first)).containsExactly("sts:AssumeRole", DESCRIBE, ENCRYPT, DECRYPT);
        assertThat(first.evidence().calls()).allSatisfy(call -> {
            assertThat(call.code()).isEqualTo("OK");
            assertThat(call.requestId()).isNotBlank();
            assertThat(call.region()).isEqualTo("us-east-1");
        });
    }

    @Test
    @Rule("V5")
    void provesLaterUsesByADecryptOfWhatWasEncryptedBefore() {
        var later = check(probe);

        assertThat(later).isInstanceOfSatisfying(Valid.class, valid -> assertThat(valid.freshProbe())
                .isNull());
        assertThat(operations(later)).containsExactly("sts:AssumeRole", DESCRIBE, DECRYPT, ENCRYPT);
    }

    @Test
    @Rule("V5")
    void readsWhatWasEncryptedBeforeARotation() {
        aws.kms().rotateKeyOnDemand(request -> request.keyId(keyArn)).join();

        assertThat(check(probe)).isInstanceOf(Valid.class);
    }

    @Test
    @Rule({"V2", "P6"})
    void noticesADisabledKeyAndThatItIsBack() {
        aws.kms().disableKey(request -> request.keyId(keyArn)).join();
        var disabled = check(probe);
        aws.kms().enableKey(request -> request.keyId(keyArn)).join();
        var enabled = check(probe);

        assertRevoked(disabled, Reason.KEY_DISABLED);
        assertThat(disabled.evidence().key()).isEqualTo(keyArn);
        assertThat(disabled.evidence().explanation()).contains("disabled in AWS KMS");
        assertThat(disabled.evidence().remedy()).contains("kms:EnableKey");
        assertThat(enabled).isInstanceOf(Valid.class);
    }

    @Test
    @Rule("V2")
    void noticesAKeyThatIsToBeDeletedAndSaysWhen() {
        aws.kms()
                .scheduleKeyDeletion(request -> request.keyId(keyArn).pendingWindowInDays(7))
                .join();

        var check = check(probe);

        assertRevoked(check, Reason.KEY_PENDING_DELETION);
        assertThat(check.evidence().explanation()).containsPattern("deletion in AWS KMS on \\d{4}-");
    }

    @Test
    @Rule("V6")
    void noticesMissingKeyMaterial() {
        keyArn = aws.createKey(key -> key.origin(OriginType.EXTERNAL));

        assertRevoked(check(probe), Reason.KEY_MATERIAL_MISSING);
    }

    @Test
    @Rule("V6")
    void tellsADisabledKeyThatItMayNotDescribe() {
        aws.permit(roleArn, ENCRYPT, DECRYPT);
        aws.kms().disableKey(request -> request.keyId(keyArn)).join();

        assertRevoked(check(probe), Reason.KEY_DISABLED);
    }

    @Test
    @Rule("V6")
    void tellsAKeyThatIsGoneFromOneThatNeverWas() {
        keyArn = keyArn.substring(0, keyArn.lastIndexOf('/')) + "/00000000-0000-0000-0000-000000000000";

        assertRevoked(check(probe), Reason.KEY_NOT_FOUND);
        assertUnusable(check(null), Problem.KEY_NEVER_FOUND, false);
    }

    @Test
    @Rule({"V6", "R5"})
    void takesADeniedDecryptForARevocation() {
        aws.permit(roleArn, DESCRIBE, ENCRYPT);

        var check = check(probe);

        assertRevoked(check, Reason.ACCESS_REVOKED);
        assertThat(check.evidence().explanation()).contains("kms:Decrypt").contains("canary");
        assertThat(check.evidence().remedy()).contains("\"kms:Decrypt\"").contains(keyArn);
        assertThat(last(check).operation()).isEqualTo("sts:AssumeRole");
        assertThat(last(check).target()).isEqualTo(aws.simulator().canaryRoleArn());
        assertRevoked(check(null), Reason.ACCESS_REVOKED);
    }

    @Test
    @Rule({"V6", "R5"})
    void doesNotTakeADeniedEncryptForARevocation() {
        aws.permit(roleArn, DESCRIBE, DECRYPT);

        var check = check(probe);

        assertUnusable(check, Problem.ENCRYPT_DENIED, true);
        assertThat(check.evidence().remedy()).contains("kms:Encrypt").contains(keyArn);
        assertUnusable(check(null), Problem.ENCRYPT_DENIED, false);
    }

    @Test
    @Rule({"V6", "R5"})
    void doesNotTakeADeniedDescribeForARevocation() {
        aws.permit(roleArn, ENCRYPT, DECRYPT);

        assertUnusable(check(probe), Problem.DESCRIBE_KEY_DENIED, true);
        assertUnusable(check(null), Problem.DESCRIBE_KEY_DENIED, true);
    }

    @Test
    @Rule("V6")
    void takesADenialOfEverythingForARevocation() {
        aws.permit(roleArn, "s3:GetObject");

        assertRevoked(check(probe), Reason.ACCESS_REVOKED);
        assertRevoked(check(null), Reason.ACCESS_REVOKED);
    }

    @Test
    @Rule("V6")
    void namesTheKeysOwnPolicy() {
        aws.denyInKeyPolicy(keyArn, roleArn, DECRYPT);

        assertDenied(check(probe), "the key's own policy");
    }

    @ParameterizedTest
    @Rule("V6")
    @CsvSource({
        "service-control,  a service control policy",
        "resource-control, a resource control policy",
    })
    void namesThePoliciesOfTheOrganization(String kind, String denier) {
        var policy = kind.equals("service-control")
                ? SimulatedAws.identityPolicyAllowingAllBut(DECRYPT)
                : SimulatedAws.allowAllBut(DECRYPT);
        aws.guard(kind, aws.simulator().customerAccountId(), policy);

        assertDenied(check(probe), denier);
    }

    @Test
    @Rule("V6")
    void namesThePermissionsBoundary() {
        aws.guard("permissions-boundary", roleArn, SimulatedAws.identityPolicyAllowingAllBut(DECRYPT));

        assertDenied(check(probe), "the permissions boundary");
    }

    @Test
    @Rule("V6")
    void noticesThatTheRoleIsNoLongerTrusting() {
        aws.distrust(roleArn);

        var check = check(probe);

        assertRevoked(check, Reason.ROLE_NOT_ASSUMABLE);
        assertThat(check.evidence().remedy()).contains(roleArn).contains("sts:AssumeRole");
    }

    @Test
    void aCachedSessionOutlivesItsTrustAndAFreshOneDoesNot() {
        checker.check(key(probe), Freshness.CACHED);
        aws.distrust(roleArn);

        assertThat(checker.check(key(probe), Freshness.CACHED)).isInstanceOf(Valid.class);
        assertRevoked(checker.check(key(probe), Freshness.FRESH), Reason.ROLE_NOT_ASSUMABLE);
        assertRevoked(checker.check(key(probe), Freshness.CACHED), Reason.ROLE_NOT_ASSUMABLE);
    }

    @Test
    @Rule({"V6", "P2", "P7"})
    void believesNoRefusedRoleWhenItsCanaryIsRefusedTooAndTellsOfIt() {
        aws.disturb(failing("AssumeRole", "AccessDenied", "not authorized to perform: sts:AssumeRole"));

        var check = check(probe);

        assertThat(checker.witnessed().getLast()).startsWith("failed: ");

        assertInconclusive(check, Cause.OUR_CREDENTIALS);
        assertThat(check.evidence().remedy()).contains("Customers have nothing to do");
    }

    @Test
    @Rule({"V6", "P2"})
    void believesNoDeniedDecryptWhenItsCanaryIsRefused() {
        checker.check(key(probe), Freshness.CACHED);
        aws.permit(roleArn, DESCRIBE, ENCRYPT);
        aws.disturb(failing("AssumeRole", "AccessDenied", "not authorized to perform: sts:AssumeRole"));

        assertInconclusive(checker.check(key(probe), Freshness.CACHED), Cause.OUR_CREDENTIALS);
    }

    @ParameterizedTest
    @Rule({"V3", "V6", "P2"})
    @CsvSource(
            delimiter = '|',
            value = {
                "{'region':'us-east-1','effect':'UNREACHABLE'}                                              | UNREACHABLE",
                "{'region':'us-east-1','service':'kms','effect':'UNREACHABLE'}                              | UNREACHABLE",
                "{'region':'us-east-1','service':'kms','effect':'SLOW','delayMillis':5000}                  | TIMED_OUT",
                "{'region':'us-east-1','service':'kms','effect':'THROTTLE'}                                 | THROTTLED",
                "{'region':'us-east-1','service':'sts','effect':'THROTTLE'}                                 | THROTTLED",
            })
    void learnsNothingFromBadWeather(String disturbance, Cause cause) {
        aws.disturb(disturbance.replace('\'', '"'));

        var check = check(probe);

        assertInconclusive(check, cause);
        assertThat(last(check).code()).isNotEqualTo("OK");
        assertThat(check.evidence().explanation()).isNotBlank();
    }

    @Test
    @Rule("V6")
    void countsAnswersThatItDoesNotKnowAndTellsOfThemOnce() {
        var before = checker.unknownAnswers();
        aws.disturb(failing("DescribeKey", "InventedLaterException", "?"));

        check(probe);
        check(probe);

        assertThat(checker.unknownAnswers()).isEqualTo(before + 2);
        assertThat(checker.toldUnknown()).containsExactly("kms:DescribeKey InventedLaterException");
    }

    @Test
    @Rule({"P7", "V8"})
    void tellsThatItIsNotTakenForItself() {
        aws.disturb(failing("AssumeRole", "InvalidClientTokenId", "The security token is invalid."));

        assertInconclusive(check(probe), Cause.OUR_CREDENTIALS);
        assertThat(checker.witnessed().getLast()).startsWith("failed: ");
    }

    @Test
    @Rule("V9")
    void learnsWithEveryCheckWhenTheKeyEnds() {
        aws.kms()
                .scheduleKeyDeletion(request -> request.keyId(keyArn).pendingWindowInDays(7))
                .join();
        var doomed = check(probe).evidence().life();
        aws.kms().cancelKeyDeletion(request -> request.keyId(keyArn)).join();

        assertThat(doomed.end()).isEqualTo(End.DELETION);
        assertThat(doomed.endsAt())
                .isBetween(inDays(7).minusSeconds(600), inDays(7).plusSeconds(600));
        assertThat(doomed.rotationSource()).isNull();
        assertThat(check(probe).evidence().life()).isEqualTo(NO_END);
    }

    @Test
    @Rule("V9")
    void learnsToTheDayWhenAKeyWithReplicasEndsAtTheEarliest() {
        keyArn = aws.createKey(key -> key.multiRegion(true));
        aws.kms()
                .replicateKey(request -> request.keyId(keyArn).replicaRegion("eu-west-1"))
                .join();
        aws.kms()
                .scheduleKeyDeletion(request -> request.keyId(keyArn).pendingWindowInDays(7))
                .join();

        var life = check(probe).evidence().life();

        assertThat(life.end()).isEqualTo(End.DELETION);
        assertThat(life.endsAt()).isBetween(inDays(6).minusSeconds(600), inDays(7));
    }

    @Test
    @Rule("N1")
    void doesNotAskForRotationUnlessItIsDue() {
        aws.permit(roleArn, WITH_ROTATION);

        assertThat(operations(check(probe))).doesNotContain(LIST_ROTATIONS);
        assertThat(operations(checkWithRotation())).endsWith(LIST_ROTATIONS, ROTATION_STATUS);
    }

    @Test
    @Rule("N1")
    void learnsOfARotationFromItsRecordAndOfTheNextFromTheSchedule() {
        aws.permit(roleArn, WITH_ROTATION);
        aws.kms()
                .enableKeyRotation(request -> request.keyId(keyArn).rotationPeriodInDays(90))
                .join();
        var never = checkWithRotation().evidence().life();
        aws.kms().rotateKeyOnDemand(request -> request.keyId(keyArn)).join();
        var rotated = checkWithRotation().evidence().life();

        assertThat(never.rotationSource()).isEqualTo(RotationSource.CREATION);
        assertThat(rotated.rotationSource()).isEqualTo(RotationSource.ROTATION_RECORD);
        assertThat(rotated.rotatedAt()).isAfterOrEqualTo(never.rotatedAt());
        assertThat(rotated.nextRotationAt())
                .isBetween(inDays(90).minusSeconds(600), inDays(90).plusSeconds(600));
    }

    @Test
    @Rule("N1")
    void worksOutTheLastRotationFromTheScheduleWhereTheRecordIsClosed() {
        aws.permit(roleArn, DESCRIBE, ENCRYPT, DECRYPT, ROTATION_STATUS);
        aws.kms()
                .enableKeyRotation(request -> request.keyId(keyArn).rotationPeriodInDays(90))
                .join();

        var life = checkWithRotation().evidence().life();

        assertThat(life.rotationSource()).isEqualTo(RotationSource.ROTATION_SCHEDULE);
        assertThat(life.rotatedAt()).isBetween(inDays(0).minusSeconds(600), inDays(0));
    }

    @Test
    @Rule({"N1", "R5"})
    void aRoleWithNothingButTheThreeActionsIsNoProblem() {
        var check = checkWithRotation();

        assertThat(check).isInstanceOf(Valid.class);
        assertThat(check.evidence().life().rotationSource()).isEqualTo(RotationSource.CREATION);
        assertThat(check.evidence().life().nextRotationAt()).isNull();
    }

    @Test
    @Rule({"N1", "P2"})
    void aSourceThatIsOutOfOrderIsNotReplacedByAWorseOne() {
        aws.disturb(failing("ListKeyRotations", "KMSInternalException", ""));

        var check = checkWithRotation();

        assertThat(check).isInstanceOf(Valid.class);
        assertThat(check.evidence().life()).isEqualTo(NO_END);
    }

    @Test
    @Rule("N1")
    void aReplicaIsAsOldAsItsPrimaryAndRotatedThere() {
        aws.permit(roleArn, WITH_ROTATION);
        var primary = aws.createKey(key -> key.multiRegion(true));
        aws.kms()
                .replicateKey(request -> request.keyId(primary).replicaRegion("eu-west-1"))
                .join();
        keyArn = primary.replace("us-east-1", "eu-west-1");

        var check = checkWithRotation();

        assertThat(check.evidence().life().rotationSource()).isEqualTo(RotationSource.CREATION);
        assertThat(check.evidence().calls().stream().skip(4).map(Call::target)).containsOnly(primary);
        assertThat(check.evidence().calls().stream().skip(4).map(Call::region)).containsOnly("us-east-1");
    }

    @Test
    void renewsASessionThatHasExpiredOnce() {
        aws.disturb("""
                {"service":"kms","operation":"Decrypt","effect":"FAIL","code":"ExpiredTokenException","status":400,"calls":1}
                """);

        var check = check(probe);

        assertThat(check).isInstanceOf(Valid.class);
        assertThat(operations(check))
                .containsExactly("sts:AssumeRole", DESCRIBE, DECRYPT, "sts:AssumeRole", DESCRIBE, DECRYPT, ENCRYPT);
    }

    @Test
    void replacesAStoredCiphertextThatBelongsToAnotherKey() {
        var elsewhere = probe;
        keyArn = aws.createKey();

        var check = check(elsewhere);

        assertThat(check).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.freshProbe()).isNotNull().isNotEqualTo(elsewhere);
            assertThat(check(valid.freshProbe())).isInstanceOf(Valid.class);
        });
    }

    @Test
    @Rule("C4")
    void refusesKeysThatAreNotForEncryption() {
        keyArn = aws.createKey(key -> key.keyUsage(KeyUsageType.SIGN_VERIFY).keySpec(KeySpec.RSA_2048));
        assertUnusable(check(null), Problem.WRONG_KEY_USAGE, false);

        keyArn = aws.createKey(
                key -> key.keyUsage(KeyUsageType.GENERATE_VERIFY_MAC).keySpec(KeySpec.HMAC_256));
        assertUnusable(check(null), Problem.WRONG_KEY_USAGE, false);

        keyArn = aws.createKey(key -> key.keyUsage(KeyUsageType.ENCRYPT_DECRYPT).keySpec(KeySpec.RSA_2048));
        assertUnusable(check(null), Problem.WRONG_KEY_TYPE, false);
    }

    @Test
    @Rule("C3")
    void findsABareKeyIdInTheRolesOwnAccount() {
        var bare = new AwsKey(
                "group",
                "use",
                keyArn.substring(keyArn.lastIndexOf('/') + 1),
                "us-east-1",
                new KeyPath.Public(false),
                roleArn,
                SimulatedAws.EXTERNAL_ID,
                null);

        var check = checker.check(bare, Freshness.FRESH);

        assertThat(check).isInstanceOf(Valid.class);
        assertThat(check.evidence().key()).isEqualTo(keyArn);
    }

    @Test
    @Rule("C3")
    void asksNobodyAboutAKeyOfAnotherRegion() {
        var astray = new AwsKey(
                "group",
                "use",
                keyArn,
                "eu-west-1",
                new KeyPath.Public(false),
                roleArn,
                SimulatedAws.EXTERNAL_ID,
                null);

        var check = checker.check(astray, Freshness.FRESH);

        assertUnusable(check, Problem.INVALID_REQUEST, false);
        assertThat(check.evidence().calls()).isEmpty();
    }

    @Test
    @Rule("R1")
    void assumesARoleWithItsExternalIdOnly() {
        assertThat(checker.checkRole(roleArn, SimulatedAws.EXTERNAL_ID).outcome())
                .isEqualTo(Outcome.ASSUMABLE);
        assertThat(checker.checkRole(roleArn, "another-external-id").outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(checker.checkRole("arn:aws:iam::111122223333:user/me", "x").outcome())
                .isEqualTo(Outcome.REFUSED);
    }

    @Test
    @Rule("R6")
    void waitsForARoleThatIsOnlyJustKnown() {
        aws.distrust(roleArn);
        vertx.setTimer(
                700,
                ignored -> vertx.executeBlocking(() -> {
                    aws.trustAgain(roleArn);
                    return true;
                }));

        var check = checker.checkRole(roleArn, SimulatedAws.EXTERNAL_ID);

        assertThat(check.outcome()).isEqualTo(Outcome.ASSUMABLE);
        assertThat(check.evidence().calls()).hasSizeGreaterThan(1);
    }

    @Test
    @Rule({"R6", "P2"})
    void doesNotCallARoleRefusedWhenAwsIsSilent() {
        aws.disturb("{\"service\":\"sts\",\"effect\":\"HANG\"}");

        assertThat(checker.checkRole(roleArn, SimulatedAws.EXTERNAL_ID).outcome())
                .isEqualTo(Outcome.INCONCLUSIVE);
    }

    /** A first check that asks for rotation, too, wherever the key is. */
    private KeyCheck checkWithRotation() {
        var region = keyArn.split(":")[3];
        var due = new AwsKey(
                "group",
                "use",
                keyArn,
                region,
                new KeyPath.Public(false),
                roleArn,
                SimulatedAws.EXTERNAL_ID,
                null,
                true);
        return checker.check(due, Freshness.FRESH);
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    private KeyCheck check(Probe earlier) {
        return checker.check(key(earlier), Freshness.FRESH);
    }

    private AwsKey key(Probe earlier) {
        return new AwsKey(
                "group",
                "use",
                keyArn,
                "us-east-1",
                new KeyPath.Public(false),
                roleArn,
                SimulatedAws.EXTERNAL_ID,
                earlier);
    }

    private static String failing(String operation, String code, String message) {
        return """
                {"operation":"%s","effect":"FAIL","code":"%s","message":"%s","status":400}
                """.formatted(operation, code, message);
    }

    private static List<String> operations(KeyCheck check) {
        return check.evidence().calls().stream().map(Call::operation).toList();
    }

    private static Call last(KeyCheck check) {
        return check.evidence().calls().getLast();
    }

    private static void assertDenied(KeyCheck check, String denier) {
        assertRevoked(check, Reason.ACCESS_REVOKED);
        assertThat(check.evidence().explanation()).contains("denied by " + denier);
    }

    private static void assertRevoked(KeyCheck check, Reason reason) {
        assertThat(check).isInstanceOfSatisfying(Revoked.class, revoked -> assertThat(revoked.reason())
                .isEqualTo(reason));
    }

    private static void assertUnusable(KeyCheck check, Problem problem, boolean dataReadable) {
        assertThat(check).isInstanceOfSatisfying(Unusable.class, unusable -> {
            assertThat(unusable.problem()).isEqualTo(problem);
            assertThat(unusable.dataReadable()).isEqualTo(dataReadable);
        });
    }

    private static void assertInconclusive(KeyCheck check, Cause cause) {
        assertThat(check).isInstanceOfSatisfying(Inconclusive.class, silence -> assertThat(silence.cause())
                .isEqualTo(cause));
    }
}
