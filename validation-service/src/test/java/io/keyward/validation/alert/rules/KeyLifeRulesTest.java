package io.keyward.validation.alert.rules;

import static io.keyward.validation.alert.rules.Facts.SINCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.KeyUses;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Condition;
import io.keyward.validation.alert.condition.Content.AffectedCluster;
import io.keyward.validation.alert.rules.ProjectFacts.KeyAge;
import io.keyward.validation.alert.rules.ProjectFacts.KeyFacts;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyLife.End;
import io.keyward.validation.check.KeyLife.RotationSource;
import io.keyward.validation.enforcement.ClusterFacts;
import io.keyward.validation.enforcement.plan.Phase;
import io.keyward.validation.verdict.Standing;
import io.keyward.validation.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyLifeRulesTest {

    /** When it was rotated, in days after it became the project's key, who says so, from when it ages, and what that is put down to. */
    @Rule({"N1", "C16"})
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 0, Nothing is known of its rotation",
                "-100, ROTATION_RECORD, 0, before that its provider recorded a rotation",
                "-100, ROTATION_SCHEDULE, 0, reckoned from its rotation schedule",
                "-100, CREATION, 0, and no rotation of it is known",
                "10, ROTATION_RECORD, 10, as its provider's record says",
                "10, ROTATION_SCHEDULE, 10, reckoned from its rotation schedule",
                "10, CREATION, 10, no rotation of it is known"
            })
    void aKeyAgesFromItsLaterBeginning(
            @Nullable Integer rotated, @Nullable RotationSource source, int ages, String said) {
        var life = rotated == null ? null : new KeyLife(null, null, days(rotated), source, days(400));
        var conditions = conditions(aged(life), SINCE);

        assertThat(conditions).singleElement().satisfies(condition -> {
            assertThat(condition.type()).isEqualTo(AlertType.AWS_ENCRYPTION_KEY_NEEDS_ROTATION);
            assertThat(condition.age()).isEqualTo(new Condition.Age(days(ages), life == null ? null : days(400)));
            assertThat(condition.content().explanation()).contains(said);
            assertThat(condition.content().explanation().contains("rotates it by itself"))
                    .isEqualTo(life != null);
            assertThat(condition.content().clusters()).containsExactly(new AffectedCluster("orders", "orders"));
        });
    }

    /** What ends when, at which time, and what is said of it. */
    @Rule("V9")
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "DELETION,          100, 0,    KEY_DELETION_SCHEDULED, 100 hours were left",
                "DELETION,          100, 5999, KEY_DELETION_SCHEDULED, less than an hour was left",
                "DELETION,          100, 6000, -,                      -",
                "DELETION,          100, 9999, -,                      -",
                "MATERIAL_EXPIRY,   2,   60,   KEY_MATERIAL_EXPIRES,   1 hour was left",
                "KEY_EXPIRY,        9000, 0,   KEY_EXPIRES,            9000 hours were left",
                "CREDENTIAL_EXPIRY, 3,   0,    CREDENTIAL_EXPIRES,     3 hours were left"
            })
    void aKeyThatEndsIsACondition(End end, int endsAfterHours, int minutes, @Nullable String reason, String said) {
        var endsAt = SINCE.plus(Duration.ofHours(endsAfterHours));
        var conditions =
                conditions(using(new KeyLife(endsAt, end, null, null, null)), SINCE.plus(Duration.ofMinutes(minutes)));

        assertThat(conditions).hasSize(reason == null ? 0 : 1).allSatisfy(condition -> {
            assertThat(condition.type()).isEqualTo(AlertType.ENCRYPTION_AT_REST_KEY_EXPIRING);
            assertThat(condition.content().reason()).isEqualTo(reason);
            assertThat(condition.content().deadline()).isEqualTo(endsAt);
            assertThat(condition.content().explanation()).contains(said);
            assertThat(condition.content().remedy()).isNotBlank();
            assertThat(condition.content().clusters()).containsExactly(new AffectedCluster("orders", "orders"));
        });
    }

    /** Hours after which the key ends and what opens it does, the hours that have gone by, and which of them is told of. */
    @Rule("V9")
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,   -,   0,   -",
                "100, -,   0,   KEY_EXPIRES",
                "-,   100, 0,   CREDENTIAL_EXPIRES",
                "100, 200, 0,   KEY_EXPIRES",
                "200, 100, 0,   CREDENTIAL_EXPIRES",
                "200, 100, 100, KEY_EXPIRES",
                "100, 200, 150, CREDENTIAL_EXPIRES",
                "100, 200, 200, -"
            })
    void theNearestEndIsToldOf(@Nullable Integer key, @Nullable Integer credential, int gone, @Nullable String reason) {
        var life = key == null ? null : new KeyLife(hours(key), End.KEY_EXPIRY, null, null, null);
        var use = KeyUses.living(life, KeyUses.valid(Facts.KEY, "us-east-1"));
        var facts = facts(new KeyFacts(use, null, credential == null ? null : hours(credential)));

        assertThat(conditions(facts, hours(gone)))
                .extracting(condition -> condition.content().reason())
                .isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    /** On Azure a project has one key in all its regions, on AWS a replica in each. */
    @Rule("V9")
    @Test
    void aKeyThatIsTheSameEverywhereIsToldOfOnce() {
        var home = KeyUses.living(
                new KeyLife(hours(9), End.KEY_EXPIRY, null, null, null), KeyUses.valid("home", "global"));
        var region = KeyUses.elsewhere("east", "eastus2", home);
        var replica = KeyUses.living(home.life(), KeyUses.standing("replica", "eu-west-1", false, home.standing()));
        var cluster =
                new ClusterFacts("orders", "orders", Phase.RUNNING, SINCE, Set.of(), Set.of(), Set.of("east"), null);
        var facts = new ProjectFacts(
                List.of(new KeyFacts(home, null), new KeyFacts(region, null), new KeyFacts(replica, null)),
                List.of(cluster),
                List.of(),
                List.of());

        assertThat(conditions(facts, SINCE))
                .extracting(condition -> condition.subject().id())
                .containsExactly("home", "replica");
        assertThat(conditions(facts, SINCE).getFirst().content().clusters())
                .containsExactly(new AffectedCluster("orders", "orders"));
    }

    private static Instant hours(int hours) {
        return SINCE.plus(Duration.ofHours(hours));
    }

    @Rule("V9")
    @Test
    void aKeyWithoutALastDayIsNone() {
        assertThat(conditions(using(null), SINCE)).isEmpty();
        assertThat(conditions(using(new KeyLife(null, null, SINCE, RotationSource.CREATION, null)), SINCE))
                .isEmpty();
    }

    @Rule("V8")
    @Test
    void whatTheGuardHoldsIsSaid() {
        var held = new Standing(new Verdict.Valid(SINCE), null, null, SINCE);
        var life = new KeyLife(days(1), End.DELETION, null, null, null);
        var use = KeyUses.living(life, KeyUses.standing(Facts.KEY, "us-east-1", held));

        assertThat(conditions(facts(new KeyFacts(use, null)), SINCE))
                .singleElement()
                .satisfies(condition ->
                        assertThat(condition.content().explanation()).contains("before an operator has looked"));
    }

    @Rule({"N1", "V9"})
    @Test
    void endingsSayWhatTookTheirPlace() {
        var rotated = new KeyLife(null, null, days(10), RotationSource.ROTATION_RECORD, null);
        var later = new KeyLife(days(300), End.MATERIAL_EXPIRY, null, null, null);

        assertThat(ending(AlertType.AWS_ENCRYPTION_KEY_NEEDS_ROTATION, aged(rotated)))
                .contains("was rotated on 2026-12-02");
        assertThat(ending(AlertType.ENCRYPTION_AT_REST_KEY_EXPIRING, using(null)))
                .contains("Nothing is known any more");
        assertThat(ending(AlertType.ENCRYPTION_AT_REST_KEY_EXPIRING, using(later)))
                .contains("2027-09-18");
    }

    private static String ending(AlertType type, ProjectFacts facts) {
        return RecoveryRules.ending(type, Facts.KEY, facts);
    }

    private static List<Condition> conditions(ProjectFacts facts, Instant now) {
        return KeyLifeRules.conditions(facts, now).toList();
    }

    private static ProjectFacts aged(@Nullable KeyLife life) {
        var facts = using(life);
        return new ProjectFacts(
                facts.keys(), facts.clusters(), List.of(), List.of(new KeyAge("AWS", Facts.KEY, null, SINCE)));
    }

    private static ProjectFacts using(@Nullable KeyLife life) {
        return facts(new KeyFacts(KeyUses.living(life, KeyUses.valid(Facts.KEY, "us-east-1")), null));
    }

    private static ProjectFacts facts(KeyFacts... keys) {
        return new ProjectFacts(
                Arrays.asList(keys), List.of(Facts.cluster("orders", Phase.RUNNING)), List.of(), List.of());
    }

    private static Instant days(int days) {
        return SINCE.plus(Duration.ofDays(days));
    }
}
