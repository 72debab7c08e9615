package io.keyward.validation.hint.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole table: which entries of the audit log are about version 1 of a key. */
class GoogleHintRulesTest {
    private static final String RING = "projects/tenant/locations/europe-west1/keyRings/ring";
    private static final String NAME = RING + "/cryptoKeys/orders";
    private static final String KEY = NAME + "/cryptoKeyVersions/1";

    @Rule("V11")
    @ParameterizedTest
    @CsvSource({
        "UpdateCryptoKeyVersion, " + KEY + ", true",
        "DestroyCryptoKeyVersion, " + KEY + ", true",
        "RestoreCryptoKeyVersion, " + KEY + ", true",
        "ImportCryptoKeyVersion, " + KEY + ", true",
        "ImportCryptoKeyVersion, " + NAME + ", true",
        "SetIamPolicy, " + NAME + ", true",
        "SetIamPolicy, " + RING + ", true",
        "SetIamPolicy, , true",
        "UpdateCryptoKeyVersion, " + KEY + "0, false",
        "UpdateCryptoKeyVersion, " + NAME + "/cryptoKeyVersions/2, false",
        "SetIamPolicy, " + RING + "/cryptoKeys/order, false",
        "SetIamPolicy, projects/another/locations/europe-west1/keyRings/ring, false",
        "Encrypt, " + KEY + ", false",
        "Decrypt, " + KEY + ", false",
        "GetCryptoKeyVersion, " + KEY + ", false",
        "CreateCryptoKeyVersion, " + NAME + ", false",
        "UpdateCryptoKeyPrimaryVersion, " + NAME + ", false"
    })
    void callsThatCanChangeAKeyAreAboutItAndThoseThatUseItAreNot(
            String method, @Nullable String resource, boolean expected) {
        assertThat(GoogleHintRules.concerns(new GoogleHint("cloudkms.googleapis.com", method, resource, false), KEY))
                .isEqualTo(expected);
        assertThat(GoogleHintRules.concerns(new GoogleHint("cloudkms.googleapis.com", method, resource, true), KEY))
                .isFalse();
    }

    @Rule("V11")
    @ParameterizedTest
    @CsvSource({
        "cloudresourcemanager, SetIamPolicy, projects/tenant, true",
        "cloudresourcemanager, SetIamPolicy, projects/another, false",
        "cloudresourcemanager, SetIamPolicy, projects/tenan, false",
        "cloudresourcemanager, SetIamPolicy, projects/123456789, true",
        "cloudresourcemanager, SetIamPolicy, folders/7, true",
        "cloudresourcemanager, SetIamPolicy, organizations/7, true",
        "cloudresourcemanager, DeleteProject, projects/tenant, true",
        "cloudresourcemanager, GetProject, projects/tenant, false",
        "iam, DisableServiceAccount, projects/-/serviceAccounts/117, true",
        "iam, EnableServiceAccount, projects/-/serviceAccounts/117, true",
        "iam, DeleteServiceAccount, projects/-/serviceAccounts/117, true",
        "iam, DeleteServiceAccountKey, projects/-/serviceAccounts/117/keys/k, true",
        "iam, SetIAMPolicy, projects/-/serviceAccounts/117, true",
        "iam, UpdateRole, projects/tenant/roles/r, true",
        "iam, CreateServiceAccount, projects/tenant, false",
        "iamcredentials, GenerateAccessToken, projects/-/serviceAccounts/117, false",
        "serviceusage, DisableService, projects/123/services/cloudkms.googleapis.com, true",
        "serviceusage, EnableService, projects/123/services/cloudkms.googleapis.com, true",
        "serviceusage, DisableService, projects/123/services/pubsub.googleapis.com, false",
        "serviceusage, DisableService, , false",
        "serviceusage, GetService, projects/123/services/cloudkms.googleapis.com, false",
        "accesscontextmanager, UpdateServicePerimeter, accessPolicies/1/servicePerimeters/p, true",
        "accesscontextmanager, GetServicePerimeter, accessPolicies/1/servicePerimeters/p, false",
        "storage, SetIamPolicy, projects/tenant, false"
    })
    void whoMayDoWhatIsAboutTheKeysThatItCanReach(
            String service, String method, @Nullable String resource, boolean expected) {
        var hint = new GoogleHint(service + ".googleapis.com", method, resource, false);

        assertThat(GoogleHintRules.concerns(hint, KEY)).isEqualTo(expected);
    }

    @Rule("V11")
    @Test
    void entriesAreReadAsALogSinkWritesThem() {
        assertThat(read("""
                {"insertId":"a","logName":"projects/tenant/logs/cloudaudit.googleapis.com%2Factivity","protoPayload":{
                 "@type":"type.googleapis.com/google.cloud.audit.AuditLog","serviceName":"iam.googleapis.com",
                 "methodName":"google.iam.admin.v1.DisableServiceAccount","resourceName":"projects/-/serviceAccounts/117","status":{}}}"""))
                .contains(new GoogleHint(
                        "iam.googleapis.com", "DisableServiceAccount", "projects/-/serviceAccounts/117", false));
        assertThat(read("""
                {"protoPayload":{"serviceName":"cloudkms.googleapis.com","methodName":"UpdateCryptoKeyVersion",
                 "status":{"code":7,"message":"denied"}}}""")).contains(new GoogleHint("cloudkms.googleapis.com", "UpdateCryptoKeyVersion", null, true));
    }

    /** A sink of everything sends much else, and Pub/Sub would send again for days what it was refused. */
    @Rule("V11")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "7",
                "[]",
                "{}",
                "{\"textPayload\":\"hello\"}",
                "{\"protoPayload\":7}",
                "{\"protoPayload\":{\"serviceName\":7,\"methodName\":[]}}"
            })
    void whatIsNoEntryIsAboutNothing(String data) {
        assertThat(read(data)).isEmpty();
        assertThat(AuditLogReader.read(push("%%%"))).isEmpty();
        assertThat(AuditLogReader.read(push(null))).isEmpty();
    }

    private static Optional<GoogleHint> read(String entry) {
        return AuditLogReader.read(push(Base64.getEncoder().encodeToString(entry.getBytes(StandardCharsets.UTF_8))));
    }

    private static PubSubPush push(@Nullable String data) {
        return new PubSubPush(new PubSubPush.Message("1", data), "projects/tenant/subscriptions/keyward");
    }
}
