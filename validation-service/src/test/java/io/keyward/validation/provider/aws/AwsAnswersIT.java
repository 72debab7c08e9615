package io.keyward.validation.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.clouds.Freshness;
import io.keyward.testkit.Rule;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Valid;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.Probe;
import io.keyward.validation.provider.Impostor;
import io.keyward.validation.provider.aws.AwsAnswers.Row;
import io.keyward.validation.provider.aws.AwsAnswers.When;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.kms.model.OriginType;

/** Every row of {@link AwsAnswers} as AWS's own SDK meets it on the wire. */
class AwsAnswersIT {
    private static final int[] STATUSES = {400, 403, 404, 409};

    private static SimulatedAws aws;
    private static Vertx vertx;
    private static CheckerUnderTest checker;
    private static CheckerUnderTest obedient;
    private static String roleArn;
    private static String keyArn;
    private static String endpoint;
    private static Probe probe;

    @BeforeAll
    static void useAKey() {
        aws = new SimulatedAws();
        vertx = Vertx.vertx();
        checker = checkerAt(aws.simulator().endpoint().toString(), Map.of());
        obedient = checkerAt(
                aws.simulator().endpoint().toString(), Map.of("keyward.aws.disconnected-key-store-revokes", "true"));
        endpoint = aws.createVpcEndpoint();
        roleArn = aws.createRole("kms:DescribeKey", "kms:Encrypt", "kms:Decrypt");
        keyArn = aws.createKey();
        probe = ((Valid) checker.check(key(keyArn, When.NEVER_USED), Freshness.FRESH)).freshProbe();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        aws.close();
    }

    @AfterEach
    void calm() {
        aws.calm();
    }

    /** What cannot be had on the wire: a state that AWS does not have yet, and an SDK without any credentials on whatever machine this is. */
    static Stream<Row> onTheWire() {
        return AwsAnswers.rows().stream()
                .filter(row -> !row.code().equals("KeyState=Hibernating")
                        && !row.code().equals("no credentials"));
    }

    @ParameterizedTest
    @MethodSource("onTheWire")
    @Rule({"V6", "P2"})
    void meansWhatTheTableSays(Row row) {
        var check = row.isNetwork() ? unanswered(row) : row.isState() ? inState(row) : answered(row);

        assertThat(check.outcome()).as(check.toString()).isEqualTo(row.outcome());
        assertThat(check.reasonCode()).contains(row.reason());
        assertThat(check.evidence().calls()).isNotEmpty();
    }

    static Stream<Arguments> falseAnswers() {
        return Impostor.answers("AssumeRole", "DescribeKey", "Decrypt", "Encrypt");
    }

    @ParameterizedTest
    @MethodSource("falseAnswers")
    @Rule({"P2", "P6"})
    void whoeverAnswersInstead(String operation, String body) {
        // Given
        var disturbance = new JsonObject()
                .put("operation", operation)
                .put("effect", "INTERCEPT")
                .put("body", body);
        aws.disturb(disturbance.encode());

        // When
        var check = check(keyArn, When.USUALLY);

        // Then
        assertThat(check.outcome()).as(check.toString()).isEqualTo("INCONCLUSIVE");
        assertThat(check.evidence().calls().getLast().code())
                .as(check.toString())
                .isNotEqualTo("OK");
    }

    /** Whatever the status, which says nothing. */
    private static KeyCheck answered(Row row) {
        int status = STATUSES[Math.floorMod(row.hashCode(), STATUSES.length)];
        var disturbance = new JsonObject()
                .put("operation", row.operation())
                .put("effect", "FAIL")
                .put("code", row.code())
                .put("message", row.message(keyArn))
                .put("status", status);
        if (row.operation().equals("AssumeRole")) {
            disturbance.put("resource", roleArn);
        }
        aws.disturb(disturbance.encode());
        return check(keyArn, row.when());
    }

    private static KeyCheck inState(Row row) {
        var made =
                switch (row.state()) {
                    case "PendingImport" -> aws.createKey(key -> key.origin(OriginType.EXTERNAL));
                    case "PendingReplicaDeletion" -> aws.createKey(key -> key.multiRegion(true));
                    default -> aws.createKey();
                };
        switch (row.state()) {
            case "Disabled" ->
                aws.kms().disableKey(request -> request.keyId(made)).join();
            case "PendingDeletion" -> delete(made);
            case "PendingReplicaDeletion" -> {
                aws.kms()
                        .replicateKey(request -> request.keyId(made).replicaRegion("eu-west-1"))
                        .join();
                delete(made);
            }
            case "PendingImport" -> {}
            default -> aws.put(made, row.state());
        }
        return check(made, row.when());
    }

    private static void delete(String arn) {
        aws.kms()
                .scheduleKeyDeletion(request -> request.keyId(arn).pendingWindowInDays(7))
                .join();
    }

    private static KeyCheck unanswered(Row row) {
        return switch (row.code()) {
            case "no such host" -> elsewhere("http://kms.invalid:4566");
            case "connection refused" -> elsewhere("http://127.0.0.1:1");
            case "not trusted" ->
                elsewhere("https://127.0.0.1:" + aws.simulator().port());
            case "connection closed" -> inWeather("UNREACHABLE");
            case "no answer in time" -> inWeather("HANG");
            default -> throw new IllegalArgumentException(row.code());
        };
    }

    private static KeyCheck elsewhere(String url) {
        return checkerAt(url, Map.of()).check(key(keyArn, When.USUALLY), Freshness.FRESH);
    }

    private static KeyCheck inWeather(String effect) {
        aws.disturb(new JsonObject()
                .put("operation", "Decrypt")
                .put("effect", effect)
                .encode());
        return check(keyArn, When.USUALLY);
    }

    private static KeyCheck check(String arn, When when) {
        var asked = when == When.DISCONNECTING_REVOKES ? obedient : checker;
        return asked.check(key(arn, when), Freshness.FRESH);
    }

    private static AwsKey key(String arn, When when) {
        @Nullable Probe earlier = when.usedBefore() ? probe : null;
        return new AwsKey(
                "group",
                "use",
                arn.replace("us-east-1", when.region()),
                when.region(),
                path(when),
                roleArn,
                SimulatedAws.EXTERNAL_ID,
                earlier);
    }

    private static KeyPath path(When when) {
        return switch (when) {
            case ENDPOINT_AWAITED -> new KeyPath.Public(true);
            case ENDPOINT_NEW -> through(Duration.ofSeconds(1));
            case ENDPOINT_SETTLED -> through(Duration.ofHours(2));
            case USUALLY, NEVER_USED, NEVER_USED_IN_OPT_IN_REGION, DISCONNECTING_REVOKES -> new KeyPath.Public(false);
        };
    }

    private static KeyPath through(Duration age) {
        return new KeyPath.Private(endpoint, "host", Instant.now().minus(age));
    }

    private static CheckerUnderTest checkerAt(String url, Map<String, String> more) {
        return new CheckerUnderTest(vertx, aws.simulator(), url, more);
    }
}
