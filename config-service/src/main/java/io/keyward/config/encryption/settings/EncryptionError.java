package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.endpoint.RegionEndpoints;
import java.util.List;

/** Why a change of the KMS configuration is refused before, or after, the customer's cloud was asked. Nothing changed in any case. */
public sealed interface EncryptionError {

    /** What was sent cannot be meant, whatever the project has. */
    sealed interface OfRequest extends EncryptionError {}

    /** The key was not named as it has to be. */
    sealed interface OfKey extends EncryptionError {}

    /** The role cannot be used. */
    sealed interface OfRole extends EncryptionError {}

    /** Clusters stand in the way, or nothing is there that they could use. */
    sealed interface OfUse extends EncryptionError {}

    /** Private networking or private endpoints stand in the way. */
    sealed interface OfNetwork extends EncryptionError {}

    /** Something else happened meanwhile. */
    sealed interface Overtaken extends EncryptionError {}

    /** Access keys were sent without a role; only roles are supported. */
    record CredentialsNotSupported() implements OfRequest {}

    /** Needed for a first configuration, and not sent. */
    record MissingFields(List<String> paths) implements OfRequest {}

    /** The key of a service account was sent alone for a project whose key on Google Cloud a role opens. */
    record RoleStays(String path) implements OfRequest {}

    /** What was sent as the key of a service account on Google Cloud is no key file. */
    record NoKeyFile() implements OfRequest {}

    record UnknownRegion(String value) implements OfRequest {}

    /** No Azure cloud has that name. */
    record UnknownEnvironment(String value) implements OfRequest {}

    /** A role was given for an Azure cloud in which we have no application that customers could let in. */
    record NoRolesIn(String environment) implements OfRequest {}

    /** @param form what it has to look like, for people */
    record MalformedField(String path, String form) implements OfRequest {}

    /** A secret was sent alone for a project whose keys a role opens. */
    record BackToCredentials(String path) implements OfRequest {}

    /** Another application was named, without its secret. */
    record SecretNeeded(String path) implements OfRequest {}

    /** Neither a key id nor the ARN of a key. */
    record MalformedKey(String value) implements OfKey {}

    /**
     * Not the identifier of one version of a key in the configured vault.
     *
     * @param form what it has to look like, for people
     */
    record MalformedIdentifier(String value, String form) implements OfKey {}

    /** No resource name of one version of a key on Google Cloud. */
    record MalformedKeyVersion(String value) implements OfKey {}

    record RegionMismatch(String keyRegion, String region) implements OfKey {}

    /** An ARN that begins like those of another part of AWS than the region's. */
    record PartitionMismatch(String keyPartition, String regionPartition) implements OfKey {}

    record RoleNotFound(String roleId) implements OfRole {}

    record RoleNotAuthorized(String roleId) implements OfRole {}

    /** Clusters are wrapped by a key that is not valid, so that they can neither move to another one nor do without. */
    record KeyInvalid(String key, List<String> clusters) implements OfUse {}

    record CannotDisable(List<String> clusters) implements OfUse {}

    /** The key could not be checked, and is known only by an id, from which its account cannot be told. */
    record ArnNeeded(String key) implements OfKey {}

    /** Another change was recorded between load and record. */
    record ChangedMeanwhile() implements Overtaken {}

    /** An endpoint was admitted while the change was under way; it has to look again. */
    record AdmittedMeanwhile() implements Overtaken {}

    /** Customer keys are off, so that nothing that rests on them can be had. */
    record NotEnabled(String groupId) implements OfUse {}

    record PrivateNetworkingNotRequired(String groupId) implements OfNetwork {}

    record PrivateNetworkingNotSupported(List<String> reasons) implements OfNetwork {}

    /** The key is not in those regions. */
    record NotReplicated(String key, List<CloudRegion> regions) implements OfNetwork {}

    /** Settings that endpoints rest on cannot be changed while there are endpoints in those regions. */
    record SettingsLocked(List<String> paths, List<RegionEndpoints> left) implements OfNetwork {}

    /** Customer keys cannot be disabled while there are endpoints in those regions. */
    record EndpointsKeepItEnabled(List<RegionEndpoints> left) implements OfNetwork {}

    /** Private networking cannot be turned off while there are endpoints in those regions. */
    record EndpointsKeepItPrivate(List<RegionEndpoints> left) implements OfNetwork {}
}
