package io.keyward.config.encryption.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.credential.KmsCredential;
import io.keyward.config.encryption.credential.SentCredentials;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KmsConfig.GoogleKms;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.encryption.settings.name.KeyNames;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoogleMergeRulesTest {
    private static final String KEY = "projects/p/locations/us-east4/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1";
    private static final String NEXT = KEY.replace("Versions/1", "Versions/2");
    private static final String FILE =
            "{\\\"type\\\":\\\"service_account\\\",\\\"client_email\\\":\\\"a@p\\\",\\\"private_key\\\":\\\"k\\\",\\\"private_key_id\\\":\\\"1\\\"}";
    private static final String ROLE = "32b6e34b3d91647abb20e7b8";
    private static final Opener BY_ROLE = new Opener.Role(Cloud.GCP, ROLE);
    private static final Opener BY_SENT = new Opener.ServiceAccount("sent");
    private static final GoogleKms ON_KEY = new GoogleKms(KEY, new Opener.ServiceAccount("kept"));
    private static final GoogleKms ON_ROLE = new GoogleKms(KEY, BY_ROLE);

    @Rule({"C1", "C14", "R3"})
    @ParameterizedTest(name = "{1}")
    @MethodSource("merges")
    void whatIsNotSentStaysAndARoleComesFirst(@Nullable GoogleKms current, String body, KeyMerge expected) {
        assertThat(merge(current, body)).isEqualTo(expected);
    }

    static Stream<Arguments> merges() {
        return Stream.of(
                arguments(null, "{}", new KeyMerge.Off()),
                arguments(null, "{'enabled':false,'serviceAccountKey':'x'}", new KeyMerge.Off()),
                arguments(null, "{'keyVersionResourceID':'','roleId':null}", new KeyMerge.Off()),
                arguments(null, first("'serviceAccountKey':'" + FILE + "'"), on(KEY, BY_SENT)),
                arguments(null, first("'roleId':'" + ROLE + "'"), on(KEY, BY_ROLE)),
                arguments(null, first("'roleId':'" + ROLE + "','serviceAccountKey':'no file'"), on(KEY, BY_ROLE)),
                arguments(ON_KEY, "{}", new KeyMerge.On(ON_KEY)),
                arguments(ON_KEY, "{'enabled':true,'serviceAccountKey':''}", new KeyMerge.On(ON_KEY)),
                arguments(ON_KEY, "{'enabled':false}", new KeyMerge.Off()),
                arguments(ON_KEY, "{'keyVersionResourceID':'" + NEXT + "'}", on(NEXT, ON_KEY.opener())),
                arguments(ON_KEY, "{'serviceAccountKey':'" + FILE + "'}", on(KEY, BY_SENT)),
                arguments(ON_KEY, "{'roleId':'" + ROLE + "'}", on(KEY, BY_ROLE)),
                arguments(ON_ROLE, "{'roleId':'other'}", on(KEY, new Opener.Role(Cloud.GCP, "other"))),
                arguments(ON_ROLE, "{'keyVersionResourceID':'" + NEXT + "','roleId':''}", on(NEXT, BY_ROLE)));
    }

    @Rule({"C14", "R3"})
    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void whatCannotBeMeantIsRefused(@Nullable GoogleKms current, String body, EncryptionError expected) {
        assertThat(merge(current, body)).isEqualTo(new KeyMerge.Refused(expected));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(
                        null,
                        "{'enabled':true}",
                        missing(
                                "googleCloudKms.keyVersionResourceID",
                                "googleCloudKms.serviceAccountKey or googleCloudKms.roleId")),
                arguments(
                        null,
                        "{'roleId':'r'}",
                        missing("googleCloudKms.enabled", "googleCloudKms.keyVersionResourceID")),
                arguments(
                        ON_KEY,
                        "{'keyVersionResourceID':'" + KEY.replace("/cryptoKeyVersions/1", "") + "'}",
                        new EncryptionError.MalformedKeyVersion(KEY.replace("/cryptoKeyVersions/1", ""))),
                arguments(ON_KEY, "{'serviceAccountKey':'{}'}", new EncryptionError.NoKeyFile()),
                arguments(ON_KEY, "{'serviceAccountKey':'hush'}", new EncryptionError.NoKeyFile()),
                arguments(
                        ON_KEY,
                        "{'serviceAccountKey':'" + FILE.replace("service_account", "authorized_user") + "'}",
                        new EncryptionError.NoKeyFile()),
                arguments(
                        ON_ROLE,
                        "{'serviceAccountKey':'" + FILE + "'}",
                        new EncryptionError.RoleStays("googleCloudKms.serviceAccountKey")));
    }

    @Test
    @Rule({"P4", "R3"})
    void aPatchTellsItsSecretsToNobodyWhoPrintsIt() {
        EncryptionPatch beside = patch("{'roleId':'" + ROLE + "','serviceAccountKey':'hush'}");

        assertThat(beside.secrets()).isEmpty();
        assertThat(patch("{'serviceAccountKey':'hush'}").secrets()).containsEntry(Cloud.GCP, "hush");
        assertThat(patch("{'serviceAccountKey':'hush'}").toString()).doesNotContain("hush");
    }

    @Test
    @Rule("C15")
    void aKeyServesEveryRegionFromItsOwnPlace() {
        assertThat(ON_KEY.region().cloudName()).isEqualTo("us-east4");
        assertThat(ON_KEY.isRegional()).isFalse();
        assertThat(ON_KEY.nameIn(ON_KEY.region(), KEY)).isEmpty();
        assertThat(KeyNames.isSameKey(Cloud.GCP, KEY, NEXT)).isFalse();
    }

    private static KeyMerge merge(@Nullable GoogleKms current, String body) {
        EncryptionPatch patch = patch(body);
        SentCredentials sent = new SentCredentials(patch.secrets().entrySet().stream()
                .map(secret -> new KmsCredential("sent", secret.getKey(), secret.getValue()))
                .toList());
        return GoogleMergeRules.merge(current, patch.googleCloudKms(), sent);
    }

    private static EncryptionPatch patch(String body) {
        try {
            return new ObjectMapper()
                    .readValue("{\"googleCloudKms\":" + body.replace('\'', '"') + "}", EncryptionPatch.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String first(String opener) {
        return "{'enabled':true,'keyVersionResourceID':'" + KEY + "'," + opener + "}";
    }

    private static KeyMerge on(String key, Opener opener) {
        return new KeyMerge.On(new GoogleKms(key, opener));
    }

    private static EncryptionError missing(String... paths) {
        return new EncryptionError.MissingFields(List.of(paths));
    }
}
