package io.keyward.config.encryption.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.settings.AzureVault;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.encryption.settings.name.AzureEnvironment;
import io.keyward.config.validation.CheckReason;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AzureKeyRefusalsTest {
    private static final String CLIENT = "b054a9ff-b60a-4cb6-8df6-20726eaefce6";
    private static final String TENANT = "1f6ef922-9303-402a-bae2-cc68810b023c";
    private static final AzureVault WANTED = new AzureVault(
            AzureEnvironment.AZURE,
            CLIENT,
            TENANT,
            "009774e0-124f-4a69-83e0-ca8cd8acb4e2",
            "group",
            "vault",
            "https://vault.vault.azure.net/keys/test/78b9134f9bc94fda8027a32b4715bf3f",
            new Opener.Application(AzureEnvironment.AZURE, TENANT, CLIENT, "32b6e34b3d91647abb20e7b8"),
            false,
            "global");

    /** By the reason alone, or by it and what was answered last. */
    @Rule({"C2", "C13"})
    @ParameterizedTest
    @CsvSource({
        "KEY_DISABLED,                ,                                           AZURE_KEY_VAULT_KEY_NOT_ENABLED",
        "KEY_PENDING_DELETION,        ,                                           AZURE_KEY_VAULT_KEY_PENDING_DELETION",
        "KEY_NOT_FOUND,               ,                                           AZURE_KEY_VAULT_KEY_NOT_FOUND",
        "KEY_NEVER_FOUND,             ,                                           AZURE_KEY_VAULT_KEY_NOT_FOUND",
        "KEY_VERSION_MISSING,         ,                                           AZURE_KEY_VAULT_KEY_NOT_FOUND",
        "KEY_EXPIRED,                 ,                                           AZURE_KEY_VAULT_KEY_EXPIRED",
        "KEY_NOT_YET_VALID,           ,                                           AZURE_KEY_VAULT_KEY_NOT_ACTIVE",
        "WRONG_KEY_USAGE,             ,                                           AZURE_KEY_VAULT_KEY_USAGE_NOT_SUPPORTED",
        "WRONG_KEY_TYPE,              ,                                           AZURE_KEY_VAULT_KEY_USAGE_NOT_SUPPORTED",
        "ACCESS_REVOKED,              ,                                           NO_PERMISSION_TO_ENCRYPT_DECRYPT",
        "ASSIGNMENT_REVOKED,          ,                                           NO_PERMISSION_TO_ENCRYPT_DECRYPT",
        "DESCRIBE_KEY_DENIED,         ,                                           NO_PERMISSION_TO_ENCRYPT_DECRYPT",
        "ENCRYPT_DENIED,              ,                                           NO_PERMISSION_TO_ENCRYPT_DECRYPT",
        "KEY_ELSEWHERE,               ,                                           AZURE_KEY_VAULT_NOT_IN_RESOURCE_GROUP",
        "PRIVATE_NETWORK_NOT_ENABLED, ,                                           AZURE_NETWORK_PROVIDER_NOT_REGISTERED",
        "CREDENTIALS_EXPIRED,         entra:Token invalid_client 7000222,         AZURE_CLIENT_SECRET_EXPIRED",
        "CREDENTIALS_INVALID,         ,                                           INVALID_AZURE_CREDENTIALS",
        "CREDENTIALS_INVALID,         entra:Token invalid_client 7000215,         INVALID_AZURE_CREDENTIALS",
        "CREDENTIALS_INVALID,         entra:Token invalid_client,                 INVALID_AZURE_CREDENTIALS",
        "CREDENTIALS_INVALID,         entra:Token unauthorized_client 700016,     AZURE_APPLICATION_NOT_FOUND",
        "CREDENTIALS_INVALID,         entra:Token unauthorized_client 7000112,    AZURE_APPLICATION_NOT_FOUND",
        "CREDENTIALS_INVALID,         entra:Token invalid_request 90002,          AZURE_TENANT_NOT_FOUND",
        "INVALID_REQUEST,             entra:Token invalid_request 90002,          AZURE_TENANT_NOT_FOUND",
        "INVALID_REQUEST,             entra:Token invalid_request 90038,          INVALID_AZURE_API_REQUEST",
        "INVALID_REQUEST,             keyvault:GetKey Unauthorized,               INVALID_AZURE_API_REQUEST",
        "INVALID_REQUEST,             ,                                           INVALID_AZURE_API_REQUEST",
        "ROLE_NOT_ASSUMABLE,          entra:Token unauthorized_client 700016,     CANNOT_ASSUME_ROLE",
        "WRONG_CIPHERTEXT,            ,                                           ENCRYPTION_AT_REST_SETTINGS_INVALID",
        "NETWORK_POLICY,              entra:Token interaction_required 53003,     AZURE_CONDITIONAL_ACCESS_DENIED",
        "NETWORK_POLICY,              entra:Token interaction_required 530032,    AZURE_CONDITIONAL_ACCESS_DENIED",
        "NETWORK_POLICY,              keyvault:GetKey ForbiddenByFirewall,        KMS_NETWORK_ACCESS_DENIED",
        "NETWORK_POLICY,              keyvault:GetKey ForbiddenByConnection,      KMS_NETWORK_ACCESS_DENIED",
        "UNREACHABLE,                 ,                                           KMS_NETWORK_ACCESS_DENIED",
        "TIMED_OUT,                   ,                                           KMS_NETWORK_ACCESS_DENIED",
        "PRIVATE_ENDPOINT_MISSING,    ,                                           KMS_NETWORK_ACCESS_DENIED",
        "THROTTLED,                   ,                                           KMS_UNAVAILABLE",
        "PROVIDER_FAULT,              ,                                           KMS_UNAVAILABLE",
        "OUR_CREDENTIALS,             ,                                           KMS_UNAVAILABLE",
        "CREDENTIALS_NOT_AT_HAND,     ,                                           KMS_UNAVAILABLE",
        "UNKNOWN,                     ,                                           KMS_UNAVAILABLE",
        "SOMETHING_OF_TOMORROW,       ,                                           KMS_UNAVAILABLE"
    })
    void tellsEachReasonByItsCode(String reason, String call, String code) {
        Refusal refusal = KeyRefusals.of(answer(reason, calls(call)), WANTED);

        assertThat(refusal.code()).hasToString(code);
        assertThat(refusal.detail()).contains("what happened").containsAnyOf("what to do", "send the request again");
        assertThat(refusal.retryAfter().isPresent()).isEqualTo(refusal.code().status() == 503);
    }

    /** Reasons of other clouds have an answer, too. */
    @ParameterizedTest
    @EnumSource(CheckReason.class)
    void answersEveryReason(CheckReason reason) {
        assertThat(KeyRefusals.of(answer(reason.name(), List.of()), WANTED).detail())
                .contains("what happened");
    }

    @Rule({"C13", "R5"})
    @ParameterizedTest
    @CsvSource({
        "ASSIGNMENT_REVOKED,  keyvault:Decrypt ForbiddenByPolicy, decrypt",
        "ASSIGNMENT_REVOKED,  keyvault:Decrypt ForbiddenByRbac,   decrypt",
        "ASSIGNMENT_REVOKED,  keyvault:GetKey AccessDenied,       get",
        "ASSIGNMENT_REVOKED,  ,                                   decrypt",
        "ENCRYPT_DENIED,      keyvault:Encrypt ForbiddenByPolicy, encrypt",
        "ENCRYPT_DENIED,      ,                                   encrypt",
        "DESCRIBE_KEY_DENIED, keyvault:GetKey ForbiddenByRbac,    get",
        "DESCRIBE_KEY_DENIED, ,                                   get"
    })
    void namesTheMissingPermissionAndPrintsWhatAllowsIt(String reason, String call, String permission) {
        Refusal refusal = KeyRefusals.of(answer(reason, calls(call)), WANTED);

        assertThat(refusal.parameters()).containsExactly(permission);
        assertThat(refusal.detail())
                .contains("not allowed " + permission + " on the key")
                .contains("az keyvault set-policy --name vault")
                .contains("get encrypt decrypt")
                .contains("Microsoft.KeyVault/vaults/keys/decrypt/action");
    }

    @Test
    @Rule("C13")
    void namesWhatItIsAbout() {
        assertThat(of("KEY_ELSEWHERE").detail())
                .contains("The vault vault is not in the resource group group of the subscription 009774e0");
        assertThat(of("CREDENTIALS_INVALID").detail()).contains(CLIENT);
        assertThat(KeyRefusals.of(answer("INVALID_REQUEST", calls("entra:Token invalid_request 90002")), WANTED)
                        .detail())
                .contains(TENANT);
    }

    private static Refusal of(String reason) {
        return KeyRefusals.of(answer(reason, List.of()), WANTED);
    }

    /** One that went well, and the one that did not. */
    private static List<ProviderCall> calls(String call) {
        if (call == null) {
            return List.of();
        }
        String[] parts = call.split(" ", 2);
        Stream<ProviderCall> before =
                parts[0].startsWith("entra:") ? Stream.of() : Stream.of(call("entra:Token", "OK"));
        return Stream.concat(before, Stream.of(call(parts[0], parts[1]))).toList();
    }

    private static ProviderCall call(String operation, String code) {
        return new ProviderCall(operation, "key", "global", "PUBLIC", code, "no", "r-1", Instant.EPOCH, 3);
    }

    private static KeyAnswer answer(String reason, List<ProviderCall> calls) {
        return new KeyAnswer(KeyAnswer.Outcome.REVOKED, reason, "what happened", "what to do", null, calls);
    }
}
