package io.keyward.config.encryption.change;

import static io.keyward.atlas.region.AwsRegion.US_EAST_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.change.Forecast.MovingCluster;
import io.keyward.config.encryption.change.Forecast.Snapshot;
import io.keyward.config.encryption.proof.ChangeProver.Found;
import io.keyward.config.encryption.proof.Inspection;
import io.keyward.config.encryption.proof.Inspection.Finding;
import io.keyward.config.encryption.settings.ClusterUse;
import io.keyward.config.encryption.settings.KeyAccess;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState;
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
            new ProviderState(
                    "g",
                    Cloud.AWS,
                    config(CURRENT),
                    List.of(key("current", CURRENT, null), key("former", FORMER, Instant.EPOCH)),
                    1,
                    0),
            true,
            List.of(
                    new ClusterUse("leaving", Cloud.AWS, true, List.of(), List.of("former"), null),
                    new ClusterUse("moving", Cloud.AWS, false, List.of(), List.of("current", "former"), null),
                    new ClusterUse("moved", Cloud.AWS, false, List.of(), List.of("current"), null)),
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
        Forecast forecast = ForecastRules.forecast(NOW, Assessment.unproved(Optional.empty(), List.of(), List.of()));

        assertThat(forecast.clusters()).isEmpty();
        assertThat(forecast.checks()).isEmpty();
        assertThat(forecast.snapshots()).containsExactly(OLD, RECENT);
    }

    private static Assessment assessed(Optional<KmsConfig> next, String arn) {
        KeyAnswer answer = new KeyAnswer(Outcome.VALID, null, "It is so.", null, arn, null);
        Inspection inspection = new Inspection(
                new KeyAccess.AssumedRole("arn:role", "external"),
                Set.of(),
                List.of(new Finding(new AwsKms(arn, US_EAST_1, "role", false), answer)));
        return new Assessment(
                next, List.of(), Optional.of(new Found(inspection, List.of())), Optional.empty(), List.of());
    }

    private static Optional<KmsConfig> config(String arn) {
        return Optional.of(new AwsKms(arn, US_EAST_1, "role", false));
    }

    private static ProjectKey key(String id, String arn, @Nullable Instant replacedAt) {
        return new ProjectKey(id, config(arn).orElseThrow(), Instant.EPOCH, replacedAt, List.of());
    }

    private static String arn(String id) {
        return "arn:aws:kms:us-east-1:111122223333:key/" + id;
    }
}
