package io.keyward.validation.provider.azure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.clouds.Freshness;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.testkit.Rule;
import io.keyward.validation.check.KeyAccess.AzureApplication;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Valid;
import io.keyward.validation.check.KeyRef.AzureKey;
import io.keyward.validation.check.Probe;
import io.keyward.validation.provider.AnswerRow;
import io.keyward.validation.provider.AnswerRow.When;
import io.keyward.validation.provider.Impostor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of {@link AzureAnswers} on the wire. */
class AzureAnswersIT {
    private static AzureKeyOwner owner;
    private static String key;
    private static Probe probe;

    @BeforeAll
    static void useAKey() {
        owner = new AzureKeyOwner();
        key = owner.createKey();
        probe = requireNonNull(((Valid) owner.check(owner.key(key, null), Freshness.FRESH)).freshProbe());
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
        return AzureAnswers.rows();
    }

    @ParameterizedTest
    @MethodSource("onTheWire")
    @Rule({"V6", "P2", "C13"})
    void meansWhatTheTableSays(AnswerRow row) {
        var check = row.isNetwork() ? unanswered(row) : row.isState() ? inState(row) : answered(row);

        assertThat(check.outcome()).as(check.toString()).isEqualTo(row.outcome());
        assertThat(check.reasonCode()).as(check.toString()).contains(row.reason());
        assertThat(check.evidence().calls()).isNotEmpty();
    }

    static Stream<Arguments> falseAnswers() {
        return Impostor.answers("Token", "GetKey", "Decrypt", "Encrypt");
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
        var check = check(key, When.USUALLY);

        // Then
        assertThat(check.outcome()).as(check.toString()).isEqualTo("INCONCLUSIVE");
        assertThat(check.evidence().calls().getLast().code())
                .as(check.toString())
                .isNotEqualTo("OK");
    }

    private static KeyCheck answered(AnswerRow row) {
        boolean ofEntra = row.operation().equals("Token");
        var disturbance = new JsonObject()
                .put("service", ofEntra ? "entra" : "key-vault")
                .put("operation", row.operation())
                .put("effect", "FAIL")
                .put("code", said(row))
                .put("status", 400);
        if (row.when() == When.OURSELVES) {
            // At home we are let in, so that it is the customer's word.
            disturbance.put("calls", 1);
        }
        owner.cloud().disturb(disturbance);
        return check(key, row.when());
    }

    /** As the simulator's control calls it. */
    private static String said(AnswerRow row) {
        if (row.message().startsWith("AKV10032")) {
            return "InvalidIssuer";
        }
        if (row.message().startsWith("AKV10022")) {
            return "InvalidAudience";
        }
        return row.message().startsWith("AKV10046")
                ? "ExpiredToken"
                : row.code().substring(row.code().indexOf(' ') + 1);
    }

    private static KeyCheck inState(AnswerRow row) {
        var made = owner.createKey();
        var earlier = earlier(made);
        switch (row.code()) {
            case "the version is disabled" -> owner.disable(made);
            case "the key is among the deleted ones" -> owner.delete(made);
            case "the vault is deleted, and not purged" -> act(made, "delete");
            case "the key was purged" -> purge(made);
            case "the key was purged, and another one made of its name" -> {
                purge(made);
                owner.cloud().control("POST", "/azure/vaults/" + AzureKeyOwner.vaultOf(made) + "/keys/key", rsa());
            }
            case "the version has expired" ->
                owner.change(made, new JsonObject().put("expires", "2024-01-01T00:00:00Z"));
            case "the version is not valid yet" ->
                owner.change(made, new JsonObject().put("notBefore", "2099-01-01T00:00:00Z"));
            case "no policy for the application" -> owner.deny(made);
            default -> {
                return check(neverUsed(row.code(), made), When.NEVER_USED);
            }
        }
        return owner.check(owner.key(made, earlier), Freshness.FRESH);
    }

    private static String neverUsed(String state, String made) {
        return switch (state) {
            case "the key has no such version" -> made.substring(0, made.lastIndexOf('/')) + "/" + "0".repeat(32);
            case "the key is of another type" -> owner.createKeyForAnotherUse();
            case "the key may not decrypt" ->
                owner.createKey(
                        rsa().put("operations", new JsonArray().add("sign").add("verify")));
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static KeyCheck unanswered(AnswerRow row) {
        return switch (row.code()) {
            case "no such host" -> elsewhere("http://azure.invalid:4566");
            case "connection refused" -> elsewhere("http://127.0.0.1:1");
            case "not trusted" -> elsewhere("https://127.0.0.1:" + owner.cloud().port());
            case "connection closed" -> inWeather("UNREACHABLE", Map.of());
            case "no answer in time" -> inWeather("HANG", Map.of("keyward.azure.call-timeout", "2s"));
            case "the vault was purged, and its host with it" -> {
                var made = owner.createKey();
                var earlier = earlier(made);
                act(made, "delete");
                act(made, "purge");
                yield owner.check(owner.key(made, earlier), Freshness.FRESH);
            }
            default -> throw new IllegalArgumentException(row.code());
        };
    }

    private static KeyCheck elsewhere(String url) {
        return owner.check(owner.checkerAt(url, Map.of()), owner.key(key, probe), Freshness.FRESH);
    }

    private static KeyCheck inWeather(String effect, Map<String, String> settings) {
        owner.cloud().disturb(new JsonObject().put("operation", "Decrypt").put("effect", effect));
        return owner.check(owner.checkerAt(owner.cloud().url(), settings), owner.key(key, probe), Freshness.FRESH);
    }

    private static KeyCheck check(String name, When when) {
        return owner.check(asked(name, when), Freshness.FRESH);
    }

    private static AzureKey asked(String name, When when) {
        var access = AzureKeyOwner.access(AzureKeyOwner.vaultOf(name));
        return AzureKeyOwner.key(
                name, when == When.OURSELVES ? asOurselves(access) : access, when.usedBefore() ? probe : null);
    }

    private static AzureApplication asOurselves(AzureApplication access) {
        return new AzureApplication(
                access.environment(),
                access.tenantId(),
                AzureAccounts.PLATFORM_APPLICATION,
                null,
                access.subscriptionId(),
                access.resourceGroup(),
                access.vault());
    }

    private static Probe earlier(String made) {
        return requireNonNull(((Valid) owner.check(owner.key(made, null), Freshness.FRESH)).freshProbe());
    }

    private static void purge(String made) {
        owner.act(made, "delete");
        owner.act(made, "purge");
    }

    /** Of the vault. */
    private static void act(String made, String what) {
        owner.cloud().control("POST", "/azure/vaults/" + AzureKeyOwner.vaultOf(made) + "/" + what, new JsonObject());
    }

    private static JsonObject rsa() {
        return new JsonObject().put("type", "RSA").put("bits", 2048);
    }
}
