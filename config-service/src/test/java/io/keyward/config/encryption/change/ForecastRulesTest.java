package io.keyward.config.encryption.change;

import static io.keyward.atlas.region.AwsRegion.US_EAST_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.encryption.change.Forecast.MovingCluster;
import io.keyward.config.encryption.change.Forecast.Snapshot;
import io.keyward.config.encryption.proof.ChangeProver.Found;
import io.keyward.config.encryption.proof.Inspection;
import io.keyward.config.encryption.proof.Inspection.Finding;
import io.keyward.config.encryption.settings.ClusterUse;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.Situation;
import io.keyward.config.encryption.settings.SnapshotUse;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.config.validation.KeyAnswer.Outcome;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Rule("C17")
class ForecastRulesTest {
    private static final String CURRENT = arn("mrk-2");
    private static final String FORMER = arn("mrk-1");
    private static final String NEW = arn("mrk-3");
    private static final Situation NOW = new Situation(
            new EncryptionState(
                    "g",
                    config(CURRENT),
                    List.of(key("current", CURRENT, null), key("former", FORMER, Instant.EPOCH)),
                    1,
                    0),
            true,
            List.of(
                    new ClusterUse("leaving", true, List.of(), List.of("former"), null),
                    new ClusterUse("moving", false, List.of(), List.of("current", "former"), null),
                    new ClusterUse("moved", false, List.of(), List.of("current"), null)),
            List.of(
                    new SnapshotUse("s1", "moved", "former", "completed"),
                    new SnapshotUse("s2", "moved", "current", "completed")),
            Set.of());
    private static final Snapshot OLD = new Snapshot("moved", "s1", FORMER, "completed");
    private static final Snapshot RECENT = new Snapshot("moved", "s2", CURRENT, "completed");

    @Test
    void aNewKeyMovesEverybodyWhoStays() {
        Forecast forecast = ForecastRules.forecast(NOW, assessed(config(NEW), NEW));

        assertThat(forecast.clusters())
                .containsExactly(
                        new MovingCluster("REWRAP", List.of(CURRENT, FORMER), "moving", NEW),
                        new MovingCluster("REWRAP", List.of(CURRENT), "moved", NEW));
        assertThat(forecast.snapshots()).containsExactly(OLD, RECENT);
    }

    @Test
    void theFormerKeyComesBackToItsSnapshots() {
        Forecast forecast = ForecastRules.forecast(NOW, assessed(config(FORMER), FORMER));

        assertThat(forecast.clusters())
                .containsExactly(
                        new MovingCluster("REWRAP", List.of(CURRENT), "moving", FORMER),
                        new MovingCluster("REWRAP", List.of(CURRENT), "moved", FORMER));
        assertThat(forecast.snapshots()).containsExactly(RECENT);
    }

    @Test
    void theSameKeyMovesNobody() {
        Forecast forecast = ForecastRules.forecast(NOW, assessed(config(CURRENT), CURRENT));

        assertThat(forecast.clusters()).isEmpty();
        assertThat(forecast.snapshots()).containsExactly(OLD);
    }

    @Test
    void withoutCustomerKeysEverySnapshotStaysUnderAFormerOne() {
        Forecast forecast =
                ForecastRules.forecast(NOW, Assessment.unproved(EncryptionConfig.OFF, List.of(), List.of()));

        assertThat(forecast.clusters()).isEmpty();
        assertThat(forecast.checks()).isEmpty();
        assertThat(forecast.snapshots()).containsExactly(OLD, RECENT);
    }

    private static Assessment assessed(EncryptionConfig next, String arn) {
        KeyAnswer answer = new KeyAnswer(Outcome.VALID, null, "It is so.", null, arn, null);
        Inspection inspection = new Inspection(
                "role", Set.of(), List.of(new Finding(new AwsKms(arn, US_EAST_1, "role", false), answer)));
        return new Assessment(
                next, List.of(), Optional.of(new Found(inspection, List.of())), Optional.empty(), List.of());
    }

    private static EncryptionConfig config(String arn) {
        return new EncryptionConfig(new AwsKms(arn, US_EAST_1, "role", false), false);
    }

    private static ProjectKey key(String id, String arn, @Nullable Instant replacedAt) {
        return new ProjectKey(id, arn, US_EAST_1, "role", Instant.EPOCH, replacedAt, List.of());
    }

    private static String arn(String id) {
        return "arn:aws:kms:us-east-1:111122223333:key/" + id;
    }
}
