package io.keyward.config.encryption.change;

import static io.keyward.atlas.region.AwsRegion.US_EAST_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.change.Forecast.MovingCluster;
import io.keyward.config.encryption.change.Forecast.Snapshot;
import io.keyward.config.encryption.proof.ChangeProver.Found;
import io.keyward.config.encryption.proof.Inspection;
import io.keyward.config.encryption.proof.Inspection.Finding;
import io.keyward.config.encryption.settings.AzureVault;
import io.keyward.config.encryption.settings.KeyAccess;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.settings.name.AzureEnvironment;
import io.keyward.config.encryption.situation.ClusterUse;
import io.keyward.config.encryption.situation.ClusterUse.Place;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.encryption.situation.SnapshotUse;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.config.validation.KeyAnswer.Outcome;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Rule("C17")
class ForecastRulesTest {
    private static final String CURRENT = arn("mrk-2");
    private static final String FORMER = arn("mrk-1");
    private static final String NEW = arn("mrk-3");
    private static final String V1 = "https://vault.vault.azure.net/keys/k/" + "1".repeat(32);
    private static final String V2 = V1.replace('1', '2');
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

    /** On Azure; there alone clusters on several clouds do not stand in the way of private networking, but stop. */
    @Rule("E10")
    @ParameterizedTest(name = "{0}")
    @MethodSource("stops")
    void whoStopsIsListedOnceWhateverStandsInTheWay(
            String what, boolean privateBefore, KmsConfig next, @Nullable String found, List<String> expected) {
        Situation now = onAzure(privateBefore);
        Assessment assessed = found == null
                ? Assessment.unproved(
                        Optional.of(next), List.of(), List.of(Refusal.of(ErrorCode.CONCURRENT_MODIFICATION)))
                : inspected(Optional.of(next), next, found);

        assertThat(ForecastRules.forecast(now, assessed).clusters())
                .extracting(cluster ->
                        cluster.name() + " " + cluster.change() + " " + cluster.fromKeys() + " " + cluster.toKey())
                .containsExactlyElementsOf(expected);
    }

    static Stream<Arguments> stops() {
        String stays = "both STOP [" + V1 + "] " + V1;
        String moves = "both STOP [" + V1 + "] " + V2;
        String rewrap = "one REWRAP [" + V1 + "] " + V2;
        return Stream.of(
                arguments("the same key", false, vault(V1, true), V1, List.of(stays)),
                arguments("the same key, not asked", false, vault(V1, true), null, List.of(stays)),
                arguments("another key", false, vault(V2, true), V2, List.of(rewrap, moves)),
                arguments("another key, not asked", false, vault(V2, true), null, List.of(moves)),
                arguments("private already", true, vault(V1, true), V1, List.of()),
                arguments(
                        "private already, another key",
                        true,
                        vault(V2, true),
                        V2,
                        List.of(rewrap, moves.replace("STOP", "REWRAP"))),
                arguments("public", false, vault(V1, false), V1, List.of()),
                arguments("public, not asked", false, vault(V2, false), null, List.of()));
    }

    private static Situation onAzure(boolean privately) {
        KmsConfig config = vault(V1, privately);
        return new Situation(
                new ProviderState(
                        "g",
                        Cloud.AZURE,
                        Optional.of(config),
                        List.of(new ProjectKey("v1", config, Instant.EPOCH, null, List.of())),
                        1,
                        0),
                true,
                List.of(
                        on("one", false, "AZURE"),
                        on("both", false, "AZURE", "AWS"),
                        on("leaving", true, "AZURE", "AWS")),
                List.of(),
                Set.of());
    }

    private static ClusterUse on(String name, boolean leaving, String... clouds) {
        List<Place> places =
                Stream.of(clouds).map(cloud -> new Place(cloud, "r")).toList();
        return new ClusterUse(name, Cloud.AZURE, leaving, places, List.of("v1"), null);
    }

    private static KmsConfig vault(String key, boolean privately) {
        return new AzureVault(
                AzureEnvironment.AZURE,
                null,
                null,
                "subscription",
                "group",
                "vault",
                key,
                new Opener.Role(Cloud.AZURE, "role"),
                privately,
                "global");
    }

    private static Assessment assessed(Optional<KmsConfig> next, String arn) {
        return inspected(next, new AwsKms(arn, US_EAST_1, "role", false), arn);
    }

    private static Assessment inspected(Optional<KmsConfig> next, KmsConfig key, String name) {
        KeyAnswer answer = new KeyAnswer(Outcome.VALID, null, "It is so.", null, name, null);
        Inspection inspection = new Inspection(
                new KeyAccess.AssumedRole("arn:role", "external"), Set.of(), List.of(new Finding(key, answer)));
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
