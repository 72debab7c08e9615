package io.keyward.endpoint.lifecycle;

import io.keyward.endpoint.lifecycle.Command.Nothing;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is expected of every look at every state: down the side what is known, across the top what is seen. A line with kin is about endpoints of which
 * all of that is so, and counts instead of the line without.
 */
final class PlannerTable {
    private static final String ANY = "*";
    private static final String NONE = "-";

    private static final String PRESENT = """
            state                   kin         Absent               Pending          PendingApproval  Up    Refused          GoingAway        Unseen
            Requested               -           Provisioning+Create  Provisioning     AwaitingApproval Ready Failed           Failed           Requested
            Requested:late          -           Provisioning+Create  Provisioning     AwaitingApproval Ready Failed           Failed           Failed
            Provisioning            -           Provisioning         Provisioning     AwaitingApproval Ready Failed           Failed           Provisioning
            Provisioning:unheard    -           Provisioning+Create  Provisioning     AwaitingApproval Ready Failed           Failed           Provisioning
            Provisioning:known      -           Provisioning         Provisioning     AwaitingApproval Ready Failed           Failed           Provisioning
            Provisioning:late       -           Failed               Failed           AwaitingApproval Ready Failed           Failed           Failed
            Provisioning:known,late -           Failed               Failed           AwaitingApproval Ready Failed           Failed           Failed
            AwaitingApproval        -           AwaitingApproval     AwaitingApproval AwaitingApproval Ready AwaitingApproval AwaitingApproval AwaitingApproval
            AwaitingApproval:missed -           Failed               AwaitingApproval AwaitingApproval Ready Failed           Failed           AwaitingApproval
            AwaitingApproval:missed needed      Lost+Replace         AwaitingApproval AwaitingApproval Ready Lost+Replace     Lost+Replace     AwaitingApproval
            AwaitingApproval:missed needed,spent Failed              AwaitingApproval AwaitingApproval Ready Failed           Failed           AwaitingApproval
            Ready                   -           Ready                Ready            AwaitingApproval Ready Ready            Ready            Ready
            Ready:missed            -           Lost+Replace         Ready            AwaitingApproval Ready Lost+Replace     Lost+Replace     Ready
            Ready:missed            spent       Failed               Ready            AwaitingApproval Ready Failed           Failed           Ready
            Failed                  -           Failed               Failed           AwaitingApproval Ready Failed           Failed           Failed
            Failed:asked            -           Failed               Failed           AwaitingApproval Ready Failed           Failed           Failed
            Failed:due              -           Failed+Create        Failed           AwaitingApproval Ready Failed           Failed           Failed
            Failed:known            -           Failed               Failed           AwaitingApproval Ready Failed           Failed           Failed
            Lost                    -           Lost+Replace         Lost+Replace     Lost+Replace     Ready Lost+Replace     Lost+Replace     Lost
            Lost                    spent       Failed               Failed           AwaitingApproval Ready Failed           Failed           Lost
            Replaced                -           Replaced             Replaced         Replaced         Ready Replaced         Replaced         Replaced
            Deleting                -           Deleted              Deleting+Delete  Deleting+Delete  Deleting+Delete Deleting+Delete Deleting Deleting
            Deleting                leaving     Deleting             Deleting+Delete  Deleting+Delete  Deleting+Delete Deleting+Delete Deleting Deleting
            Deleting:asked          -           Deleting             Deleting+Delete  Deleting+Delete  Deleting+Delete Deleting+Delete Deleting Deleting
            Deleted                 -           Deleted              Deleted          Deleted          Deleted Deleted        Deleted          Deleted
            """;

    /** The same whatever it was that is to go, but for what was asked for a moment ago and may not show yet. */
    private static final String ABSENT = """
            state                   kin         Absent               Pending          PendingApproval  Up              Refused         GoingAway Unseen
            *                       -           Deleted              Deleting+Delete  Deleting+Delete  Deleting+Delete Deleting+Delete Deleting  Deleting
            *                       leaving     Deleting             Deleting+Delete  Deleting+Delete  Deleting+Delete Deleting+Delete Deleting  Deleting
            Provisioning            -           Deleting             Deleting+Delete  Deleting+Delete  Deleting+Delete Deleting+Delete Deleting  Deleting
            Failed:asked            -           Deleting             Deleting+Delete  Deleting+Delete  Deleting+Delete Deleting+Delete Deleting  Deleting
            Deleting:asked          -           Deleting             Deleting+Delete  Deleting+Delete  Deleting+Delete Deleting+Delete Deleting  Deleting
            Deleted                 -           Deleted              Deleted          Deleted          Deleted         Deleted         Deleted   Deleted
            """;

    private PlannerTable() {}

    /** One cell of the product of everything that there is. */
    record Cell(Wanted wanted, String state, String kin, String seen) {

        Decision decision() {
            return decide(Samples.STATES.get(state));
        }

        Decision decisionOnceMore() {
            return decide(decision().next());
        }

        private Decision decide(EndpointState from) {
            return Samples.PLANNER.decide(
                    wanted, from, Samples.OBSERVATIONS.get(seen), Samples.KINS.get(kin), Samples.NOW);
        }

        /** What the tables say: a line that names the state comes before one for all states, and one that names more kin before one with less. */
        String expected() {
            return lines(wanted)
                    .filter(line -> line.isFor(state, kin))
                    .max(Comparator.comparing(Line::isOfOneState)
                            .thenComparing(line -> line.kin().size()))
                    .orElseThrow()
                    .under(seen);
        }
    }

    /** A line of a table, by the heads of its columns. */
    private record Line(List<String> heads, List<String> cells) {

        boolean isFor(String state, String ofKin) {
            return (!isOfOneState() || cells.getFirst().equals(state))
                    && traits(ofKin).containsAll(kin());
        }

        boolean isOfOneState() {
            return !cells.getFirst().equals(ANY);
        }

        Set<String> kin() {
            return traits(cells.get(1));
        }

        String under(String seen) {
            return cells.get(heads.indexOf(seen));
        }
    }

    /** The whole product. */
    static Stream<Cell> cells() {
        return Stream.of(Wanted.values()).flatMap(wanted -> Samples.STATES.keySet().stream()
                .flatMap(state -> Samples.KINS.keySet().stream().flatMap(kin -> Samples.OBSERVATIONS.keySet().stream()
                        .map(seen -> new Cell(wanted, state, kin, seen)))));
    }

    /** A decision as the tables write it. */
    static String written(Decision decision) {
        var next = decision.next().getClass().getSimpleName();
        return decision.command() instanceof Nothing
                ? next
                : next + "+" + decision.command().getClass().getSimpleName();
    }

    static Set<String> traits(String kin) {
        return kin.equals(NONE) ? Set.of() : Set.of(kin.split(","));
    }

    private static Stream<Line> lines(Wanted wanted) {
        var table = wanted == Wanted.PRESENT ? PRESENT : ABSENT;
        var lines = table.lines().map(line -> List.of(line.split("\\s+"))).toList();
        return lines.stream().skip(1).map(cells -> new Line(lines.getFirst(), cells));
    }
}
