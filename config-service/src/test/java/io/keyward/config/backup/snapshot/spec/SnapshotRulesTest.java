package io.keyward.config.backup.snapshot.spec;

import static io.keyward.config.backup.Facts.GROUP;
import static io.keyward.config.backup.Facts.KEY;
import static io.keyward.config.backup.Facts.NOW;
import static io.keyward.config.backup.Facts.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.backup.Facts;
import io.keyward.config.backup.cluster.ClusterFacts.Condition;
import io.keyward.config.backup.refusal.BackupError;
import io.keyward.testkit.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotRulesTest {

    @ParameterizedTest
    @CsvSource({
        "RUNNING, ''",
        "STARTING, not up yet",
        "STOPPED_BY_KEY, its key is not valid",
        "RESUMING, started again",
        "PAUSED, paused",
        "LEAVING, being deleted"
    })
    @Rule("S1")
    void aSnapshotNeedsACluster(Condition condition, String why) {
        // When
        var obstacle = SnapshotRules.obstacle(Facts.cluster("orders", condition, "AWS"));

        // Then
        if (why.isEmpty()) {
            assertThat(obstacle).isEmpty();
        } else {
            assertThat(obstacle)
                    .containsInstanceOf(BackupError.ClusterUnavailable.class)
                    .hasValueSatisfying(error -> assertThat(error.toString()).contains(why));
        }
    }

    @Test
    void aSnapshotNeedsBackupsToBeOn() {
        assertThat(SnapshotRules.obstacle(Facts.cluster(GROUP, "orders", Condition.RUNNING, "NONE", 1, false, false)))
                .contains(new BackupError.BackupOff("orders"));
    }

    @Test
    void withoutARetentionItStays() {
        assertThat(SnapshotRules.expiry(NOW, null)).isNull();
        assertThat(SnapshotRules.expiry(NOW, 3)).isEqualTo(NOW.plus(Duration.ofDays(3)));
    }

    @Test
    @Rule("S1")
    void aKeyIsAlwaysTheSameUuid() {
        assertThat(KEY.masterKeyUuid())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .isEqualTo(Facts.key("k1").masterKeyUuid())
                .isNotEqualTo(OTHER.masterKeyUuid());
    }
}
