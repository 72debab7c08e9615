package io.keyward.config.backup.restore.plan;

import static io.keyward.config.backup.Facts.GROUP;
import static io.keyward.config.backup.Facts.KEY;
import static io.keyward.config.backup.Facts.NOW;
import static io.keyward.config.backup.Facts.OTHER;
import static io.keyward.config.backup.Facts.cluster;
import static io.keyward.config.backup.Facts.snapshot;
import static io.keyward.config.backup.Facts.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.keyward.config.backup.cluster.ClusterFacts;
import io.keyward.config.backup.cluster.ClusterFacts.Condition;
import io.keyward.config.backup.key.BackupKey;
import io.keyward.config.backup.key.KeyStanding;
import io.keyward.config.backup.refusal.BackupError;
import io.keyward.config.backup.restore.plan.Delivery.Target;
import io.keyward.config.backup.snapshot.spec.Snapshot;
import io.keyward.config.backup.snapshot.spec.Snapshot.Status;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RestoreRulesTest {
    private static final Target FROM = new Target(GROUP, "orders");
    private static final Target TO = new Target(GROUP, "to");
    private static final Delivery AUTOMATED = new Delivery.Automated("s1", TO);
    private static final Delivery DOWNLOAD = new Delivery.Download("s1");
    private static final Snapshot WRAPPED = snapshot(Status.COMPLETED, 1, KEY);
    private static final Snapshot PLAIN = snapshot(Status.COMPLETED, 1);
    private static final ClusterFacts SOURCE = cluster("orders", Condition.RUNNING, "AWS");
    private static final ClusterFacts TARGET = cluster("to", Condition.RUNNING, "AWS");
    private static final Map<String, KeyStanding> VALID =
            Map.of("k1", standing(KEY, true), "k2", standing(OTHER, true));
    private static final Map<String, KeyStanding> REVOKED =
            Map.of("k1", standing(KEY, false), "k2", standing(OTHER, true));

    static Stream<Arguments> restores() {
        return Stream.of(
                arguments("", AUTOMATED, found(WRAPPED, SOURCE, TARGET), VALID),
                arguments("", AUTOMATED, found(WRAPPED, null, TARGET), VALID),
                arguments("KeyNotValid", AUTOMATED, found(WRAPPED, SOURCE, TARGET), REVOKED),
                arguments(
                        "KeyNotValid",
                        AUTOMATED,
                        found(snapshot(Status.COMPLETED, 1, OTHER, KEY), SOURCE, TARGET),
                        REVOKED),
                arguments("ChangedMeanwhile", AUTOMATED, found(WRAPPED, SOURCE, TARGET), Map.of()),
                arguments("SnapshotNotFound", AUTOMATED, found(null, SOURCE, TARGET), VALID),
                arguments("NotCompleted", AUTOMATED, found(snapshot(Status.QUEUED, 1, KEY), SOURCE, TARGET), VALID),
                arguments("NotCompleted", AUTOMATED, found(snapshot(Status.FAILED, 1, KEY), SOURCE, TARGET), VALID),
                arguments("ClusterNotFound", AUTOMATED, found(WRAPPED, SOURCE, null), VALID),
                arguments(
                        "ClusterUnavailable",
                        AUTOMATED,
                        found(WRAPPED, SOURCE, cluster("to", Condition.LEAVING, "AWS")),
                        VALID),
                arguments(
                        "ClusterUnavailable",
                        AUTOMATED,
                        found(WRAPPED, SOURCE, cluster("to", Condition.STOPPED_BY_KEY, "AWS")),
                        VALID),
                arguments(
                        "ClusterUnavailable",
                        AUTOMATED,
                        new RestoreSituation(NOW, WRAPPED, SOURCE, List.of(), TARGET, true, "us-east-1"),
                        VALID),
                arguments("ShapeDiffers", AUTOMATED, found(snapshot(Status.COMPLETED, 2, KEY), SOURCE, TARGET), VALID),
                arguments(
                        "ShapeDiffers",
                        AUTOMATED,
                        found(snapshot(Status.COMPLETED, 2, KEY), SOURCE, sharded(3)),
                        VALID),
                arguments("", AUTOMATED, found(snapshot(Status.COMPLETED, 2, KEY), SOURCE, sharded(2)), VALID),
                arguments(
                        "ProviderDiffers",
                        AUTOMATED,
                        found(WRAPPED, SOURCE, cluster("to", Condition.RUNNING, "NONE")),
                        VALID),
                arguments("ProviderDiffers", AUTOMATED, found(PLAIN, SOURCE, TARGET), VALID),
                arguments("", AUTOMATED, found(PLAIN, SOURCE, cluster("to", Condition.RUNNING, "NONE")), VALID));
    }

    static Stream<Arguments> otherProjects() {
        ClusterFacts there = cluster("another", "to", Condition.RUNNING, "AWS", 1, true, true);
        Delivery delivery = new Delivery.Automated("s1", new Target("another", "to"));
        return Stream.of(
                arguments("", delivery, situation(there, "us-east-1"), VALID),
                arguments("RegionDiffers", delivery, situation(there, "eu-west-1"), VALID));
    }

    static Stream<Arguments> downloads() {
        return Stream.of(
                arguments("", DOWNLOAD, found(PLAIN, SOURCE, null), VALID),
                arguments("DownloadUnderKey", DOWNLOAD, found(WRAPPED, SOURCE, null), VALID),
                arguments("SnapshotNotFound", DOWNLOAD, found(null, SOURCE, null), VALID));
    }

    static Stream<Arguments> pointsInTime() {
        long now = NOW.getEpochSecond();
        ClusterFacts without = cluster(GROUP, "orders", Condition.RUNNING, "AWS", 1, true, false);
        ClusterFacts plain = cluster("orders", Condition.RUNNING, "NONE");
        Snapshot before = snapshot(Status.COMPLETED, 1, OTHER);
        return Stream.of(
                arguments("", at(now), found(WRAPPED, SOURCE, TARGET), VALID),
                arguments("", at(now - 3540), found(WRAPPED, SOURCE, TARGET), VALID),
                arguments("OutOfReach", at(now - 3541), found(WRAPPED, SOURCE, TARGET), VALID),
                arguments("OutOfReach", at(now + 1), found(WRAPPED, SOURCE, TARGET), VALID),
                arguments("OutOfReach", at(now), found(null, SOURCE, TARGET), VALID),
                arguments("PointInTimeOff", at(now), found(WRAPPED, without, TARGET), VALID),
                arguments("ClusterNotFound", at(now), found(WRAPPED, null, TARGET), VALID),
                arguments("KeyNotValid", at(now), found(before, SOURCE, TARGET), REVOKED),
                arguments("ProviderDiffers", at(now), found(WRAPPED, plain, TARGET), VALID));
    }

    @ParameterizedTest
    @MethodSource({"restores", "otherProjects", "downloads"})
    @Rule({"S1", "S2"})
    void aRestoreNeedsItsKeysAndATargetThatFits(
            String expected, Delivery delivery, RestoreSituation found, Map<String, KeyStanding> standing) {
        assertThat(obstacle(delivery, found, standing)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("pointsInTime")
    @Rule("S4")
    void aPointInTimeNeedsTheCurrentKeyToo(
            String expected, Delivery delivery, RestoreSituation found, Map<String, KeyStanding> standing) {
        assertThat(obstacle(delivery, found, standing)).isEqualTo(expected);
    }

    private static String obstacle(Delivery delivery, RestoreSituation found, Map<String, KeyStanding> standing) {
        return RestoreRules.obstacle(FROM, delivery, found, standing)
                .map(BackupError::getClass)
                .map(Class::getSimpleName)
                .orElse("");
    }

    private static Delivery at(long seconds) {
        return new Delivery.PointInTime(null, TO, seconds, null);
    }

    private static ClusterFacts sharded(int shards) {
        return cluster(GROUP, "to", Condition.RUNNING, "AWS", shards, true, true);
    }

    private static RestoreSituation found(
            @Nullable Snapshot snapshot, @Nullable ClusterFacts source, @Nullable ClusterFacts target) {
        List<BackupKey> keys = source == null || source.keyIds().isEmpty() ? List.of() : List.of(KEY);
        return new RestoreSituation(NOW, snapshot, source, keys, target, false, "us-east-1");
    }

    private static RestoreSituation situation(ClusterFacts target, String region) {
        return new RestoreSituation(NOW, WRAPPED, SOURCE, List.of(KEY), target, false, region);
    }
}
