package io.keyward.validation.provider.google;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.clouds.Freshness;
import io.keyward.testkit.Rule;
import io.keyward.validation.check.Evidence.Call;
import io.keyward.validation.check.KeyAccess.GoogleAccount;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Valid;
import io.keyward.validation.check.KeyLife.End;
import io.keyward.validation.check.KeyLife.RotationSource;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.GoogleKey;
import io.keyward.validation.check.Probe;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a check does on Google Cloud besides what each answer means. */
class GoogleKeyCheckerIT {
    private static final String OURS =
            "mongodb-atlas-fedcba9876543210@p-0123456789abcdef01234567.iam.gserviceaccount.com";

    private static GoogleKeyOwner owner;

    private String key;
    private Probe probe;

    @BeforeAll
    static void startGoogle() {
        owner = new GoogleKeyOwner();
    }

    @AfterAll
    static void stopGoogle() {
        owner.close();
    }

    @BeforeEach
    void useAKey() {
        key = owner.createKey();
        var first = owner.check(GoogleKeyOwner.key(key, GoogleKeyOwner.BY_KEY, null), Freshness.FRESH);
        probe = requireNonNull(((Valid) first).freshProbe());
    }

    @AfterEach
    void calm() {
        owner.calm();
    }

    @Test
    @Rule({"V5", "P6"})
    void tellsEachCall() {
        var check = check(Freshness.FRESH);

        assertThat(operations(check))
                .containsExactly(
                        "oauth2:Token", "cloudkms:GetCryptoKeyVersion", "cloudkms:Decrypt", "cloudkms:Encrypt");
        assertThat(check.evidence().calls())
                .allSatisfy(call -> assertThat(call.code()).isEqualTo("OK"));
        assertThat(check.toString()).doesNotContain("PRIVATE KEY");
    }

    @Test
    void aTokenServesUntilSomethingIsDeniedAndNoFreshCheck() {
        check(Freshness.CACHED);
        var cached = check(Freshness.CACHED);
        owner.deny(key);
        var denied = check(Freshness.CACHED);

        assertThat(operations(cached)).doesNotContain("oauth2:Token");
        assertThat(operations(denied)).contains("oauth2:Token");
        assertThat(denied.reasonCode()).contains("ACCESS_REVOKED");
        assertThat(operations(check(Freshness.FRESH))).contains("oauth2:Token");
    }

    /** The account is ours, and the customer's word is on the key. */
    @Test
    @Rule({"C14", "V2", "V4"})
    void becomesTheAccountThatTheProjectWasGiven() {
        var access = new GoogleAccount(null, OURS);
        var denied = owner.check(GoogleKeyOwner.key(key, access, null), Freshness.FRESH);
        letIn(OURS);
        var letIn = owner.check(GoogleKeyOwner.key(key, access, null), Freshness.FRESH);

        assertThat(denied.reasonCode()).contains("ACCESS_REVOKED");
        assertThat(letIn.outcome()).as(letIn.toString()).isEqualTo("VALID");
        assertThat(operations(letIn)).startsWith("oauth2:Token", "iamcredentials:GenerateAccessToken");
    }

    @Test
    @Rule({"V9", "N1"})
    void learnsWhenTheVersionIsDestroyedAndHowOldItIs() {
        var life = requireNonNull(check(Freshness.FRESH).evidence().life());
        owner.delete(key);
        var doomed = requireNonNull(check(Freshness.FRESH).evidence().life());

        assertThat(life.end()).isNull();
        assertThat(life.rotationSource()).isEqualTo(RotationSource.ROTATION_RECORD);
        assertThat(life.rotatedAt()).isBeforeOrEqualTo(Instant.now());
        assertThat(doomed.end()).isEqualTo(End.DELETION);
        assertThat(doomed.endsAt()).isAfter(Instant.now());
    }

    @Test
    @Rule("N1")
    void asksForTheNextRotationWhenItIsTimeTo() {
        var asked = GoogleKeyOwner.key(key, GoogleKeyOwner.BY_KEY, probe);
        var due =
                new GoogleKey(asked.groupId(), "use", key, "us-east4", asked.path(), asked.access(), null, probe, true);

        assertThat(operations(owner.check(due, Freshness.FRESH))).endsWith("cloudkms:GetCryptoKey");
        assertThat(operations(check(Freshness.FRESH))).doesNotContain("cloudkms:GetCryptoKey");
    }

    @Test
    @Rule("C14")
    void asksNobodyForWhatIsNoVersionOfAKeyOrElsewhere() {
        var noVersion = GoogleKeyOwner.key(GoogleKeyOwner.keyOf(key), GoogleKeyOwner.BY_KEY, null);
        var elsewhere = new GoogleKey(
                "group",
                "use",
                key,
                "europe-west1",
                new KeyPath.Public(false),
                GoogleKeyOwner.BY_KEY,
                null,
                null,
                false);

        for (var asked : List.of(noVersion, elsewhere)) {
            var check = owner.check(asked, Freshness.FRESH);
            assertThat(check.reasonCode()).contains("INVALID_REQUEST");
            assertThat(check.evidence().calls()).isEmpty();
        }
    }

    private void letIn(String account) {
        var member = new JsonArray().add("serviceAccount:" + account);
        var bindings = new JsonArray()
                .add(new JsonObject()
                        .put("role", "roles/cloudkms.cryptoKeyEncrypterDecrypter")
                        .put("members", member))
                .add(new JsonObject().put("role", "roles/cloudkms.viewer").put("members", member));
        owner.cloud()
                .control(
                        "PUT",
                        "/google/policies?resource=" + GoogleKeyOwner.keyOf(key),
                        new JsonObject().put("bindings", bindings));
    }

    private KeyCheck check(Freshness freshness) {
        return owner.check(GoogleKeyOwner.key(key, GoogleKeyOwner.BY_KEY, probe), freshness);
    }

    private static List<String> operations(KeyCheck check) {
        return check.evidence().calls().stream().map(Call::operation).toList();
    }
}
