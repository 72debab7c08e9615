package io.keyward.config.encryption.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.situation.ClusterUse;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.encryption.situation.SnapshotUse;
import io.keyward.config.encryption.usage.KeyUsage.Cluster;
import io.keyward.config.encryption.usage.KeyUsage.Configuration;
import io.keyward.config.encryption.usage.KeyUsage.HeldBy;
import io.keyward.config.encryption.usage.KeyUsage.Rewrap;
import io.keyward.config.encryption.usage.KeyUsage.Snapshot;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("S3")
class UsageRulesTest {
    private static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/";
    private static final ProjectKey CURRENT = key("current", ARN + "mrk-2", null);
    private static final ProjectKey FORMER = key("former", ARN + "mrk-1", Instant.EPOCH);

    @ParameterizedTest
    @CsvSource({
        "current, current",
        "mrk-1, former",
        ARN + "mrk-2, current",
        "arn:aws:kms:eu-west-1:111122223333:key/mrk-1, former",
        "arn:aws:kms:us-east-1:999922223333:key/mrk-1,",
        "mrk-3,",
        "rk-1,",
        "1,",
        "'',"
    })
    void aKeyIsFoundByEachOfItsNames(String name, @Nullable String id) {
        assertThat(UsageRules.find(List.of(CURRENT, FORMER), name).map(ProjectKey::id))
                .isEqualTo(Optional.ofNullable(id));
    }

    @Test
    void aFormerKeyMayGoOnceNothingIsUnderIt() {
        KeyUsage usage = UsageRules.usage(situation(List.of(), List.of()), FORMER, true);

        assertThat(usage.deletable()).isTrue();
        assertThat(usage.heldBy()).isEqualTo(new HeldBy(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void theCurrentKeyIsHeldByItsConfiguration() {
        Situation empty = situation(List.of(), List.of());

        assertThat(UsageRules.usage(empty, CURRENT, true).deletable()).isFalse();
        assertThat(UsageRules.usage(empty, CURRENT, true).heldBy().pendingConfigurations())
                .containsExactly(new Configuration("IN_FORCE", "ENCRYPTION_AT_REST"));
        assertThat(UsageRules.usage(empty, CURRENT, false).heldBy().pendingConfigurations())
                .containsExactly(new Configuration("WAITING", "ENCRYPTION_AT_REST"));
    }

    @Test
    void clustersOnTheirWayHoldBothKeysAndSnapshotsTheirOwn() {
        Situation now = situation(
                List.of(
                        new ClusterUse("gone soon", Cloud.AWS, true, List.of(), List.of("former"), null),
                        new ClusterUse(
                                "moving",
                                Cloud.AWS,
                                false,
                                List.of(),
                                List.of("current", "former"),
                                new ClusterUse.Rewrap(1, 3)),
                        new ClusterUse("moved", Cloud.AWS, false, List.of(), List.of("current"), null)),
                List.of(new SnapshotUse("s1", "orders", "former", "completed")));

        KeyUsage former = UsageRules.usage(now, FORMER, true);
        KeyUsage current = UsageRules.usage(now, CURRENT, true);

        assertThat(former.heldBy())
                .isEqualTo(new HeldBy(
                        List.of(new Cluster(true, "gone soon"), new Cluster(false, "moving")),
                        List.of(),
                        List.of(new Rewrap("moving", 1, 3)),
                        List.of(new Snapshot("orders", "s1", "completed"))));
        assertThat(former.explanation()).contains("gone soon, moving").contains("Snapshots");
        assertThat(current.heldBy().clusters()).extracting(Cluster::name).containsExactly("moving", "moved");
        assertThat(current.heldBy().rewraps()).containsExactly(new Rewrap("moving", 1, 3));
    }

    private static Situation situation(List<ClusterUse> clusters, List<SnapshotUse> snapshots) {
        ProviderState state = new ProviderState("g", Cloud.AWS, Optional.empty(), List.of(CURRENT, FORMER), 1, 0);
        return new Situation(state, true, clusters, snapshots, Set.of());
    }

    private static ProjectKey key(String id, String arn, @Nullable Instant replacedAt) {
        return new ProjectKey(
                id, new AwsKms(arn, AwsRegion.US_EAST_1, "role", false), Instant.EPOCH, replacedAt, List.of());
    }
}
