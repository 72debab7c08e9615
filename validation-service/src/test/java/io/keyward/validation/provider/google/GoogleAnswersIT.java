package io.keyward.validation.provider.google;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.clouds.Freshness;
import io.keyward.testkit.Rule;
import io.keyward.validation.check.KeyAccess.GoogleAccount;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Valid;
import io.keyward.validation.check.Probe;
import io.keyward.validation.provider.AnswerRow;
import io.keyward.validation.provider.AnswerRow.When;
import io.keyward.validation.provider.Impostor;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of {@link GoogleAnswers} on the wire. */
class GoogleAnswersIT {
    private static final GoogleAccount OURS = new GoogleAccount(
            null, "mongodb-atlas-0123456789abcdef@p-0123456789abcdef01234567.iam.gserviceaccount.com");

    private static GoogleKeyOwner owner;
    private static String key;
    private static Probe probe;

    @BeforeAll
    static void useAKey() {
        owner = new GoogleKeyOwner();
        key = owner.createKey();
        probe = earlier(key);
    }

    @AfterAll
    static void stop() {
        owner.close();
    }

    @AfterEach
    void calm() {
        owner.calm();
    }

    static List<AnswerRow> onTheWire() {
        return GoogleAnswers.rows();
    }

    @ParameterizedTest
    @MethodSource("onTheWire")
    @Rule({"V6", "P2", "C14"})
    void meansWhatTheTableSays(AnswerRow row) {
        var check = row.isNetwork() ? unanswered(row) : row.isState() ? inState(row) : answered(row);

        assertThat(check.outcome()).as(check.toString()).isEqualTo(row.outcome());
        assertThat(check.reasonCode()).as(check.toString()).contains(row.reason());
        assertThat(check.evidence().calls()).isNotEmpty();
    }

    static Stream<Arguments> falseAnswers() {
        return Impostor.answers("GetToken", "GetCryptoKeyVersion", "Decrypt", "Encrypt");
    }

    @ParameterizedTest
    @MethodSource("falseAnswers")
    @Rule({"P2", "P6"})
    void whoeverAnswersInstead(String operation, String body) {
        // Given
        owner.cloud()
                .disturb(new JsonObject()
                        .put("operation", operation)
                        .put("effect", "INTERCEPT")
                        .put("body", body));

        // When
        var check = check(When.USUALLY);

        // Then
        assertThat(check.outcome()).as(check.toString()).isEqualTo("INCONCLUSIVE");
        assertThat(check.evidence().calls().getLast().code())
                .as(check.toString())
                .isNotEqualTo("OK");
    }

    private static KeyCheck answered(AnswerRow row) {
        var disturbance = new JsonObject()
                .put("operation", row.operation().equals("Token") ? "GetToken" : row.operation())
                .put("effect", "FAIL")
                .put("code", row.code())
                .put("message", row.message(key));
        var status = status(row);
        if (status != 0) {
            disturbance.put("status", status);
        }
        owner.cloud().disturb(disturbance);
        return check(row.when());
    }

    /** Of HTTP; 0 where the simulator knows it. */
    private static int status(AnswerRow row) {
        return switch (row.code()) {
            case "temporarily_unavailable" -> 503;
            case "ACCOUNT_STATE_INVALID", "ACCESS_TOKEN_EXPIRED" -> 401;
            case "RATE_LIMIT_EXCEEDED" -> 429;
            case "invalid_grant", "invalid_scope", "unauthorized_client", "INVENTED_LATER" -> 400;
            case "invalid_client" -> 401;
            case "SERVICE_DISABLED", "SECURITY_POLICY_VIOLATED", "IAM_PERMISSION_DENIED" -> 403;
            case "BILLING_DISABLED", "CONSUMER_INVALID", "CONSUMER_SUSPENDED" -> 403;
            default -> 0;
        };
    }

    private static KeyCheck inState(AnswerRow row) {
        return switch (row.code()) {
            case "no such version" ->
                check(key.substring(0, key.lastIndexOf('/')) + "/7", GoogleKeyOwner.BY_KEY, probe);
            case "of another purpose" -> check(owner.createKeyForAnotherUse(), GoogleKeyOwner.BY_KEY, null);
            default -> {
                var made = owner.createKey();
                var earlier = earlier(made);
                bring(made, row.code());
                yield check(made, GoogleKeyOwner.BY_KEY, earlier);
            }
        };
    }

    private static void bring(String made, String state) {
        switch (state) {
            case "DISABLED" -> owner.disable(made);
            case "DESTROY_SCHEDULED" -> owner.delete(made);
            default -> owner.put(made, state);
        }
    }

    private static KeyCheck unanswered(AnswerRow row) {
        return switch (row.code()) {
            case "no such host" -> elsewhere("http://google.invalid:4566");
            case "connection refused" -> elsewhere("http://127.0.0.1:1");
            case "not trusted" -> elsewhere("https://127.0.0.1:" + owner.cloud().port());
            case "connection closed" -> inWeather("UNREACHABLE", Map.of());
            case "no answer in time" -> inWeather("HANG", Map.of("keyward.google.call-timeout", "2s"));
            default -> throw new IllegalArgumentException(row.code());
        };
    }

    private static KeyCheck elsewhere(String url) {
        return owner.check(
                owner.checkerAt(url, Map.of()), GoogleKeyOwner.key(key, GoogleKeyOwner.BY_KEY, probe), Freshness.FRESH);
    }

    private static KeyCheck inWeather(String effect, Map<String, String> settings) {
        owner.cloud().disturb(new JsonObject().put("operation", "Decrypt").put("effect", effect));
        return owner.check(
                owner.checkerAt(owner.cloud().url(), settings),
                GoogleKeyOwner.key(key, GoogleKeyOwner.BY_KEY, probe),
                Freshness.FRESH);
    }

    private static KeyCheck check(When when) {
        return check(key, when == When.OURSELVES ? OURS : GoogleKeyOwner.BY_KEY, when.usedBefore() ? probe : null);
    }

    private static KeyCheck check(String name, GoogleAccount access, @Nullable Probe earlier) {
        return owner.check(GoogleKeyOwner.key(name, access, earlier), Freshness.FRESH);
    }

    private static Probe earlier(String made) {
        return requireNonNull(((Valid) check(made, GoogleKeyOwner.BY_KEY, null)).freshProbe());
    }
}
