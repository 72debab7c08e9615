package io.keyward.validation.alert.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Content.AffectedCluster;
import io.keyward.validation.alert.rules.RecoveryRules.Fate;
import io.keyward.validation.endpoint.EndpointState;
import io.keyward.validation.enforcement.plan.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Rule("N3")
class RecoveryRulesTest {
    private static final List<AffectedCluster> ONE = List.of(new AffectedCluster("c", "c"));

    @ParameterizedTest
    @EnumSource(Phase.class)
    void aClusterThatNothingHoldsIsWaitedForUntilItRunsOrGoes(Phase phase) {
        var fates = RecoveryRules.fates(ONE, List.of(Facts.cluster("c", phase)));

        switch (phase) {
            case RUNNING -> assertThat(fates).contains(List.of(new Fate("c", "runs again")));
            case REMOVING, REMOVED -> assertThat(fates).contains(List.of(new Fate("c", "was deleted meanwhile")));
            case NEW, STARTING, STOPPING, DEFERRED, STOPPED, RESUMING ->
                assertThat(fates).isEmpty();
        }
    }

    @Test
    void whatSomethingElseHoldsIsNotWaitedFor() {
        assertThat(RecoveryRules.fates(ONE, List.of(Facts.stopped("c", Phase.STOPPED))))
                .contains(List.of(new Fate("c", "stays stopped: The key is disabled.")));
    }

    @Test
    void allHaveToBeSettled() {
        var clusters = List.of(new AffectedCluster("c", "c"), new AffectedCluster("d", "d"));
        var known = List.of(Facts.cluster("c", Phase.RUNNING), Facts.cluster("d", Phase.RESUMING));

        assertThat(RecoveryRules.fates(clusters, known)).isEmpty();
        assertThat(RecoveryRules.fates(clusters, known.subList(0, 1)))
                .contains(List.of(new Fate("c", "runs again"), new Fate("d", "was deleted meanwhile")));
        assertThat(RecoveryRules.fates(List.of(), known)).contains(List.of());
    }

    @ParameterizedTest
    @EnumSource(AlertType.class)
    void everyEndingSaysWhatHappened(AlertType type) {
        var nothing = new ProjectFacts(List.of(), List.of(), List.of(), List.of());

        assertThat(RecoveryRules.ending(type, "gone", nothing)).containsAnyOf("no longer uses", "deleted");
    }

    /** The alert of a key at home ends though nothing is well, once regions tell of it. */
    @Test
    void whatIsToldElsewhereIsNotSaidToBeWell() {
        assertThat(List.of(
                        ending(AlertType.AZURE_ENCRYPTION_KEY_INVALID, Facts.of(Facts.revoked())),
                        ending(AlertType.ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID, Facts.of(Facts.unusable())),
                        ending(
                                AlertType.ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED,
                                Facts.of(Facts.revokedAndUnverified()))))
                .allSatisfy(ending -> assertThat(ending).contains("region by region"));
    }

    @Test
    void endingsTellWhatIsTrueNow() {
        assertThat(ending(AlertType.AWS_ENCRYPTION_KEY_INVALID, Facts.of(Facts.valid())))
                .contains("success");
        assertThat(ending(AlertType.AWS_ENCRYPTION_KEY_INVALID, Facts.of(Facts.unusable())))
                .contains("something else");
        assertThat(ending(AlertType.ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID, Facts.of(Facts.revoked())))
                .contains("taken away");
        assertThat(ending(AlertType.ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED, Facts.of(Facts.valid())))
                .contains("answers again");
        assertThat(RecoveryRules.ending(
                        AlertType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED,
                        "e",
                        Facts.of(EndpointState.ACTIVE, null)))
                .contains("can be used");
        assertThat(RecoveryRules.ending(
                        AlertType.CLUSTER_STOP_NOT_OBSERVED,
                        "c",
                        Facts.of(Facts.valid(), Facts.cluster("c", Phase.STOPPED))))
                .contains("seen stopped");
        assertThat(RecoveryRules.ending(
                        AlertType.CLUSTER_STOP_NOT_OBSERVED,
                        "c",
                        Facts.of(Facts.valid(), Facts.cluster("c", Phase.RESUMING))))
                .contains("need not stop");
    }

    private static String ending(AlertType type, ProjectFacts facts) {
        return RecoveryRules.ending(type, Facts.KEY, facts);
    }
}
