package io.keyward.config.backup.restore.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.backup.refusal.BackupError;
import io.keyward.config.backup.restore.plan.Delivery.Target;
import io.keyward.config.backup.restore.plan.DeliveryRules.Reading;
import io.keyward.testkit.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryRulesTest {
    private static final Target HERE = new Target("g", "to");

    @Test
    @Rule("S4")
    void readsEachKind() {
        assertThat(read("automated", "s", null, "to", null, null, null))
                .isEqualTo(new Reading.Meant(new Delivery.Automated("s", HERE)));
        assertThat(read("automated", "s", "other", "to", null, null, null))
                .isEqualTo(new Reading.Meant(new Delivery.Automated("s", new Target("other", "to"))));
        assertThat(read("download", "s", "", "", null, null, null))
                .isEqualTo(new Reading.Meant(new Delivery.Download("s")));
        assertThat(read("pointInTime", "", null, "to", null, null, 99L))
                .isEqualTo(new Reading.Meant(new Delivery.PointInTime(null, HERE, 99, null)));
        assertThat(read("pointInTime", "s", null, "to", 99L, 3, null))
                .isEqualTo(new Reading.Meant(new Delivery.PointInTime("s", HERE, 99, 3)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,           s, -, to, -,  -, -,  Missing,    deliveryType",
                "never,       s, -, to, -,  -, -,  NotAllowed, deliveryType",
                "automated,   -, -, to, -,  -, -,  Missing,    snapshotId",
                "automated,   s, -, -,  -,  -, -,  Missing,    targetClusterName",
                "automated,   s, -, to, -,  -, 9,  Surplus,    pointInTimeUTCSeconds",
                "automated,   s, -, to, 9,  1, -,  Surplus,    oplogTs",
                "download,    -, -, -,  -,  -, -,  Missing,    snapshotId",
                "download,    s, -, to, -,  -, -,  Surplus,    targetClusterName",
                "download,    s, g, -,  -,  -, -,  Surplus,    targetGroupId",
                "pointInTime, -, -, -,  -,  -, 9,  Missing,    targetClusterName",
                "pointInTime, -, -, to, -,  -, -,  Missing,    pointInTimeUTCSeconds",
                "pointInTime, -, -, to, 9,  -, -,  Missing,    oplogInc",
                "pointInTime, -, -, to, -,  1, -,  Missing,    oplogTs",
                "pointInTime, -, -, to, 9,  1, 9,  Surplus,    oplogTs",
                "pointInTime, -, -, to, 9,  0, -,  Surplus,    oplogInc",
                "pointInTime, -, -, to, -,  -, 0,  Surplus,    pointInTimeUTCSeconds",
                "pointInTime, -, -, to, -,  -, 253402300800, Surplus, pointInTimeUTCSeconds"
            })
    @Rule("S4")
    void namesWhatIsMissingOrTooMuch(
            @Nullable String type,
            @Nullable String snapshotId,
            @Nullable String groupId,
            @Nullable String cluster,
            @Nullable Long oplogTs,
            @Nullable Integer oplogInc,
            @Nullable Long seconds,
            String error,
            String path) {
        assertThat(read(type, snapshotId, groupId, cluster, oplogTs, oplogInc, seconds))
                .isInstanceOfSatisfying(Reading.Refused.class, refused -> {
                    assertThat(refused.error().getClass().getSimpleName()).isEqualTo(error);
                    assertThat(pathOf(refused.error())).isEqualTo(path);
                });
    }

    private static String pathOf(BackupError error) {
        return switch (error) {
            case BackupError.Missing(var path) -> path;
            case BackupError.Surplus(var path, var why) -> path;
            case BackupError.NotAllowed(var path, var value, var allowed) -> path;
            case BackupError other -> other.toString();
        };
    }

    private static Reading read(
            @Nullable String type,
            @Nullable String snapshotId,
            @Nullable String groupId,
            @Nullable String cluster,
            @Nullable Long oplogTs,
            @Nullable Integer oplogInc,
            @Nullable Long seconds) {
        return DeliveryRules.read(
                new RestoreRequest(type, snapshotId, groupId, cluster, oplogTs, oplogInc, seconds), "g");
    }
}
