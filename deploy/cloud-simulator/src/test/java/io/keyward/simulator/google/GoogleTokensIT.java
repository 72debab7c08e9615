package io.keyward.simulator.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.cloud.kms.v1.CryptoKeyName;
import com.google.cloud.kms.v1.KeyManagementServiceClient;
import com.google.iam.v1.Binding;
import com.google.iam.v1.Policy;
import io.keyward.simulator.google.token.AccountKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where tokens come from, through Google's own client, and how they are refused. */
class GoogleTokensIT extends GoogleCase {

    private static final String DEMO = "/google/service-accounts/" + GoogleAccounts.DEMO_ACCOUNT;
    private static final String TOKEN = "/_hosts/oauth2.googleapis.com/token";
    private static final String AUDIENCE = "https://oauth2.googleapis.com/token";

    @BeforeEach
    void enable() {
        control("PUT", DEMO, "{\"state\":\"ENABLED\"}");
    }

    @Test
    void aKeyOfAServiceAccountWorksUntilItIsDisabled() {
        // Given
        JsonNode made = control("POST", DEMO + "/keys", "");
        ServiceAccountCredentials account = google.account(made.get("keyFile").asText());
        String token = refreshed(account);
        String key = DEMO + "/keys/" + made.get("id").asText();

        // When
        control("PUT", key, "{\"enabled\":false}");

        // Then
        assertThat(token).startsWith("ya29.");
        assertThatThrownBy(account::refreshAccessToken).hasStackTraceContaining("Invalid JWT Signature.");
        control("PUT", key, "{\"enabled\":true}");
        assertThatCode(account::refreshAccessToken).doesNotThrowAnyException();
        control("DELETE", key, "");
        assertThatThrownBy(account::refreshAccessToken).hasStackTraceContaining("Invalid JWT Signature.");
    }

    @Test
    void aServiceAccountIsDisabledAndDeleted() {
        // Given
        String email = "short-lived@customer-keys.iam.gserviceaccount.com";
        String path = "/google/service-accounts/" + email;
        control("PUT", path, "{\"state\":\"ENABLED\"}");
        String file = control("POST", path + "/keys", "").get("keyFile").asText();
        ServiceAccountCredentials account = google.account(file);
        assertThatCode(account::refreshAccessToken).doesNotThrowAnyException();

        // When
        control("PUT", path, "{\"state\":\"DISABLED\"}");

        // Then
        assertThatThrownBy(account::refreshAccessToken).hasStackTraceContaining("Robot is disabled.");
        control("DELETE", path, "");
        assertThatThrownBy(account::refreshAccessToken)
                .hasStackTraceContaining("invalid_grant")
                .hasStackTraceContaining("account not found");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3600, https://oauth2.googleapis.com/token, scope, 200, access_token",
        "-7200, -3600, https://oauth2.googleapis.com/token, scope, 400, Invalid JWT: Token must be a short-lived token",
        "900, 4000, https://oauth2.googleapis.com/token, scope, 400, Invalid JWT: Token must be a short-lived token",
        "0, 7200, https://oauth2.googleapis.com/token, scope, 400, Invalid JWT: Token must be a short-lived token",
        "0, 3600, https://elsewhere.example/token, scope, 400, Failed audience check",
        "0, 3600, https://oauth2.googleapis.com/token, '', 400, invalid_scope"
    })
    void anAssertionIsBelievedWhenEverythingInItIsRight(
            int from, int to, String audience, String scope, int status, String text) {
        String assertion = assertion(GoogleAccounts.DEMO_ACCOUNT, from, to, audience, scope);

        assertThat(ask(assertion)).startsWith(status + " ").contains(text);
    }

    @Test
    void whoIsNotKnownOrSaysNothingIsRefused() {
        assertThat(ask(assertion("nobody@customer-keys.iam.gserviceaccount.com", 0, 3600, AUDIENCE, "scope")))
                .contains("\"invalid_grant\"", "account not found");
        assertThat(ask(assertion(GoogleAccounts.PLATFORM_ACCOUNT, 0, 3600, AUDIENCE, "scope")))
                .contains("Invalid JWT Signature.");
        assertThat(ask("no.jwt")).contains("invalid_request");
        assertThat(send("POST", TOKEN, "grant_type=password").body()).contains("unsupported_grant_type");
        assertThat(send("GET", TOKEN, "").statusCode()).isEqualTo(404);
        control("PUT", "/disturbances/x", "{\"service\":\"oauth2\",\"effect\":\"FAIL\",\"code\":\"invalid_client\"}");
        assertThat(ask("any")).isEqualTo("400 {\"error\":\"invalid_client\",\"error_description\":\"Bad Request\"}");
        control("PUT", "/disturbances/x", "{\"service\":\"oauth2\",\"effect\":\"THROTTLE\"}");
        assertThat(ask("any")).startsWith("429 ");
    }

    @Test
    void theProductBecomesWhomItMadeForACustomerAndNobodyElse() {
        // Given
        String email = "mongodb-atlas-0123456789abcdef@p-0123456789abcdefghijklmn.iam.gserviceaccount.com";
        GoogleCredentials platform = google.account(GoogleAccounts.platformKeyFile());
        String key = newKey();
        allow(key, email);

        // When
        try (KeyManagementServiceClient made = google.kms(google.become(platform, email))) {
            assertThat(made.encrypt(key, DATA).getName()).startsWith(key);
        }

        // Then
        assertThatThrownBy(() -> refreshed(google.become(platform, GoogleAccounts.DEMO_ACCOUNT)))
                .hasStackTraceContaining(
                        "iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist)");
        GoogleCredentials stranger = google.account(GoogleAccounts.demoKeyFile());
        assertThatThrownBy(() -> refreshed(google.become(stranger, email)))
                .hasStackTraceContaining("PERMISSION_DENIED");
        control("PUT", "/google/policies?resource=serviceAccounts/" + GoogleAccounts.DEMO_ACCOUNT, """
                {"bindings":[{"role":"roles/iam.serviceAccountTokenCreator","members":["serviceAccount:%s"]}]}""".formatted(
                        GoogleAccounts.PLATFORM_ACCOUNT));
        assertThat(refreshed(google.become(platform, GoogleAccounts.DEMO_ACCOUNT)))
                .startsWith("ya29.");
        control("DELETE", "/google/service-accounts/" + email, "");
        assertThatThrownBy(() -> refreshed(google.become(platform, email))).hasStackTraceContaining("Not found");
    }

    @Test
    void aServiceAccountMaySignForTheApiItself() {
        ServiceAccountCredentials account =
                google.account(GoogleAccounts.demoKeyFile()).createWithUseJwtAccessWithScope(true);
        JsonNode before = control("GET", "/calls?service=oauth2", "");

        try (KeyManagementServiceClient direct = google.kms(account)) {
            assertThat(direct.getCryptoKey(GoogleAccounts.DEMO_KEY).getName()).isEqualTo(GoogleAccounts.DEMO_KEY);
        }
        assertThat(control("GET", "/calls?service=oauth2", "")).isEqualTo(before);
    }

    @Test
    void aTokenLivesAnHourAndForItsScopes() {
        // Given
        String version = "/_hosts/cloudkms.googleapis.com/v1/" + GoogleAccounts.DEMO_KEY_VERSION;
        String narrow = read(ask(assertion(
                                GoogleAccounts.DEMO_ACCOUNT,
                                0,
                                3600,
                                AUDIENCE,
                                "https://www.googleapis.com/auth/devstorage.read_only"))
                        .substring(4))
                .get("access_token")
                .asText();
        String token = refreshed(google.account(GoogleAccounts.demoKeyFile()));

        // When
        int before =
                send("GET", version, "", "Authorization", "Bearer " + token).statusCode();
        control("PUT", "/clock", "{\"offset\":\"PT2H\"}");

        // Then
        assertThat(before).isEqualTo(200);
        assertThat(send("GET", version, "", "Authorization", "Bearer " + token).body())
                .contains("ACCESS_TOKEN_EXPIRED");
        control("PUT", "/clock", "{\"offset\":\"PT0S\"}");
        assertThat(send("GET", version, "", "Authorization", "Bearer " + narrow).body())
                .contains("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
    }

    private static void allow(String key, String email) {
        administrator.setIamPolicy(
                CryptoKeyName.parse(key),
                Policy.newBuilder()
                        .addBindings(Binding.newBuilder()
                                .setRole("roles/cloudkms.cryptoKeyEncrypterDecrypter")
                                .addMembers("serviceAccount:" + email))
                        .build());
    }

    private static String refreshed(GoogleCredentials credentials) {
        try {
            return credentials.refreshAccessToken().getTokenValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Status and body. */
    private static String ask(String assertion) {
        HttpResponse<String> answer = send(
                "POST",
                TOKEN,
                "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + assertion);
        return answer.statusCode() + " " + answer.body();
    }

    /** Signed with the demo account's key, whoever it says it is from. */
    private static String assertion(String issuer, int from, int to, String audience, String scope) {
        AccountKey key = AccountKey.demo();
        long now = Instant.now().getEpochSecond();
        String signed = encoded("{\"alg\":\"RS256\",\"kid\":\"" + key.id() + "\"}") + "."
                + encoded("{\"iss\":\"%s\",\"aud\":\"%s\",\"scope\":\"%s\",\"iat\":%d,\"exp\":%d}"
                        .formatted(issuer, audience, scope, now + from, now + to));
        try {
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(key.privateKey());
            signer.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
