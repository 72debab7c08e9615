package io.keyward.endpoint.lifecycle;

import static io.keyward.endpoint.lifecycle.Samples.KINS;
import static io.keyward.endpoint.lifecycle.Samples.NOW;
import static io.keyward.endpoint.lifecycle.Samples.OBSERVATIONS;
import static io.keyward.endpoint.lifecycle.Samples.PATIENCE;
import static io.keyward.endpoint.lifecycle.Samples.PLANNER;
import static io.keyward.endpoint.lifecycle.Samples.STATES;

import io.keyward.endpoint.lifecycle.PlannerTable.Cell;
import io.keyward.endpoint.lifecycle.condition.Condition;
import io.keyward.endpoint.lifecycle.condition.Conditions;
import io.keyward.endpoint.reconcile.ReconcileConfig;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life of an endpoint as a page, with everything in it that the code decides taken from the code. */
final class LifecycleDocument {
    private static final List<String> CONDITIONS = List.of(
            Conditions.PROVISIONED, Conditions.APPROVED, Conditions.USABLE, Conditions.REPLACED, Conditions.DELETING);

    private LifecycleDocument() {}

    static String page() {
        return LifecycleText.PAGE
                .replace("{arriving}", ways(state -> !isLeaving(state), "        "))
                .replace("{leaving}", ways(LifecycleDocument::isLeaving, "    "))
                .replace("{statuses}", statuses())
                .replace("{present}", decisions(Wanted.PRESENT))
                .replace("{absent}", decisions(Wanted.ABSENT))
                .replace("{answers}", answers())
                .replace("{settings}", settings())
                .replace("{pauses}", pauses())
                .replace("{words}", words())
                .replace("{conditions}", conditions());
    }

    /** Every way from one of these states to another that a look or an answer can lead. */
    private static String ways(Predicate<String> fromState, String indentation) {
        var ways = new LinkedHashMap<String, Set<String>>();
        PlannerTable.cells()
                .filter(cell -> cell.wanted() == Wanted.PRESENT && fromState.test(cell.state()))
                .forEach(cell -> note(ways, cell.state(), cell.decision(), cell.seen()));
        STATES.keySet().stream()
                .filter(fromState)
                .forEach(state -> Samples.ANSWERS.forEach(answer -> note(
                        ways, state, PLANNER.answered(STATES.get(state), answer, NOW), "answer " + nameOf(answer))));
        return ways.entrySet().stream()
                .map(way -> indentation + way.getKey() + ": " + String.join(", ", way.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isLeaving(String state) {
        return state.startsWith("Delet");
    }

    private static void note(Map<String, Set<String>> ways, String from, Decision decision, String why) {
        var before = Samples.kindOf(from);
        var after = nameOf(decision.next());
        if (!before.equals(after)) {
            ways.computeIfAbsent(before + " --> " + after, ignored -> new LinkedHashSet<>())
                    .add(why);
        }
    }

    private static String statuses() {
        return kinds().map(kind -> row(
                        kind,
                        EndpointStatus.of(STATES.get(kind))
                                .map(status -> "`" + status + "`")
                                .orElse("404"),
                        LifecycleText.STATES.get(kind)))
                .collect(Collectors.joining());
    }

    /** A line for each state, and one more for each kind of kin with which something else is decided; those that are the same are one. */
    private static String decisions(Wanted wanted) {
        var lines = new LinkedHashMap<List<String>, List<String>>();
        for (String state : STATES.keySet()) {
            var ofState = new LinkedHashMap<String, List<String>>();
            for (String kin : KINS.keySet()) {
                var cells = cells(wanted, state, kin);
                if (!cells.equals(nearest(ofState, kin))) {
                    ofState.put(kin, cells);
                    lines.computeIfAbsent(concat(List.of(kin), cells), ignored -> new ArrayList<>())
                            .add(state);
                }
            }
        }
        return head(concat(List.of("State", "Kin"), OBSERVATIONS.keySet()))
                + lines.entrySet().stream()
                        .map(line -> row(concat(List.of(String.join(", ", line.getValue())), line.getKey())))
                        .collect(Collectors.joining());
    }

    private static List<String> cells(Wanted wanted, String state, String kin) {
        return OBSERVATIONS.keySet().stream()
                .map(seen -> PlannerTable.written(new Cell(wanted, state, kin, seen).decision()))
                .map(cell -> wanted == Wanted.PRESENT && cell.equals(Samples.kindOf(state)) ? "·" : bold(cell))
                .toList();
    }

    private static String bold(String cell) {
        return cell.replaceFirst("[+](.*)", " + **$1**");
    }

    private static List<String> nearest(Map<String, List<String>> printed, String kin) {
        var nearest = List.<String>of();
        for (var line : printed.entrySet()) {
            if (PlannerTable.traits(kin).containsAll(PlannerTable.traits(line.getKey()))) {
                nearest = line.getValue();
            }
        }
        return nearest;
    }

    private static String answers() {
        var text = new StringBuilder(head(concat(
                List.of("State"),
                Samples.ANSWERS.stream().map(LifecycleDocument::nameOf).toList())));
        for (String asked : List.of("Provisioning", "Failed:asked", "Lost", "Deleting")) {
            text.append(row(concat(
                    List.of(asked),
                    Samples.ANSWERS.stream()
                            .map(answer -> change(STATES.get(asked), PLANNER.answered(STATES.get(asked), answer, NOW)))
                            .toList())));
        }
        return text.toString();
    }

    private static String change(EndpointState before, Decision after) {
        if (after.next().equals(before)) {
            return "·";
        }
        return nameOf(after.next()) + ", " + pause(after.lookAgain());
    }

    private static String settings() {
        return LifecycleText.SETTINGS.entrySet().stream()
                .map(setting -> row(
                        "`keyward.endpoint." + kebab(setting.getKey()) + "`",
                        byDefault(setting.getKey()),
                        setting.getValue()))
                .collect(Collectors.joining());
    }

    private static String byDefault(String method) {
        try {
            return "`"
                    + ReconcileConfig.class
                            .getMethod(method)
                            .getAnnotation(WithDefault.class)
                            .value() + "`";
        } catch (NoSuchMethodException gone) {
            throw new AssertionError("the page names a setting that there is not: " + method, gone);
        }
    }

    private static String kebab(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String pauses() {
        return STATES.entrySet().stream()
                .map(state -> row(state.getKey(), pause(PATIENCE.pace(state.getValue(), NOW))))
                .collect(Collectors.joining());
    }

    private static String pause(@Nullable Duration pause) {
        return pause == null ? "at rest" : LifecycleText.told(pause);
    }

    private static String words() {
        return LifecycleText.words().entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue()))
                .collect(Collectors.joining());
    }

    private static String conditions() {
        var text = new StringBuilder(head(concat(List.of("State"), CONDITIONS)));
        STATES.forEach((name, state) -> {
            if (name.equals(Samples.kindOf(name)) || name.endsWith("missed")) {
                var stated = Conditions.after(List.of(), state, NOW).stream()
                        .collect(Collectors.toMap(Condition::type, Function.identity()));
                text.append(row(concat(
                        List.of(name),
                        CONDITIONS.stream()
                                .map(type -> stated.containsKey(type)
                                        ? stated.get(type).status() + " "
                                                + stated.get(type).reason()
                                        : "")
                                .toList())));
            }
        });
        return text.toString();
    }

    private static Stream<String> kinds() {
        return STATES.keySet().stream().map(Samples::kindOf).distinct();
    }

    private static String nameOf(Object arm) {
        return arm.getClass().getSimpleName();
    }

    private static List<String> concat(Collection<String> first, Collection<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static String head(List<String> cells) {
        return row(cells) + "|---".repeat(cells.size()) + "|\n";
    }

    private static String row(String... cells) {
        return row(List.of(cells));
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
