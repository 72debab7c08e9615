package io.keyward.validation.enforcement.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.contracts.EnforcementEvent.Addresses;
import io.keyward.contracts.EnforcementEvent.Rewrap;
import io.keyward.testkit.Rule;
import io.keyward.validation.enforcement.observed.SightingRules.Progress;
import io.keyward.validation.enforcement.plan.Observed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightingRulesTest {
    private static final Instant THEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T11:00:00Z");

    /** The request in force was made at revision 3, and 5 is the last one. */
    @ParameterizedTest
    @Rule({"K3", "K4"})
    @CsvSource({
        // runs | applied before | reported | applied then
        "true,    ,                ,          3",
        "true,    2,               ,          3",
        "true,    4,               ,          4",
        "true,    2,               5,         5",
        "true,    5,               4,         5",
        "false,   ,                ,          ",
        "false,   2,               ,          2",
        "false,   2,               5,         2",
    })
    void whatIsAppliedNeverFallsAndOnlyRisesWhileTheClusterRuns(
            boolean runs, @Nullable Long before, @Nullable Long reported, @Nullable Long then) {
        var sighting = new Sighting(before, null, null, null, null, Map.of());

        var after = SightingRules.after(sighting, report(reported, null, null), new Progress(runs, 3, 5), NOW);

        assertThat(after.appliedRevision()).isEqualTo(then);
    }

    @ParameterizedTest
    @Rule({"K5", "K6"})
    @CsvSource({
        // before | reported | applied | then | refused since
        ",          ,          false,    ,      ",
        ",          true,      false,    true,  ",
        ",          false,     false,    false, 11:00",
        "false,     false,     false,    false, 10:00",
        "false,     ,          false,    false, 10:00",
        "false,     true,      false,    true,  ",
        "true,      ,          false,    true,  ",
        "true,      false,     false,    false, 11:00",
        // who has carried out all that is wanted has its nodes in, unless it says otherwise
        "false,     ,          true,     true,  ",
        "false,     false,     true,     false, 10:00",
        ",          ,          true,     ,      ",
    })
    void whetherNodesReachTheKmsAndSinceWhenTheyDoNot(
            @Nullable Boolean before,
            @Nullable Boolean reported,
            boolean applied,
            @Nullable Boolean then,
            @Nullable String since) {
        var sighting = new Sighting(null, before, Boolean.FALSE.equals(before) ? THEN : null, null, null, Map.of());

        var after =
                SightingRules.after(sighting, report(applied ? 5L : 3L, reported, null), new Progress(true, 3, 5), NOW);

        assertThat(after.nodesReachKms()).isEqualTo(then);
        assertThat(after.nodesRefusedSince())
                .isEqualTo(since == null ? null : Instant.parse("2026-11-22T" + since + ":00Z"));
    }

    @ParameterizedTest
    @Rule("C10")
    @CsvSource({
        // done before | done reported | applied | done then, of 3
        ",               ,               false,    ",
        ",               0,              false,    0",
        "1,              ,               false,    1",
        "1,              2,              false,    2",
        "2,              3,              false,    3",
        "2,              3,              true,     ",
        "2,              ,               true,     ",
        "2,              1,              true,     1",
    })
    void howFarAChangeOfKeyIs(
            @Nullable Integer before, @Nullable Integer reported, boolean applied, @Nullable Integer then) {
        var sighting = new Sighting(null, null, null, before == null ? null : new Rewrap(before, 3), null, Map.of());
        var rewrap = reported == null ? null : new Report.Rewrap(reported, 3);

        var after =
                SightingRules.after(sighting, report(applied ? 5L : 3L, null, rewrap), new Progress(true, 3, 5), NOW);

        assertThat(after.rewrap()).isEqualTo(then == null ? null : new Rewrap(then, 3));
    }

    @Test
    void addressesAreToldInOneNotationAndStayUntilOthersAreReported() {
        var addresses =
                new Report.Addresses(List.of("192.0.2.1", "192.0.2.1/32"), null, null, List.of("2001:db8::/32"));
        var report = new Report(1L, Observed.STOPPED, null, null, null, null, addresses, null);
        var progress = new Progress(false, 3, 5);

        var after = SightingRules.after(Sighting.NONE, report, progress, NOW);

        assertThat(after.addresses())
                .isEqualTo(new Addresses(
                        List.of("192.0.2.1/32"), List.of(), List.of(), List.of("2001:db8:0:0:0:0:0:0/32")));
        assertThat(SightingRules.after(after, Report.of(1, Observed.STOPPED), progress, NOW))
                .isEqualTo(after);
    }

    @ParameterizedTest
    @Rule("E9")
    @CsvSource({
        // taken before | reported | taken then, and since when
        ",            ,          ",
        ",            '',        ",
        ",            a,         a 11:00",
        "a,           ,          a 10:00",
        "a,           a,         a 10:00",
        "a,           a b a,     a 10:00 b 11:00",
        "a,           b,         b 11:00",
        "a b,         b,         b 10:00",
        "a b,         '',        ",
    })
    void whichPrivateEndpointsAreTakenIsAsLastToldAndSinceWhenAsFirst(
            @Nullable String before, @Nullable String reported, @Nullable String then) {
        var taken = before == null
                ? Map.<String, Instant>of()
                : Arrays.stream(before.split(" ")).collect(Collectors.toMap(id -> id, id -> THEN));
        var sighting = new Sighting(null, null, null, null, null, taken);
        var said = reported == null
                ? null
                : Arrays.stream(reported.split(" ")).filter(id -> !id.isEmpty()).toList();
        var report = new Report(1L, Observed.STOPPED, null, null, null, null, null, said);

        var after = SightingRules.after(sighting, report, new Progress(false, 3, 5), NOW);

        assertThat(after.privateEndpoints().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + " "
                                + entry.getValue().toString().substring(11, 16))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(then == null ? "" : then);
    }

    @Test
    void aReportSaysWhatIsWrongWithItByPath() {
        var addresses = new Report.Addresses(List.of("192.0.2.1", "nowhere"), List.of("10.0.0.0/33"), null, null);
        var report = new Report(1L, Observed.RUNNING, null, null, null, new Report.Rewrap(4, 3), addresses, null);

        assertThat(ReportRules.problems(report))
                .containsOnlyKeys("rewrap.nodesDone", "addresses.inbound.1", "addresses.outbound.0");
        assertThat(ReportRules.problems(Report.of(1, Observed.RUNNING))).isEmpty();
    }

    private static Report report(
            @Nullable Long applied, @Nullable Boolean nodesReachKms, Report.@Nullable Rewrap rewrap) {
        return new Report(1L, Observed.RUNNING, null, applied, nodesReachKms, rewrap, null, null);
    }
}
