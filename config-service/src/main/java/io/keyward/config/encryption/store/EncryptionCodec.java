package io.keyward.config.encryption.store;

import static java.util.Objects.requireNonNull;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import java.util.Comparator;
import java.util.List;

/** Between the rows and the values. The table's check constraint says which columns go together. */
final class EncryptionCodec {
    private EncryptionCodec() {}

    static EncryptionState state(EncryptionEntity row, List<KeyUseEntity> uses) {
        if (!row.awsEnabled) {
            return new EncryptionState(
                    row.groupId, new EncryptionConfig(null, row.searchNodes), List.of(), row.version);
        }
        AwsKms aws = new AwsKms(
                requireNonNull(row.awsKey),
                AwsRegion.valueOf(requireNonNull(row.awsRegion)),
                requireNonNull(row.awsRoleId),
                row.awsPrivateNetworking);
        List<KeyInUse> keys = uses.stream()
                .map(EncryptionCodec::key)
                .sorted(Comparator.comparing((KeyInUse key) -> key.region() != aws.region())
                        .thenComparing(KeyInUse::region))
                .toList();
        return new EncryptionState(row.groupId, new EncryptionConfig(aws, row.searchNodes), keys, row.version);
    }

    static void write(EncryptionConfig config, EncryptionEntity row) {
        AwsKms aws = config.aws();
        row.searchNodes = config.enabledForSearchNodes();
        row.awsEnabled = aws != null;
        row.awsKey = aws == null ? null : aws.key();
        row.awsRegion = aws == null ? null : aws.region().name();
        row.awsRoleId = aws == null ? null : aws.roleId();
        row.awsPrivateNetworking = aws != null && aws.requirePrivateNetworking();
    }

    static void write(String groupId, KeyInUse key, KeyUseEntity row) {
        row.id = key.keyUseId();
        row.groupId = groupId;
        row.region = key.region().name();
        row.arn = key.arn();
        row.checkedValid = key.acceptedValid();
        row.checkedAt = key.acceptedAt();
    }

    private static KeyInUse key(KeyUseEntity row) {
        return new KeyInUse(row.id, AwsRegion.valueOf(row.region), row.arn, row.checkedValid, row.checkedAt);
    }
}
