package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.AwsRegion;
import java.util.List;

/** Why a change of the KMS configuration is refused before, or after, the customer's cloud was asked. Nothing changed in any case. */
public sealed interface EncryptionError {

    /** Only AWS is available in this installation. */
    record ProviderNotSupported(String provider) implements EncryptionError {}

    /** Access keys were sent without a role; only roles are supported. */
    record CredentialsNotSupported() implements EncryptionError {}

    /** Needed for a first configuration, and not sent. */
    record MissingFields(List<String> paths) implements EncryptionError {}

    record UnknownRegion(String value) implements EncryptionError {}

    /** Neither a key id nor the ARN of a key. */
    record MalformedKey(String value) implements EncryptionError {}

    record RegionMismatch(String keyRegion, String region) implements EncryptionError {}

    /** An ARN that begins like those of another part of AWS than the region's. */
    record PartitionMismatch(String keyPartition, String regionPartition) implements EncryptionError {}

    record RoleNotFound(String roleId) implements EncryptionError {}

    record RoleNotAuthorized(String roleId) implements EncryptionError {}

    /** Another key, while clusters are wrapped by the current one. */
    record KeyInUse(String key, List<String> clusters) implements EncryptionError {}

    record CannotDisable(List<String> clusters) implements EncryptionError {}

    /** The key could not be checked, and is known only by an id, from which its account cannot be told. */
    record ArnNeeded(String key) implements EncryptionError {}

    /** Another change was recorded between load and record. */
    record ChangedMeanwhile() implements EncryptionError {}

    /** An endpoint was admitted while the change was under way; it has to look again. */
    record AdmittedMeanwhile() implements EncryptionError {}

    /** Customer keys are off, so that nothing that rests on them can be had. */
    record NotEnabled(String groupId) implements EncryptionError {}

    record PrivateNetworkingNotRequired(String groupId) implements EncryptionError {}

    record PrivateNetworkingNotSupported(List<String> reasons) implements EncryptionError {}

    /** The key is not in those regions. */
    record NotReplicated(String arn, List<AwsRegion> regions) implements EncryptionError {}

    /** Customer keys cannot be disabled while there are endpoints in those regions. */
    record EndpointsKeepItEnabled(List<String> regions) implements EncryptionError {}

    /** Private networking cannot be turned off while there are endpoints in those regions. */
    record EndpointsKeepItPrivate(List<String> regions) implements EncryptionError {}

    /** Another key cannot be used while there are endpoints in those regions. */
    record EndpointsKeepTheKey(List<String> regions) implements EncryptionError {}
}
