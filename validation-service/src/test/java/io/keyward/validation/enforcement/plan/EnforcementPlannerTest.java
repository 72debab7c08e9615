package io.keyward.validation.enforcement.plan;

import static io.keyward.validation.enforcement.plan.Phase.DEFERRED;
import static io.keyward.validation.enforcement.plan.Phase.NEW;
import static io.keyward.validation.enforcement.plan.Phase.REMOVED;
import static io.keyward.validation.enforcement.plan.Phase.REMOVING;
import static io.keyward.validation.enforcement.plan.Phase.RESUMING;
import static io.keyward.validation.enforcement.plan.Phase.RUNNING;
import static io.keyward.validation.enforcement.plan.Phase.STARTING;
import static io.keyward.validation.enforcement.plan.Phase.STOPPED;
import static io.keyward.validation.enforcement.plan.Phase.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.testkit.Rule;
import io.keyward.validation.enforcement.plan.Decision.Enter;
import io.keyward.validation.enforcement.plan.Decision.Restate;
import io.keyward.validation.enforcement.plan.Decision.Stay;
import io.keyward.validation.enforcement.plan.StopReason.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnforcementPlannerTest {
    private static final Decision STAY = new Stay();
    private static final StopReason DISABLED = reason(Kind.KEY, "KEY_DISABLED");
    private static final StopReason BY_HAND = reason(Kind.HAND, "MAINTENANCE");
    private static final Set<StopReason> HELD = Set.of(DISABLED);

    /** What each wish leads to, from every phase. */
    private static final Map<Class<? extends Wanted>, Map<Phase, Decision>> PLANS = Map.of(
            Wanted.Up.class,
            table(
                    NEW, new Enter(STARTING),
                    STARTING, STAY,
                    RUNNING, STAY,
                    STOPPING, new Enter(RESUMING),
                    DEFERRED, new Enter(RESUMING),
                    STOPPED, new Enter(RESUMING),
                    RESUMING, STAY,
                    REMOVING, STAY,
                    REMOVED, STAY),
            Wanted.Down.class,
            table(
                    NEW, new Enter(STOPPING),
                    STARTING, new Enter(STOPPING),
                    RUNNING, new Enter(STOPPING),
                    STOPPING, STAY,
                    DEFERRED, STAY,
                    STOPPED, STAY,
                    RESUMING, new Enter(STOPPING),
                    REMOVING, STAY,
                    REMOVED, STAY),
            Wanted.Gone.class,
            table(
                    NEW, new Enter(REMOVING),
                    STARTING, new Enter(REMOVING),
                    RUNNING, new Enter(REMOVING),
                    STOPPING, new Enter(REMOVING),
                    DEFERRED, new Enter(REMOVING),
                    STOPPED, new Enter(REMOVING),
                    RESUMING, new Enter(REMOVING),
                    REMOVING, STAY,
                    REMOVED, STAY));

    /** What each report leads to, in every phase. */
    private static final Map<Observed, Map<Phase, Decision>> REPORTS = Map.of(
            Observed.RUNNING,
            table(
                    NEW, STAY,
                    STARTING, new Enter(RUNNING),
                    RUNNING, STAY,
                    STOPPING, STAY,
                    DEFERRED, STAY,
                    STOPPED, new Enter(STOPPING),
                    RESUMING, new Enter(RUNNING),
                    REMOVING, STAY,
                    REMOVED, STAY),
            Observed.STOPPED,
            table(
                    NEW, STAY,
                    STARTING, STAY,
                    RUNNING, new Enter(RESUMING),
                    STOPPING, new Enter(STOPPED),
                    DEFERRED, new Enter(STOPPED),
                    STOPPED, STAY,
                    RESUMING, STAY,
                    REMOVING, STAY,
                    REMOVED, STAY),
            Observed.DEFERRED,
            table(
                    NEW, STAY,
                    STARTING, STAY,
                    RUNNING, STAY,
                    STOPPING, new Enter(DEFERRED),
                    DEFERRED, STAY,
                    STOPPED, new Enter(DEFERRED),
                    RESUMING, STAY,
                    REMOVING, STAY,
                    REMOVED, STAY),
            Observed.REMOVED,
            table(
                    NEW, STAY,
                    STARTING, STAY,
                    RUNNING, STAY,
                    STOPPING, STAY,
                    DEFERRED, STAY,
                    STOPPED, STAY,
                    RESUMING, STAY,
                    REMOVING, new Enter(REMOVED),
                    REMOVED, STAY));

    @Test
    void theTablesLeaveNothingOut() {
        assertThat(PLANS.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Wanted.class.getPermittedSubclasses())
                        .<Class<? extends Wanted>>map(arm -> arm.asSubclass(Wanted.class))
                        .toList());
        assertThat(REPORTS).containsOnlyKeys(Observed.values());
        assertThat(Stream.concat(PLANS.values().stream(), REPORTS.values().stream()))
                .allSatisfy(table -> assertThat(table).containsOnlyKeys(Phase.values()));
    }

    @Rule({"V2", "V4"})
    @ParameterizedTest
    @EnumSource
    void plansByTheTable(Phase phase) {
        assertThat(wishes()).allSatisfy(wanted -> assertThat(EnforcementPlanner.plan(phase, HELD, wanted))
                .as("%s while %s", wanted, phase)
                .isEqualTo(PLANS.get(wanted.getClass()).get(phase)));
    }

    @Rule("K7")
    @ParameterizedTest
    @EnumSource
    void takesReportsByTheTable(Phase phase) {
        assertThat(Observed.values()).allSatisfy(seen -> assertThat(EnforcementPlanner.observe(phase, seen))
                .as("%s while %s", seen, phase)
                .isEqualTo(REPORTS.get(seen).get(phase)));
    }

    @ParameterizedTest
    @EnumSource
    void decidingAgainAfterActingChangesNothing(Phase phase) {
        assertThat(wishes()).allSatisfy(wanted -> {
            var after = EnforcementPlanner.plan(phase, HELD, wanted) instanceof Enter enter ? enter.phase() : phase;
            assertThat(EnforcementPlanner.plan(after, HELD, wanted)).isEqualTo(STAY);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aRequestIsCarriedOutByWhatFulfilsIt(Phase phase) {
        phase.fulfilledBy().ifPresent(seen -> assertThat(EnforcementPlanner.observe(phase, seen))
                .isInstanceOfSatisfying(
                        Enter.class,
                        enter -> assertThat(enter.phase().fulfilledBy()).isEmpty()));
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPPING", "DEFERRED", "STOPPED"})
    void anotherReasonIsStatedWithoutAskingAgain(Phase phase) {
        var wanted = new Wanted.Down(Set.of(reason(Kind.KEY, "KEY_PENDING_DELETION")));

        assertThat(EnforcementPlanner.plan(phase, HELD, wanted)).isEqualTo(new Restate());
    }

    @Rule("V4")
    @Test
    void recoveryLiftsOnlyTheKey() {
        var heldByBoth = Set.of(DISABLED, BY_HAND);

        var left = HoldingRules.divide(Set.of(), Set.of(BY_HAND), heldByBoth, new Restraint(Mode.ENFORCE, false))
                .reasons();

        assertThat(left).containsExactly(BY_HAND);
        assertThat(EnforcementPlanner.plan(STOPPED, heldByBoth, Wanted.unlessHeldBy(left)))
                .isEqualTo(new Restate());
    }

    @Test
    void nothingIsStoppedWithoutAReason() {
        assertThat(Wanted.unlessHeldBy(Set.of())).isEqualTo(new Wanted.Up());
        assertThatThrownBy(() -> new Wanted.Down(Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void newsIsToldWithThePhaseThatStays() {
        assertThat(STAY.tellingNews(true)).isEqualTo(new Restate());
        assertThat(STAY.tellingNews(false)).isEqualTo(STAY);
        assertThat(new Enter(STOPPING).tellingNews(true)).isEqualTo(new Enter(STOPPING));
    }

    private static Set<Wanted> wishes() {
        return Stream.of(new Wanted.Up(), new Wanted.Down(HELD), new Wanted.Gone())
                .collect(Collectors.toSet());
    }

    private static StopReason reason(Kind kind, String reason) {
        return new StopReason(kind, "k1", "arn:key", "us-east-1", reason, "It is so.", Instant.EPOCH);
    }

    private static Map<Phase, Decision> table(Object... phasesAndDecisions) {
        var table = new EnumMap<Phase, Decision>(Phase.class);
        for (int i = 0; i < phasesAndDecisions.length; i += 2) {
            table.put((Phase) phasesAndDecisions[i], (Decision) phasesAndDecisions[i + 1]);
        }
        return table;
    }
}
