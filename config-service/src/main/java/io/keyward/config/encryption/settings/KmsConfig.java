package io.keyward.config.encryption.settings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.settings.name.AwsKeyNames;
import io.keyward.config.encryption.settings.name.GoogleKeyNames;
import java.util.List;
import java.util.Optional;

/** The key of one provider that a project wants its clusters to be wrapped by, and what opens it. Holds no secret; kept as JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "provider")
@JsonSubTypes({
    @Type(value = KmsConfig.AwsKms.class, name = "AWS"),
    @Type(value = AzureVault.class, name = "AZURE"),
    @Type(value = KmsConfig.GoogleKms.class, name = "GCP")
})
public sealed interface KmsConfig permits KmsConfig.AwsKms, AzureVault, KmsConfig.GoogleKms {

    Cloud provider();

    /** The key as the tenant spelt it. */
    String key();

    /** Where the key is. */
    CloudRegion region();

    /** What opens it. */
    Opener opener();

    /** Whether it is to be reached over private endpoints only. */
    boolean requirePrivateNetworking();

    /** Whether the key is given by its full name. */
    @JsonIgnore
    boolean isFullName();

    /** Whether clusters in several regions can reach it privately, each in its own region. */
    @JsonIgnore
    boolean isMultiRegion();

    /** Whether every region in use has a key use of its own, rather than all of them the home one. */
    @JsonIgnore
    boolean isRegional();

    /** Full name that the key of full name {@code name} has in that region; empty where it cannot be, or needs none of its own. */
    Optional<String> nameIn(CloudRegion there, String name);

    /** The same settings for a key of that full name in that region, which is another one's name here or another key. */
    KmsConfig named(CloudRegion there, String name);

    /** The same key, opened by whatever opens that one of the same provider, and reached as that one is. */
    KmsConfig openedLike(KmsConfig other);

    /** The same key, reached that way. */
    KmsConfig reached(boolean privately);

    /** What is wrong with the key beside the other settings; nobody may be asked for such a key, and nothing may be kept of it. */
    default Optional<EncryptionError> mismatch() {
        return Optional.empty();
    }

    /** What private endpoints lead to, in the cloud's own words; empty where the cloud needs to be told nothing. */
    default Optional<String> service() {
        return Optional.empty();
    }

    /** The settings, as the API calls them, that private endpoints rest on and that are other ones there, in the configuration of the same provider. */
    default List<String> unlikeForEndpoints(KmsConfig other) {
        return List.of();
    }

    /** Whether the two spell the same key: then only what opens it, or the way to it, differs. */
    default boolean spellsSameKeyAs(KmsConfig other) {
        return provider() == other.provider() && key().equals(other.key()) && region().equals(other.region());
    }

    /**
     * A key in AWS KMS and the role that opens it.
     *
     * @param key a key id or a full ARN
     * @param roleId id of the cloud provider access role, not its ARN
     */
    record AwsKms(String key, AwsRegion region, String roleId, boolean requirePrivateNetworking) implements KmsConfig {
        @Override
        public Cloud provider() {
            return Cloud.AWS;
        }

        @Override
        public Opener opener() {
            return new Opener.Role(Cloud.AWS, roleId);
        }

        @Override
        public boolean isFullName() {
            return key.startsWith("arn:");
        }

        @Override
        public boolean isMultiRegion() {
            return AwsKeyNames.isMultiRegion(key);
        }

        @Override
        public boolean isRegional() {
            return true;
        }

        @Override
        public Optional<String> nameIn(CloudRegion there, String name) {
            return there instanceof AwsRegion region ? AwsKeyNames.in(region, name) : Optional.empty();
        }

        @Override
        public AwsKms named(CloudRegion there, String name) {
            return new AwsKms(name, (AwsRegion) there, roleId, requirePrivateNetworking);
        }

        @Override
        public AwsKms openedLike(KmsConfig other) {
            AwsKms like = (AwsKms) other;
            return new AwsKms(key, region, like.roleId, like.requirePrivateNetworking);
        }

        @Override
        public AwsKms reached(boolean privately) {
            return new AwsKms(key, region, roleId, privately);
        }
    }

    /**
     * A key in Google Cloud KMS. It lies in one location and serves every region from there; there is no private way to it.
     *
     * @param key resource name of one version of a key
     */
    record GoogleKms(String key, Opener opener) implements KmsConfig {
        @Override
        public Cloud provider() {
            return Cloud.GCP;
        }

        @Override
        public CloudRegion region() {
            return GoogleKeyNames.location(key)
                    .orElseThrow(() -> new IllegalStateException("a stored key version without a location"));
        }

        @Override
        public boolean requirePrivateNetworking() {
            return false;
        }

        @Override
        public boolean isFullName() {
            return true;
        }

        @Override
        public boolean isMultiRegion() {
            return false;
        }

        @Override
        public boolean isRegional() {
            return false;
        }

        @Override
        public Optional<String> nameIn(CloudRegion there, String name) {
            return Optional.empty();
        }

        @Override
        public GoogleKms named(CloudRegion there, String name) {
            return new GoogleKms(name, opener);
        }

        @Override
        public GoogleKms openedLike(KmsConfig other) {
            return new GoogleKms(key, other.opener());
        }

        @Override
        public GoogleKms reached(boolean privately) {
            return this;
        }
    }
}
