package io.keyward.config.encryption.store;

import static java.util.Objects.requireNonNull;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import io.keyward.config.encryption.settings.ProjectKey;
import java.util.Comparator;
import java.util.List;

/** Between the rows and the values. The table's check constraint says which columns go together. */
final class EncryptionCodec {
    private EncryptionCodec() {}

    static EncryptionState state(EncryptionEntity row, List<ProjectKeyEntity> keys, List<KeyUseEntity> uses) {
        List<ProjectKey> all = keys.stream()
                .map(key -> key(key, uses))
                .sorted(Comparator.comparing(ProjectKey::isFormer)
                        .thenComparing(ProjectKey::since, Comparator.reverseOrder())
                        .thenComparing(ProjectKey::id))
                .toList();
        return new EncryptionState(row.groupId, config(row), all, row.version, row.awsAdmissionStamp);
    }

    private static EncryptionConfig config(EncryptionEntity row) {
        AwsKms aws = row.awsEnabled
                ? new AwsKms(
                        requireNonNull(row.awsKey),
                        AwsRegion.valueOf(requireNonNull(row.awsRegion)),
                        requireNonNull(row.awsRoleId),
                        row.awsPrivateNetworking)
                : null;
        return new EncryptionConfig(aws, row.searchNodes);
    }

    private static ProjectKey key(ProjectKeyEntity row, List<KeyUseEntity> uses) {
        AwsRegion home = AwsRegion.valueOf(row.region);
        List<KeyInUse> own = uses.stream()
                .filter(use -> use.keyId.equals(row.id))
                .map(EncryptionCodec::use)
                .sorted(Comparator.comparing((KeyInUse use) -> use.region() != home)
                        .thenComparing(KeyInUse::region))
                .toList();
        return new ProjectKey(row.id, row.arn, home, row.roleId, row.since, row.replacedAt, own);
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

    static void write(String groupId, ProjectKey key, ProjectKeyEntity row) {
        row.id = key.id();
        row.groupId = groupId;
        row.provider = "AWS";
        row.arn = key.arn();
        row.region = key.home().name();
        row.roleId = key.roleId();
        row.state = key.isFormer() ? ProjectKeyEntity.FORMER : ProjectKeyEntity.CURRENT;
        row.since = key.since();
        row.replacedAt = key.replacedAt();
    }

    static void write(String groupId, String keyId, KeyInUse use, KeyUseEntity row) {
        row.id = use.keyUseId();
        row.groupId = groupId;
        row.keyId = keyId;
        row.region = use.region().name();
        row.arn = use.arn();
        row.checkedValid = use.acceptedValid();
        row.checkedAt = use.acceptedAt();
    }

    private static KeyInUse use(KeyUseEntity row) {
        return new KeyInUse(row.id, AwsRegion.valueOf(row.region), row.arn, row.checkedValid, row.checkedAt);
    }
}
