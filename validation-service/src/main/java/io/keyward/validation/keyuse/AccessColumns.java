package io.keyward.validation.keyuse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyward.contracts.EncryptionEvent;
import io.keyward.contracts.EncryptionEvent.AzureAccess;
import io.keyward.contracts.EncryptionEvent.GoogleAccess;
import io.keyward.validation.check.KeyAccess;
import io.keyward.validation.check.KeyAccess.AwsRole;
import io.keyward.validation.check.KeyAccess.AzureApplication;
import io.keyward.validation.check.KeyAccess.GoogleAccount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a key is reached, as the columns of {@code key_use} have it.
 *
 * @param roleArn null where it is no role
 * @param externalId null where it is no role
 * @param access JSON, as events have it; null where it is a role
 */
public record AccessColumns(
        @Nullable String roleArn,
        @Nullable String externalId,
        @Nullable String access) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String AWS = "AWS";
    private static final String AZURE = "AZURE";
    private static final String GOOGLE = "GCP";

    /** How the key of an event is reached; empty when this version does not know such a way. */
    static Optional<KeyAccess> told(EncryptionEvent.KeyUse use) {
        return switch (use.provider()) {
            case AWS ->
                Optional.ofNullable(use.aws()).map(access -> new AwsRole(access.roleArn(), access.externalId()));
            case AZURE -> Optional.ofNullable(use.azure()).map(AccessColumns::application);
            case GOOGLE -> Optional.ofNullable(use.google()).map(AccessColumns::account);
            default -> Optional.empty();
        };
    }

    static AccessColumns of(KeyAccess access) {
        return switch (access) {
            case AwsRole role -> new AccessColumns(role.roleArn(), role.externalId(), null);
            case AzureApplication application -> new AccessColumns(null, null, write(event(application)));
            case GoogleAccount account ->
                new AccessColumns(
                        null, null, write(new GoogleAccess(account.credentialId(), account.serviceAccount())));
        };
    }

    /** What the columns of a row of that provider say. */
    public KeyAccess read(String provider) {
        if (access == null || roleArn != null && externalId != null) {
            return new AwsRole(String.valueOf(roleArn), String.valueOf(externalId));
        }
        return provider.equals(AZURE)
                ? application(read(access, AzureAccess.class))
                : account(read(access, GoogleAccess.class));
    }

    private static AzureAccess event(AzureApplication application) {
        return new AzureAccess(
                application.environment(),
                application.tenantId(),
                application.clientId(),
                application.credentialId(),
                application.subscriptionId(),
                application.resourceGroup(),
                application.vault());
    }

    private static AzureApplication application(AzureAccess access) {
        return new AzureApplication(
                access.environment(),
                access.tenantId(),
                access.clientId(),
                access.credentialId(),
                access.subscriptionId(),
                access.resourceGroup(),
                access.vault());
    }

    private static GoogleAccount account(GoogleAccess access) {
        return new GoogleAccount(access.credentialId(), access.serviceAccount());
    }

    private static String write(Object access) {
        try {
            return JSON.writeValueAsString(access);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the row's access cannot be read", e);
        }
    }
}
