package io.keyward.config.encryption;

import static java.util.Objects.requireNonNull;

import io.keyward.atlas.AwsRegion;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import org.jspecify.annotations.Nullable;

/** Between the row and the values. The table's check constraint says which columns go together. */
final class EncryptionCodec {
    private EncryptionCodec() {}

    static EncryptionState state(EncryptionEntity row) {
        if (!row.awsEnabled) {
            return new EncryptionState(row.groupId, new EncryptionConfig(null, row.searchNodes), null, row.version);
        }
        AwsKms aws = new AwsKms(
                requireNonNull(row.awsKey),
                AwsRegion.valueOf(requireNonNull(row.awsRegion)),
                requireNonNull(row.awsRoleId),
                row.awsPrivateNetworking);
        KeyInUse key = new KeyInUse(
                requireNonNull(row.keyUseId),
                requireNonNull(row.keyArn),
                row.checkedValid,
                requireNonNull(row.checkedAt));
        return new EncryptionState(row.groupId, new EncryptionConfig(aws, row.searchNodes), key, row.version);
    }

    static void write(EncryptionConfig config, @Nullable KeyInUse key, EncryptionEntity row) {
        AwsKms aws = config.aws();
        row.searchNodes = config.enabledForSearchNodes();
        row.awsEnabled = aws != null;
        row.awsKey = aws == null ? null : aws.key();
        row.awsRegion = aws == null ? null : aws.region().name();
        row.awsRoleId = aws == null ? null : aws.roleId();
        row.awsPrivateNetworking = aws != null && aws.requirePrivateNetworking();
        row.keyUseId = key == null ? null : key.keyUseId();
        row.keyArn = key == null ? null : key.arn();
        row.checkedValid = key != null && key.acceptedValid();
        row.checkedAt = key == null ? null : key.acceptedAt();
    }
}
