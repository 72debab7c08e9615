package io.keyward.simulator.kms;

import io.keyward.simulator.access.AccessControl;
import io.keyward.simulator.call.Operation;
import io.keyward.simulator.kms.key.KeyAccess;
import io.keyward.simulator.world.World;
import java.util.Map;

/** Every operation of KMS that is simulated, by its name on the wire. */
public final class KmsOperations {

    private KmsOperations() {}

    /** Longer than a method should be, because it is a list. */
    public static Map<String, Operation> table(World world, AccessControl control) {
        KeyAccess access = new KeyAccess(world, control);
        Cryptography cryptography = new Cryptography(access);
        KeyCreation creation = new KeyCreation(access);
        KeyLifecycle lifecycle = new KeyLifecycle(access);
        KeyPolicies policies = new KeyPolicies(access);
        Rotations rotations = new Rotations(access);
        Aliases aliases = new Aliases(access);
        Tags tags = new Tags(access);
        Imports imports = new Imports(access);
        return Map.ofEntries(
                Map.entry("Encrypt", cryptography::encrypt),
                Map.entry("Decrypt", cryptography::decrypt),
                Map.entry("ReEncrypt", cryptography::reEncrypt),
                Map.entry("GenerateDataKey", cryptography::generateDataKey),
                Map.entry("GenerateDataKeyWithoutPlaintext", cryptography::generateDataKeyWithoutPlaintext),
                Map.entry("CreateKey", creation::createKey),
                Map.entry("ReplicateKey", creation::replicateKey),
                Map.entry("DescribeKey", lifecycle::describeKey),
                Map.entry("ListKeys", lifecycle::listKeys),
                Map.entry("EnableKey", lifecycle::enableKey),
                Map.entry("DisableKey", lifecycle::disableKey),
                Map.entry("UpdateKeyDescription", lifecycle::updateKeyDescription),
                Map.entry("ScheduleKeyDeletion", lifecycle::scheduleKeyDeletion),
                Map.entry("CancelKeyDeletion", lifecycle::cancelKeyDeletion),
                Map.entry("GetKeyPolicy", policies::getKeyPolicy),
                Map.entry("PutKeyPolicy", policies::putKeyPolicy),
                Map.entry("ListKeyPolicies", policies::listKeyPolicies),
                Map.entry("CreateAlias", aliases::createAlias),
                Map.entry("UpdateAlias", aliases::updateAlias),
                Map.entry("DeleteAlias", aliases::deleteAlias),
                Map.entry("ListAliases", aliases::listAliases),
                Map.entry("GetKeyRotationStatus", rotations::getKeyRotationStatus),
                Map.entry("EnableKeyRotation", rotations::enableKeyRotation),
                Map.entry("DisableKeyRotation", rotations::disableKeyRotation),
                Map.entry("RotateKeyOnDemand", rotations::rotateKeyOnDemand),
                Map.entry("ListKeyRotations", rotations::listKeyRotations),
                Map.entry("GetParametersForImport", imports::getParametersForImport),
                Map.entry("ImportKeyMaterial", imports::importKeyMaterial),
                Map.entry("DeleteImportedKeyMaterial", imports::deleteImportedKeyMaterial),
                Map.entry("TagResource", tags::tagResource),
                Map.entry("UntagResource", tags::untagResource),
                Map.entry("ListResourceTags", tags::listResourceTags));
    }
}
