package io.keyward.config.encryption;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.peer;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.role;
import static io.keyward.config.Tenants.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys in Google Cloud KMS, opened with a service account's key or with a role. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class GoogleKeyIT {
    private static final String KEY =
            "projects/customer-keys/locations/us-east4/keyRings/keyward/cryptoKeys/orders/cryptoKeyVersions/1";
    private static final String NEXT = KEY.replace("Versions/1", "Versions/2");
    private static final String OFF = "{'googleCloudKms':{'enabled':false}}";

    FarEnd validation;

    private String groupId = "";

    @BeforeEach
    void begin() {
        validation.reset();
        groupId = project();
    }

    @Test
    @Rule({"C1", "C2", "C14", "P4"})
    void aServiceAccountsKeyIsProvedThenKeptSealedAndNeverAnswered() {
        Response reply = patch(byFile(KEY, "hush-hush"));

        reply.then()
                .statusCode(200)
                .body("googleCloudKms.enabled", is(true))
                .body("googleCloudKms.keyVersionResourceID", is(KEY))
                .body("googleCloudKms.roleId", nullValue())
                .body("googleCloudKms.valid", is(true))
                .body("googleCloudKms", not(hasKey("serviceAccountKey")))
                .body("awsKms.enabled", is(false));
        JsonNode asked = lastQuestion();
        assertThat(asked.path("provider").asText()).isEqualTo("GCP");
        assertThat(asked.path("region").asText()).isEqualTo("us-east4");
        assertThat(asked.path("secret").asText()).contains("hush-hush");
        String credentialId = lastEvent().getString("keyUses[0].google.credentialId");
        assertThat(asked.path("access").path("credentialId").asText()).isEqualTo(credentialId);
        assertThat(lastEvent().getString("keyUses[0].provider")).isEqualTo("GCP");
        assertThat(lastEvent().getString("keyUses[0].region")).isEqualTo("us-east4");
        assertThat(secretOf(credentialId)).contains("hush-hush");
        assertThat(everythingStored() + events()).doesNotContain("hush-hush").doesNotContain("private_key");
        assertThat(OWNER.get(encryption(groupId)).asString()).isEqualTo(reply.asString());
    }

    @Test
    @Rule({"C1", "P4"})
    void theSameSecretAgainIsTheSameAndAnotherTakesItsPlace() {
        patch(byFile(KEY, "hush-one")).then().statusCode(200);
        String first = lastEvent().getString("keyUses[0].google.credentialId");
        String keyUse = lastEvent().getString("keyUses[0].keyUseId");

        patch(byFile(KEY, "hush-one")).then().statusCode(200);
        patch(OWNER.get(encryption(groupId)).asString()).then().statusCode(200);
        assertThat(events()).hasSize(1);

        patch("{'googleCloudKms':{'serviceAccountKey':'" + file("hush-two") + "'}}")
                .then()
                .statusCode(200);

        assertThat(lastEvent().getString("keyUses[0].keyUseId")).isEqualTo(keyUse);
        String second = lastEvent().getString("keyUses[0].google.credentialId");
        assertThat(second).isNotEqualTo(first);
        assertThat(credentials()).containsExactly(second);
    }

    @Test
    @Rule({"C1", "P4"})
    void disablingErasesTheSecret() {
        patch(byFile(KEY, "hush")).then().statusCode(200);

        patch(OFF)
                .then()
                .statusCode(200)
                .body("googleCloudKms.enabled", is(false))
                .body("googleCloudKms.keyVersionResourceID", nullValue());

        assertThat(credentials()).isEmpty();
        assertThat(lastEvent().getString("type")).isEqualTo("keyward.encryption.disabled.v1");
    }

    @Test
    @Rule({"R2", "R3", "R4", "P4"})
    void aRoleTakesTheSecretsPlaceForGood() {
        patch(byFile(KEY, "hush")).then().statusCode(200);
        String unknown = "0123456789abcdef01234567";
        refused("{'googleCloudKms':{'roleId':'" + unknown + "'}}", 404, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND");
        refused("{'googleCloudKms':{'roleId':'" + role(groupId) + "'}}", 404, "CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND");
        String roleId = readyRole();

        patch("{'googleCloudKms':{'roleId':'" + roleId + "','serviceAccountKey':'beside'}}")
                .then()
                .statusCode(200)
                .body("googleCloudKms.roleId", is(roleId))
                .body("googleCloudKms.keyVersionResourceID", is(KEY));

        assertThat(credentials()).isEmpty();
        assertThat(lastQuestion().path("access").path("serviceAccount").asText())
                .isEqualTo(lastEvent().getString("keyUses[0].google.serviceAccount"))
                .contains("@");
        assertThat(lastQuestion().has("secret")).isFalse();
        refused(
                        "{'googleCloudKms':{'serviceAccountKey':'" + file("hush") + "'}}",
                        400,
                        "GOOGLE_CLOUD_KMS_CREDENTIALS_DEPRECATED")
                .body("detail", containsString("does not go back"));
        OWNER.delete(V2 + "/" + groupId + "/cloudProviderAccess/GCP/" + roleId)
                .then()
                .statusCode(400)
                .body("errorCode", is("GCP_SERVICE_ACCOUNT_IN_USE"))
                .body("detail", containsString(KEY));
    }

    @Test
    @Rule({"C2", "C4", "C14"})
    void refusesWithThePreciseReasonAndKeepsNothing() {
        String body = byFile(KEY, "hush");

        refused("{'googleCloudKms':{'enabled':true,'keyVersionResourceID':'" + KEY + "'}}", 400, "MISSING_ATTRIBUTE")
                .body("detail", containsString("googleCloudKms.serviceAccountKey or googleCloudKms.roleId"));
        refused(body.replace("/cryptoKeyVersions/1", ""), 400, "INVALID_ATTRIBUTE")
                .body("detail", containsString("cryptoKeyVersions"));
        refused(body.replace("service_account", "hush"), 400, "INVALID_GOOGLE_CLOUD_CREDENTIALS")
                .body("detail", not(containsString("hush")));
        refused(body.replace("'enabled'", "'requirePrivateNetworking':true,'enabled'"), 400, "INVALID_ATTRIBUTE")
                .body("detail", containsString("googleCloudKms.requirePrivateNetworking"));
        refused(body, "REVOKED", "CREDENTIALS_INVALID", "INVALID_GOOGLE_CLOUD_CREDENTIALS");
        refused(body, "REVOKED", "KEY_DISABLED", "GOOGLE_CLOUD_KMS_KEY_VERSION_DISABLED");
        refused(body, "REVOKED", "KEY_PENDING_DELETION", "GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROY_SCHEDULED");
        refused(body, "REVOKED", "KEY_MATERIAL_MISSING", "GOOGLE_CLOUD_KMS_KEY_VERSION_DESTROYED");
        refused(body, "INCONCLUSIVE", "KEY_NOT_READY", "GOOGLE_CLOUD_KMS_KEY_VERSION_PENDING_GENERATION");
        refused(body, "UNUSABLE", "KEY_NEVER_FOUND", "GOOGLE_CLOUD_KMS_KEY_VERSION_NOT_FOUND");
        refused(body, "UNUSABLE", "WRONG_KEY_USAGE", "GOOGLE_CLOUD_KMS_KEY_PURPOSE_NOT_SUPPORTED");
        refused(body, "UNUSABLE", "ENCRYPT_DENIED", "NO_PERMISSION_TO_ENCRYPT_DECRYPT");
        refused(body, "INCONCLUSIVE", "UNREACHABLE", "KMS_NETWORK_ACCESS_DENIED");
        validation.onKey(FarEnd.refusing("INCONCLUSIVE", "THROTTLED"));
        refused(body, 503, "KMS_UNAVAILABLE").header("Retry-After", not(nullValue()));

        OWNER.get(encryption(groupId)).then().body("googleCloudKms.enabled", is(false));
        assertThat(events()).isEmpty();
        assertThat(credentials()).isEmpty();
    }

    @Test
    @Rule({"C9", "C10", "C15", "C16"})
    void anotherVersionIsAnotherKeyToWhichClustersMove() {
        patch(byFile(KEY, "hush")).then().statusCode(200);
        OWNER.call("2024-10-23")
                .body(cluster("orders", "GCP").replace('\'', '"'))
                .post(clusters(groupId))
                .then()
                .statusCode(201);
        patch(OFF)
                .then()
                .statusCode(409)
                .body("errorCode", is("CANNOT_DISABLE_ENCRYPTION_AT_REST"))
                .body("detail", containsString("orders"));
        String former = lastEvent().getString("keyUses[0].keyId");

        patch("{'googleCloudKms':{'keyVersionResourceID':'" + NEXT + "'}}")
                .then()
                .statusCode(200)
                .body("googleCloudKms.keyVersionResourceID", is(NEXT));

        assertThat(lastEvent().<String>getList("keyUses.key")).containsExactly(NEXT, KEY);
        assertThat(lastEvent().<Boolean>getList("keyUses.former")).containsExactly(false, true);
        assertThat(lastEvent().<String>getList("keyUses.google.credentialId"))
                .containsOnly(credentials().getFirst());
        assertThat(lastEvent().<String>getList("keyUses.keyId")).contains(former);
        assertThat(lastQuestion().has("secret")).isFalse();

        validation.onKey(question -> question.path("key").asText().equals(KEY)
                ? FarEnd.refusing("REVOKED", "ACCESS_REVOKED").to(question)
                : FarEnd.valid(question));
        refused(
                        "{'googleCloudKms':{'serviceAccountKey':'" + file("hush-two") + "'}}",
                        400,
                        "NO_PERMISSION_TO_ENCRYPT_DECRYPT")
                .body("detail", containsString(KEY));
        assertThat(credentials()).hasSize(1);
    }

    @Test
    @Rule({"C9", "P4"})
    void aFormerKeyKeepsItsSecretAfterTheProviderIsOff() {
        patch(byFile(KEY, "hush")).then().statusCode(200);
        new ProjectUnderKey(groupId).backUp();

        patch(OFF).then().statusCode(200);

        assertThat(lastEvent().<Boolean>getList("keyUses.former")).containsExactly(true);
        assertThat(lastEvent().<String>getList("keyUses.google.credentialId")).isEqualTo(credentials());
    }

    @Test
    @Rule({"C17", "P4"})
    void aDryRunAsksWithTheSecretAndKeepsNothing() {
        OWNER.patch(encryption(groupId) + "?dryRun=true", byFile(KEY, "hush"))
                .then()
                .statusCode(200)
                .body("accepted", is(true))
                .body("checks.outcome", contains("VALID"))
                .body("checks.key", contains(KEY))
                .body("checks.region", contains("US_EAST_4"));

        assertThat(credentials()).isEmpty();
        assertThat(events()).isEmpty();
    }

    private Response patch(String body) {
        return OWNER.patch(encryption(groupId), body);
    }

    private ValidatableResponse refused(String body, int status, String code) {
        return patch(body).then().statusCode(status).body("errorCode", is(code));
    }

    private void refused(String body, String outcome, String reason, String code) {
        validation.onKey(FarEnd.refusing(outcome, reason));
        refused(body, 400, code)
                .body("detail", containsString(outcome.equals("INCONCLUSIVE") ? "Nothing was changed" : "Do this."));
    }

    private static String byFile(String key, String secret) {
        return "{'googleCloudKms':{'enabled':true,'keyVersionResourceID':'%s','serviceAccountKey':'%s'}}"
                .formatted(key, file(secret));
    }

    /** A key file as it stands in a JSON text. */
    private static String file(String secret) {
        return "{'type':'service_account','client_email':'a@p.iam.gserviceaccount.com','private_key_id':'1','private_key':'%s'}"
                .formatted(secret)
                .replace("'", "\\'");
    }

    private String readyRole() {
        String roles = V2 + "/" + groupId + "/cloudProviderAccess";
        String roleId = OWNER.post(roles, "{'providerName':'GCP'}").path("roleId");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> OWNER.get(roles + "/" + roleId).then().body("status", is("COMPLETE")));
        return roleId;
    }

    private JsonNode lastQuestion() {
        return validation.askedAbout(groupId).stream()
                .filter(one -> one.path().contains("key-checks"))
                .toList()
                .getLast()
                .question();
    }

    private String secretOf(String credentialId) {
        return peer("validation-service")
                .get("/internal/v1/projects/" + groupId + "/credentials/" + credentialId)
                .path("secret");
    }

    private List<String> credentials() {
        return rows("select id from kms_credential where group_id = '" + groupId + "'");
    }

    private String everythingStored() {
        return rows("select cast(row(c.*, k.*, u.*, encode(s.sealed, 'escape')) as text) from encryption_config c"
                        + " join project_key k using (group_id) join key_use u using (group_id) join kms_credential s"
                        + " using (group_id) where group_id = '" + groupId + "'")
                .toString();
    }

    private List<String> events() {
        return rows("select cast(payload as text) from outbox where topic = 'keyward.encryption' and key = '" + groupId
                + "' order by position");
    }

    private JsonPath lastEvent() {
        return JsonPath.from(events().getLast());
    }
}
