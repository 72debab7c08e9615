package io.keyward.validation.alert.rules;

import static io.keyward.validation.alert.condition.AlertType.AWS_ENCRYPTION_KEY_INVALID;
import static io.keyward.validation.alert.condition.AlertType.AWS_ENCRYPTION_KEY_NEEDS_ROTATION;
import static io.keyward.validation.alert.condition.AlertType.CLUSTER_STOP_NOT_OBSERVED;
import static io.keyward.validation.alert.condition.AlertType.ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID;
import static io.keyward.validation.alert.condition.AlertType.ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED;
import static io.keyward.validation.alert.condition.AlertType.ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED;
import static io.keyward.validation.alert.condition.Condition.Certainty.HOLDS;
import static io.keyward.validation.alert.condition.Condition.Certainty.NOT_SEEN_TO_END;
import static io.keyward.validation.alert.rules.Facts.SINCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.KeyUses;
import io.keyward.validation.alert.condition.Condition;
import io.keyward.validation.alert.condition.Condition.Certainty;
import io.keyward.validation.alert.condition.Content.AffectedCluster;
import io.keyward.validation.alert.rules.ProjectFacts.KeyFacts;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.enforcement.plan.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Rule("N4")
class AlertRulesTest {
    private static final AlertPolicy POLICY =
            new AlertPolicy(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofHours(24));
    private static final Instant SOON = SINCE.plusSeconds(59);
    private static final Instant LATER = SINCE.plusSeconds(60);
    private static final Instant LATE = SINCE.plusSeconds(120);

    @Test
    void aKeyThatWorksOrWasNeverCheckedIsNoCondition() {
        assertThat(at(LATE, Facts.of(Facts.valid(), Facts.cluster("c", Phase.RUNNING))))
                .isEmpty();
        assertThat(at(LATE, Facts.of(Facts.unchecked()))).isEmpty();
    }

    @Test
    void aRevokedKeyConcernsTheClustersItHolds() {
        var facts = Facts.of(
                Facts.revoked(),
                Facts.stopped("held", Phase.STOPPED),
                Facts.cluster("free", Phase.RUNNING),
                Facts.stopped("going", Phase.REMOVING));

        var condition = only(at(SINCE, facts));

        assertThat(condition.type()).isEqualTo(AWS_ENCRYPTION_KEY_INVALID);
        assertThat(condition.certainty()).isEqualTo(HOLDS);
        assertThat(condition.content().reason()).isEqualTo("KEY_DISABLED");
        assertThat(condition.content().remedy()).isEqualTo("Do this.");
        assertThat(condition.content().clusters()).containsExactly(new AffectedCluster("held", "held"));
    }

    /** Behind private endpoints one key of a vault is used in regions, and in no region beside them, which no cluster uses. */
    @Rule({"C18", "N3"})
    @ParameterizedTest
    @CsvSource({"REVOKED, east west", "UNUSABLE, east west", "SILENT, east west", "UNCHECKED, home"})
    void whatBecomesOfAKeyIsToldWhereItIsReached(String regions, String told) {
        var home = Facts.revoked();
        var elsewhere =
                switch (regions) {
                    case "UNUSABLE" -> Facts.unusable();
                    case "SILENT" -> Facts.revokedAndUnverified();
                    case "UNCHECKED" -> Facts.unchecked();
                    default -> home;
                };
        var facts = new ProjectFacts(
                List.of(
                        home,
                        Facts.elsewhere("east", home.use(), elsewhere),
                        Facts.elsewhere("west", home.use(), elsewhere)),
                List.of(Facts.stoppedBy("east", "c")),
                List.of(),
                List.of());

        assertThat(at(SINCE, facts).stream().filter(condition -> condition.certainty() == HOLDS))
                .extracting(condition -> condition.subject().id())
                .containsExactly(told.equals("home") ? new String[] {Facts.KEY} : told.split(" "));
    }

    @Rule({"C18", "N3"})
    @Test
    void aKeyThatAClusterUsesFromAfarIsToldOfThere() {
        var home = Facts.revoked();
        var facts = new ProjectFacts(
                List.of(home, Facts.elsewhere("east", home.use(), home)),
                List.of(Facts.stopped("afar", Phase.STOPPED), Facts.stoppedBy("east", "near")),
                List.of(),
                List.of());

        assertThat(at(SINCE, facts))
                .extracting(condition ->
                        condition.subject().id() + condition.content().clusters())
                .containsExactly(
                        Facts.KEY + List.of(new AffectedCluster("afar", "afar")),
                        "east" + List.of(new AffectedCluster("near", "near")));
    }

    /** Each with a name and a state of its own. */
    @Rule("C18")
    @Test
    void replicasAreToldOfEachByItself() {
        var replica = new KeyFacts(
                KeyUses.standing(
                        "replica", "eu-west-1", false, Facts.revoked().use().standing()),
                null);
        var facts = new ProjectFacts(
                List.of(Facts.revoked(), replica), List.of(Facts.stoppedBy("replica", "c")), List.of(), List.of());

        assertThat(at(SINCE, facts))
                .extracting(condition -> condition.subject().id())
                .containsExactly(Facts.KEY, "replica");
    }

    @Rule("C19")
    @Test
    void clustersThatWereSparedAreNamedAndNotListedAsStopped() {
        var condition = only(at(SINCE, Facts.of(Facts.revoked(), Facts.spared("orders"), Facts.spared("returns"))));

        assertThat(condition.content().clusters()).isEmpty();
        assertThat(condition.content().explanation()).endsWith("It would have stopped: orders, returns.");
    }

    @Test
    void aStopThatNobodySawIsPutDownToWhoeverAskedForIt() {
        assertThat(only(at(LATE, Facts.of(Facts.valid(), Facts.paused("c", Phase.STOPPING))))
                        .content()
                        .explanation())
                .contains("because a person paused it");
        assertThat(only(at(LATE, Facts.of(Facts.valid(), Facts.stopped("c", Phase.DEFERRED))))
                        .content()
                        .explanation())
                .contains("because its key may no longer be used");
        assertThat(at(LATE, Facts.of(Facts.valid(), Facts.onSeveralClouds("c", Phase.STOPPING)))
                        .getLast()
                        .content()
                        .explanation())
                .contains("because private networking cannot serve the several clouds");
    }

    @Rule("E10")
    @ParameterizedTest
    @CsvSource({"STOPPING, 1", "STOPPED, 1", "REMOVING, 0"})
    void aClusterThatItsCloudsStopIsACondition(Phase phase, int expected) {
        var conditions = at(SINCE, Facts.of(Facts.valid(), Facts.onSeveralClouds("c", phase))).stream()
                .filter(condition -> condition.type() == ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED)
                .toList();

        assertThat(conditions).hasSize(expected).allSatisfy(condition -> {
            assertThat(condition.certainty()).isEqualTo(HOLDS);
            assertThat(condition.subject().id()).isEqualTo("c");
            assertThat(condition.content().clusters()).containsExactly(new AffectedCluster("c", "c"));
            assertThat(condition.content().explanation()).contains("AWS and AZURE");
            assertThat(condition.content().remedy()).contains("one cloud", "turn private networking off");
        });
    }

    @Test
    void anUnusableKeyConcernsTheClustersThatUseIt() {
        var condition = only(at(SINCE, Facts.of(Facts.unusable(), Facts.cluster("c", Phase.RUNNING))));

        assertThat(condition.type()).isEqualTo(ENCRYPTION_AT_REST_CONFIG_NO_LONGER_VALID);
        assertThat(condition.certainty()).isEqualTo(HOLDS);
        assertThat(condition.content().clusters()).containsExactly(new AffectedCluster("c", "c"));
    }

    @Test
    void silenceSaysNothingAboutARevokedKey() {
        var conditions = at(LATE, Facts.of(Facts.revokedAndUnverified()));

        assertThat(conditions)
                .extracting(Condition::type)
                .containsExactly(AWS_ENCRYPTION_KEY_INVALID, ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED);
        assertThat(conditions.getFirst().content().remedy()).isNull();
    }

    @Rule({"N2", "V3"})
    @ParameterizedTest
    @EnumSource(Cause.class)
    void silenceIsAConditionOnceItHasLastedUnlessItIsOurFault(Cause cause) {
        var facts = Facts.of(Facts.unverified("INCONCLUSIVE", cause.name()), Facts.cluster("c", Phase.RUNNING));

        assertThat(only(at(SOON, facts)).certainty()).isEqualTo(NOT_SEEN_TO_END);
        var condition = only(at(LATER, facts));
        assertThat(condition.type()).isEqualTo(ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED);
        assertThat(condition.certainty()).isEqualTo(isOurFault(cause) ? NOT_SEEN_TO_END : HOLDS);
        assertThat(condition.content().clusters()).containsExactly(new AffectedCluster("c", "c"));
    }

    private static boolean isOurFault(Cause cause) {
        return cause == Cause.OUR_CREDENTIALS || cause == Cause.CREDENTIALS_NOT_AT_HAND;
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void nobodyIsToldOfAnEndpointThatNoClusterMisses(Cause cause) {
        var condition = only(at(LATE, Facts.of(Facts.unverified("INCONCLUSIVE", cause.name()))));

        boolean tellsNobody = isOurFault(cause) || cause == Cause.PRIVATE_ENDPOINT_MISSING;
        assertThat(condition.certainty()).isEqualTo(tellsNobody ? NOT_SEEN_TO_END : HOLDS);
    }

    @Test
    void anAnswerThatSettlesNothingNeitherOpensNorEndsTheNetworkAlert() {
        assertThat(only(at(LATE, Facts.of(Facts.unverified("REVOKED", "KEY_DISABLED"))))
                        .certainty())
                .isEqualTo(NOT_SEEN_TO_END);
    }

    @Rule("P1")
    @ParameterizedTest
    @CsvSource({
        "NEW, 120,",
        "STARTING, 120,",
        "RUNNING, 120,",
        "STOPPING, 119, NOT_SEEN_TO_END",
        "STOPPING, 120, HOLDS",
        "DEFERRED, 119, NOT_SEEN_TO_END",
        "DEFERRED, 120, HOLDS",
        "STOPPED, 120,",
        "RESUMING, 120,",
        "REMOVING, 120,",
        "REMOVED, 120,"
    })
    void aStopThatNobodySawIsACondition(Phase phase, int seconds, Certainty expected) {
        var conditions = at(SINCE.plusSeconds(seconds), Facts.of(Facts.valid(), Facts.cluster("c", phase)));

        assertThat(conditions)
                .extracting(Condition::certainty)
                .isEqualTo(expected == null ? List.of() : List.of(expected));
        assertThat(conditions).allMatch(condition -> condition.type() == CLUSTER_STOP_NOT_OBSERVED);
    }

    @Rule("C16")
    @Test
    void aKeyGrowsOlderFromItsFirstDayOn() {
        var condition = only(at(SINCE, Facts.aged()));

        assertThat(condition.type()).isEqualTo(AWS_ENCRYPTION_KEY_NEEDS_ROTATION);
        assertThat(condition.certainty()).isEqualTo(HOLDS);
        assertThat(condition.age()).isEqualTo(new Condition.Age(SINCE, null));
        assertThat(condition.subject().id()).isEqualTo(Facts.KEY);
    }

    private static List<Condition> at(Instant now, ProjectFacts facts) {
        return AlertRules.conditions(facts, POLICY, now);
    }

    private static Condition only(List<Condition> conditions) {
        assertThat(conditions).hasSize(1);
        return conditions.getFirst();
    }
}
