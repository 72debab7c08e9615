package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a project's KMS configuration. Topic {@link Topics#ENCRYPTION}, published by config-service, keyed by project. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = EncryptionEvent.Unrecognized.class)
@JsonSubTypes({
    @Type(value = EncryptionEvent.EncryptionConfigured.class, name = "keyward.encryption.configured.v1"),
    @Type(value = EncryptionEvent.EncryptionDisabled.class, name = "keyward.encryption.disabled.v1")
})
public sealed interface EncryptionEvent extends Event {

    /** Identity of the project. */
    String groupId();

    @Override
    default String aggregateId() {
        return groupId();
    }

    /**
     * At least one provider is enabled.
     *
     * @param keyUses every key that the project uses now, former ones that clusters or snapshots are still under included; a key use that is no
     *     longer listed has ended
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record EncryptionConfigured(String groupId, long revision, Instant occurredAt, Actor actor, List<KeyUse> keyUses)
            implements EncryptionEvent {}

    /**
     * No provider is enabled any more.
     *
     * @param keyUses former ones that snapshots are still under, mostly none; a key use that is no longer listed has ended
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record EncryptionDisabled(String groupId, long revision, Instant occurredAt, Actor actor, List<KeyUse> keyUses)
            implements EncryptionEvent {
        public EncryptionDisabled {
            keyUses = Absent.toEmpty(keyUses);
        }
    }

    /** Written by a newer producer. Consumers skip and count it; they never fail on it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unrecognized(long revision, Instant occurredAt, Actor actor) implements EncryptionEvent {
        @Override
        public String groupId() {
            throw new IllegalStateException("an unrecognized event has no project");
        }
    }

    /**
     * A key as one project uses it in one region: the aggregate of {@link Topics#KEYS}.
     *
     * @param keyUseId minted by config-service; another key, provider or region is another key use
     * @param provider {@code AWS}, {@code AZURE} or {@code GCP}; readers tolerate others
     * @param key the key's full name at its provider: the ARN on AWS, the versioned key identifier on Azure, the name of the key version on Google Cloud
     * @param region as the provider spells it, for example {@code us-east-1}; on Azure the one of the endpoint that serves it, or {@code global} where
     *     the key is reached over the internet; on Google Cloud the key's location
     * @param home whether this is the region that the tenant configured: its key serves every region that has no key use of its own. Where none of a
     *     provider's key uses says so, the first is it
     * @param privateNetworking whether the key is to be reached over private endpoints only
     * @param aws how the key is reached on AWS, present if and only if the provider is AWS
     * @param keyId the project key that this is a region of: one key as the project uses it with one provider. Null in events written before there
     *     were any
     * @param former whether its project key was replaced or given up: it is listed, and checked like all others, until no cluster and no snapshot is
     *     under it
     * @param azure how the key is reached on Azure, present if and only if the provider is AZURE
     * @param google how the key is reached on Google Cloud, present if and only if the provider is GCP
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyUse(
            String keyUseId,
            String provider,
            String key,
            String region,
            boolean home,
            boolean privateNetworking,
            @Nullable AwsAccess aws,
            @Nullable String keyId,
            boolean former,
            @Nullable AzureAccess azure,
            @Nullable GoogleAccess google) {

        /** A key on AWS, reached by {@code aws}. */
        public KeyUse(
                String keyUseId,
                String provider,
                String key,
                String region,
                boolean home,
                boolean privateNetworking,
                @Nullable AwsAccess aws,
                @Nullable String keyId,
                boolean former) {
            this(keyUseId, provider, key, region, home, privateNetworking, aws, keyId, former, null, null);
        }
    }

    /**
     * The customer's role that is assumed to reach the key. Neither part is secret.
     *
     * @param roleArn ARN of the role
     * @param externalId external id that its trust policy asks for
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AwsAccess(String roleArn, String externalId) {}

    /**
     * The application that a key on Azure is used as, and where the key is. No part is secret.
     *
     * @param environment {@code AZURE}, {@code AZURE_CHINA} or {@code AZURE_US_GOVERNMENT}; readers tolerate others
     * @param tenantId the tenant that the application signs in to
     * @param clientId the application
     * @param credentialId identity of the application's secret, which config-service keeps: another secret has another one. Null where the key is used as
     *     our own application, by a role
     * @param subscriptionId the subscription that the vault is in
     * @param resourceGroup the resource group that the vault is in
     * @param vault the vault's name
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AzureAccess(
            String environment,
            String tenantId,
            String clientId,
            @Nullable String credentialId,
            String subscriptionId,
            String resourceGroup,
            String vault) {}

    /**
     * As whom a key on Google Cloud is used; exactly one is given. Neither is secret.
     *
     * @param credentialId identity of a service account's key, which config-service keeps: another key has another one
     * @param serviceAccount e-mail address of the service account that our own identity impersonates
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GoogleAccess(
            @Nullable String credentialId, @Nullable String serviceAccount) {}
}
