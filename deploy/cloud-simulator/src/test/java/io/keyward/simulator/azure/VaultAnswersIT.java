package io.keyward.simulator.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.cryptography.CryptographyClient;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import com.azure.security.keyvault.keys.models.KeyOperation;
import com.azure.security.keyvault.keys.models.KeyVaultKey;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer of Key Vault that tells something about a key, for the three questions of a check: get, encrypt, decrypt. */
class VaultAnswersIT extends AzureCase {

    private static final String VAULT = "/azure/vaults/" + AzureAccounts.DEMO_VAULT;
    private static final String KEY = VAULT + "/keys/" + AzureAccounts.DEMO_KEY;
    private static final String POLICY = VAULT + "/policies/" + AzureAccounts.DEMO_APPLICATION;
    private static final String VAULTS = "https://vault.azure.net/.default";
    private static final String OK = "ok";

    private TokenCredential demo;
    private CryptographyClient product;
    private byte[] sealed;

    @BeforeEach
    void seal() {
        demo = clients.demo();
        product = clients.cryptography(AzureAccounts.DEMO_KEY_ID, demo);
        sealed = encrypt(product);
    }

    static Stream<Arguments> whatTheOwnerDoes() {
        return Stream.of(
                row("PATCH", KEY, "{\"enabled\":false}", OK, OK, "403 KeyDisabled"),
                row("PATCH", KEY, "{\"expires\":\"2020-01-01T00:00:00Z\"}", OK, "403 KeyExpired", OK),
                row("PATCH", KEY, "{\"notBefore\":\"2100-01-01T00:00:00Z\"}", OK, "403 KeyNotYetValid", OK),
                row(
                        "PATCH",
                        KEY,
                        "{\"operations\":[\"sign\"]}",
                        OK,
                        "403 KeyOperationForbidden",
                        "403 KeyOperationForbidden"),
                row("POST", KEY + "/delete", "", "404 KeyNotFound", "404 KeyNotFound", "404 KeyNotFound"),
                row("POST", KEY + "/purge", "", "404 KeyNotFound", "404 KeyNotFound", "404 KeyNotFound"),
                row("PUT", POLICY, "{\"keys\":[]}", "403 AccessDenied", "403 AccessDenied", "403 AccessDenied"),
                row("PUT", POLICY, "{\"keys\":[\"encrypt\",\"decrypt\"]}", "403 ForbiddenByPolicy", OK, OK),
                row("PUT", POLICY, "{\"keys\":[\"get\",\"encrypt\"]}", OK, OK, "403 ForbiddenByPolicy"),
                row(
                        "PUT",
                        VAULT + "/rbac",
                        "{\"rbac\":true}",
                        "403 ForbiddenByRbac",
                        "403 ForbiddenByRbac",
                        "403 ForbiddenByRbac"),
                row(
                        "PUT",
                        VAULT + "/network",
                        "{\"firewall\":true,\"addresses\":[\"10.0.0.1\"]}",
                        "403 ForbiddenByFirewall",
                        "403 ForbiddenByFirewall",
                        "403 ForbiddenByFirewall"),
                row("PUT", VAULT + "/network", "{\"firewall\":true,\"addresses\":[\"127.0.0.1\"]}", OK, OK, OK),
                row(
                        "PUT",
                        VAULT + "/network",
                        "{\"publicAccess\":false}",
                        "403 ForbiddenByConnection",
                        "403 ForbiddenByConnection",
                        "403 ForbiddenByConnection"),
                row("POST", VAULT + "/delete", "", "404 VaultNotFound", "404 VaultNotFound", "404 VaultNotFound"));
    }

    @ParameterizedTest
    @MethodSource("whatTheOwnerDoes")
    void whatTheOwnerDoesIsWhatACheckHears(
            String method, String path, String body, String get, String encrypt, String decrypt) {
        control(method, path, body);

        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(answer(product::getKey)).as("get").isEqualTo(get);
            softly.assertThat(answer(() -> encrypt(product))).as("encrypt").isEqualTo(encrypt);
            softly.assertThat(answer(() -> decrypt(product, sealed)))
                    .as("decrypt")
                    .isEqualTo(decrypt);
        });
    }

    /** Roles instead of policies: what each allows, and a role of the customer's own that forgot one action. */
    @Test
    void rolesAreAskedWhereTheVaultWantsThem() {
        String where = "\"tenant\":\"" + AzureAccounts.CUSTOMER_TENANT + "\",\"clientId\":\""
                + AzureAccounts.DEMO_APPLICATION + "\",\"scope\":\"/subscriptions/"
                + AzureAccounts.CUSTOMER_SUBSCRIPTION
                + "/resourceGroups/keyward-demo/providers/Microsoft.KeyVault/vaults/keyward-demo\"";
        control("PUT", VAULT + "/rbac", "{\"rbac\":true}");

        control("PUT", "/azure/roles/r", "{" + where + ",\"role\":\"Key Vault Crypto User\"}");
        assertThat(decrypt(product, sealed)).isEqualTo(PROBE);
        control(
                "PUT",
                "/azure/roles/r",
                "{" + where
                        + ",\"actions\":[\"Microsoft.KeyVault/vaults/keys/encrypt/action\",\"Microsoft.KeyVault/vaults/keys/decrypt/action\"]}");
        assertThat(decrypt(product, sealed)).isEqualTo(PROBE);
        assertThat(answer(product::getKey)).isEqualTo("403 ForbiddenByRbac");
        control("DELETE", "/azure/roles/r", "");
        assertThat(answer(() -> decrypt(product, sealed))).isEqualTo("403 ForbiddenByRbac");
    }

    /** What only Key Vault itself can decide, as control has it decide. */
    @ParameterizedTest
    @CsvSource({
        "ForbiddenByFirewall,403 ForbiddenByFirewall",
        "ForbiddenByConnection,403 ForbiddenByConnection",
        "ForbiddenByPolicy,403 ForbiddenByPolicy",
        "ForbiddenByRbac,403 ForbiddenByRbac",
        "AccessDenied,403 AccessDenied",
        "KeyDisabled,403 KeyDisabled",
        "KeyNotFound,404 KeyNotFound",
        "ObjectIsDeletedButRecoverable,409 ObjectIsDeletedButRecoverable",
        "Throttled,429 Throttled",
        "InternalServerError,500 InternalServerError",
        "BadGateway,502 BadGateway",
        "ServiceUnavailable,503 ServiceUnavailable",
        "GatewayTimeout,504 GatewayTimeout",
        "SomethingNew,500 SomethingNew"
    })
    void everyOtherRefusalCanBeHadByItsInnerCode(String code, String expected) {
        control(
                "PUT",
                "/disturbances/a",
                "{\"service\":\"key-vault\",\"operation\":\"Decrypt\",\"resource\":\"https://keyward-demo.vault.azure.net/keys/keyward\","
                        + "\"effect\":\"FAIL\",\"code\":\"" + code + "\"}");

        assertThat(answer(() -> decrypt(product, sealed))).isEqualTo(expected);
        assertThat(answer(() -> encrypt(product))).isEqualTo(OK);
    }

    @Test
    void whoIsThrottledIsToldWhenToComeBack() {
        control("PUT", "/disturbances/a", "{\"service\":\"key-vault\",\"effect\":\"THROTTLE\"}");

        HttpResponse<String> answer =
                send("GET", "/_hosts/" + AzureAccounts.DEMO_VAULT_HOST + "/keys/keyward?api-version=7.4", "");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void withoutATokenOneIsToldWhereToGetOne() {
        HttpResponse<String> answer =
                send("GET", "/_hosts/" + AzureAccounts.DEMO_VAULT_HOST + "/keys/keyward?api-version=7.4", "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer authorization=\"https://login.microsoftonline.com/" + AzureAccounts.CUSTOMER_TENANT
                        + "\", resource=\"https://vault.azure.net\"");
        assertThat(answer.headers().firstValue("x-ms-request-id")).isPresent();
    }

    @Test
    void aVaultThatMovedToAnotherTenantKnowsNobodyOfTheOldOne() {
        control("PUT", VAULT + "/tenant", "{\"tenant\":\"" + AzureAccounts.PLATFORM_TENANT + "\"}");

        HttpResponse<String> answer = asked("Bearer " + token(demo, VAULTS));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("AKV10032");
    }

    @Test
    void aTokenForAnotherServiceIsWorthNothing() {
        HttpResponse<String> answer = asked("Bearer " + token(demo, "https://management.azure.com/.default"));
        HttpResponse<String> forged = asked("Bearer " + token() + "x");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("AKV10022");
        assertThat(forged.statusCode()).isEqualTo(401);
    }

    @Test
    void whoBringsATokenThatWasNeverOneIsTheAdministrator() {
        assertThat(asked("Bearer test").statusCode()).isEqualTo(200);
        assertThat(control("GET", "/log?service=key-vault&operation=GetKey", "").path("entries"))
                .last()
                .satisfies(entry -> assertThat(entry.path("caller").asText()).isEqualTo(AzureAccounts.ADMINISTRATOR));
    }

    @Test
    void aPurgedVaultHasNoHostAnyMore() {
        // When
        control("POST", VAULT + "/delete", "");
        control("PUT", "/clock", "{\"offset\":\"P91D\"}");

        // Then
        assertThatThrownBy(() -> encrypt(clients.cryptography(AzureAccounts.DEMO_KEY_ID, demo)))
                .isNotInstanceOf(HttpResponseException.class);
    }

    @Test
    void aVersionThatWasNeverThereIsNotFoundThoughTheKeyIs() {
        String other = AzureAccounts.DEMO_KEY_ID.replace(AzureAccounts.DEMO_KEY_VERSION, "0".repeat(32));

        assertThat(answer(() -> decrypt(clients.cryptography(other, demo), sealed)))
                .isEqualTo("404 KeyNotFound");
        assertThat(answer(product::getKey)).isEqualTo(OK);
    }

    @Test
    void anEllipticKeyEncryptsNothing() {
        KeyClient owner = clients.keys(AzureAccounts.DEMO_VAULT_HOST, clients.administrator());
        String id = control("POST", VAULT + "/keys/curve", "{\"type\":\"EC\"}")
                .path("id")
                .asText();

        assertThat(owner.getKey("curve").getKeyType().toString()).isEqualTo("EC");
        HttpResponse<String> answer = send(
                "POST",
                "/_hosts/" + id.substring("https://".length()) + "/encrypt?api-version=7.4",
                "{\"alg\":\"RSA-OAEP-256\",\"value\":\"AAAA\"}",
                "Authorization",
                "Bearer " + token());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("BadParameter");
    }

    /** The owner's side of a key's life by the SDK, versions, rotation, deletion and recovery included. */
    @Test
    void aKeyLivesAndIsRecovered() {
        // Given
        KeyClient owner = clients.keys(AzureAccounts.DEMO_VAULT_HOST, clients.administrator());
        KeyVaultKey first = owner.createRsaKey(new CreateRsaKeyOptions("fresh")
                .setKeyOperations(KeyOperation.WRAP_KEY, KeyOperation.UNWRAP_KEY)
                .setExpiresOn(Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC)));
        CryptographyClient old = clients.cryptography(first.getId(), clients.administrator());
        byte[] wrapped = old.wrapKey(KeyWrapAlgorithm.RSA_OAEP_256, PROBE).getEncryptedKey();

        // When
        KeyVaultKey second = owner.rotateKey("fresh");

        // Then
        assertThat(second.getId()).isNotEqualTo(first.getId());
        assertThat(owner.listPropertiesOfKeyVersions("fresh")).hasSize(2);
        assertThat(old.unwrapKey(KeyWrapAlgorithm.RSA_OAEP_256, wrapped).getKey())
                .isEqualTo(PROBE);
        CryptographyClient fresh = clients.cryptography(second.getId(), clients.administrator());
        assertThat(answer(() -> fresh.unwrapKey(KeyWrapAlgorithm.RSA_OAEP_256, wrapped)))
                .isEqualTo("400 BadParameter");

        // When
        owner.beginDeleteKey("fresh").waitForCompletion();

        // Then
        assertThat(owner.getDeletedKey("fresh").getScheduledPurgeDate()).isNotNull();
        assertThat(answer(() -> owner.createRsaKey(new CreateRsaKeyOptions("fresh"))))
                .isEqualTo("409 ObjectIsDeletedButRecoverable");
        owner.beginRecoverDeletedKey("fresh").waitForCompletion();
        assertThat(old.unwrapKey(KeyWrapAlgorithm.RSA_OAEP_256, wrapped).getKey())
                .isEqualTo(PROBE);
        owner.beginDeleteKey("fresh").waitForCompletion();
        owner.purgeDeletedKey("fresh");
        assertThatThrownBy(() -> owner.getDeletedKey("fresh")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void theLogHasCallerKeyAndRegion() {
        assertThat(control("GET", "/log?service=key-vault&operation=Encrypt&region=eastus2", "")
                        .path("entries"))
                .last()
                .satisfies(entry -> {
                    assertThat(entry.path("caller").asText()).isEqualTo(AzureAccounts.DEMO_APPLICATION);
                    assertThat(entry.path("resource").asText()).endsWith("/keys/keyward");
                    assertThat(entry.path("outcome").asText()).isEqualTo("OK");
                });
    }

    private HttpResponse<String> asked(String authorization) {
        String path = "/_hosts/" + AzureAccounts.DEMO_VAULT_HOST + "/keys/keyward?api-version=7.4";
        return send("GET", path, "", "Authorization", authorization);
    }

    private String token() {
        return token(clients.administrator(), VAULTS);
    }

    private static String token(TokenCredential credential, String scope) {
        return credential
                .getTokenSync(new TokenRequestContext().addScopes(scope))
                .getToken();
    }

    private static String answer(ThrowingCallable call) {
        try {
            call.call();
            return OK;
        } catch (Throwable refused) {
            return refusal(() -> {
                throw refused;
            });
        }
    }

    private static Arguments row(String method, String path, String body, String get, String encrypt, String decrypt) {
        return Arguments.of(method, path, body, get, encrypt, decrypt);
    }
}
