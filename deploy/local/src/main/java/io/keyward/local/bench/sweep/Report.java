package io.keyward.local.bench.sweep;

import io.keyward.local.bench.usage.Spread;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the runs showed, as lines for people. */
final class Report {
    private static final double MEGA = 1024 * 1024;
    private static final double PERCENT = 100;

    private final PrintWriter out;
    private final List<Scale> scales = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    /**
     * All runs at one scale.
     *
     * @param peakMemory the most that validation-service used meanwhile, in bytes; 0 when the system does not tell
     * @param sessions that it kept at the end
     */
    record Scale(String name, List<Lap> ours, List<Lap> loop, long peakMemory, long sessions) {

        /** How many times the rate of the loop ours is, by the medians. */
        double ratio() {
            return spread(ours, Lap::perSecond).median()
                    / spread(loop, Lap::perSecond).median();
        }

        double ownCost() {
            return spread(ours, Lap::ownMicrosPerCheck).median();
        }

        double costWithPostgres() {
            return spread(ours, lap -> lap.ownMicrosPerCheck() + lap.postgresMicrosPerCheck())
                    .median();
        }
    }

    Report(PrintWriter out) {
        this.out = out;
    }

    void begin() {
        line("| | checks/s | ratio | CPU of the checking process, µs a check | CPU of PostgreSQL, µs a check"
                + " | the cloud's share of its core | statements a check | memory, MB | sessions |");
        line("|---|---|---|---|---|---|---|---|---|");
    }

    /** Shows a scale that others are compared with; fails when the cloud counted other calls than it should have. */
    void show(Scale scale) {
        scales.add(scale);
        showApart(scale);
    }

    /** Likewise, for what is compared with nothing. */
    void showApart(Scale scale) {
        line("| %s, ours | %s | %.2f | %s | %s | %s | %s | %s | %d |"
                .formatted(
                        scale.name(),
                        spread(scale.ours(), Lap::perSecond).print(0),
                        scale.ratio(),
                        spread(scale.ours(), Lap::ownMicrosPerCheck).print(0),
                        spread(scale.ours(), Lap::postgresMicrosPerCheck).print(0),
                        share(scale.ours()),
                        statements(scale.ours()),
                        scale.peakMemory() == 0 ? "not told" : "%.0f".formatted(scale.peakMemory() / MEGA),
                        scale.sessions()));
        line("| %s, the loop | %s | 1 | %s | | %s | | | |"
                .formatted(
                        scale.name(),
                        spread(scale.loop(), Lap::perSecond).print(0),
                        spread(scale.loop(), Lap::ownMicrosPerCheck).print(0),
                        share(scale.loop())));
        calls.add("calls, %s, all runs together: ours %s, the loop %s"
                .formatted(scale.name(), calls(scale.ours()), calls(scale.loop())));
        requireHonesty(scale);
    }

    Scale latest() {
        return scales.getLast();
    }

    /** What the cloud counted: both sides did the same. */
    void tellCalls() {
        line("");
        calls.forEach(this::line);
    }

    private static void requireHonesty(Scale scale) {
        List<Lap> dishonest = Stream.concat(scale.ours().stream(), scale.loop().stream())
                .filter(lap -> !lap.isHonest())
                .toList();
        if (!dishonest.isEmpty()) {
            throw new IllegalStateException("a check was not the three calls that it should be: " + dishonest);
        }
    }

    /** By how much the cost of a check differs from that at the first of the scales. */
    void compareScales() {
        Scale base = scales.getFirst();
        for (Scale scale : scales.subList(1, scales.size())) {
            line("cost of a check, %s against %s: %s in CPU of validation-service, %s with PostgreSQL's"
                    .formatted(
                            scale.name(),
                            base.name(),
                            difference(scale.ownCost(), base.ownCost()),
                            difference(scale.costWithPostgres(), base.costWithPostgres())));
        }
    }

    /** The last line, of one scale. */
    void conclude(Scale scale, int inFlight) {
        Spread ours = spread(scale.ours(), Lap::perSecond);
        Spread loop = spread(scale.loop(), Lap::perSecond);
        line(
                "ratio %.2f (%s: ours %.0f checks/s ±%.0f %%, the loop %.0f ±%.0f %%; medians of %d runs each, %d checks in flight on either side)"
                        .formatted(
                                scale.ratio(),
                                scale.name(),
                                ours.median(),
                                PERCENT * ours.deviation(),
                                loop.median(),
                                PERCENT * loop.deviation(),
                                scale.ours().size(),
                                inFlight));
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    static String difference(double value, double base) {
        return String.format(Locale.ROOT, "%+.1f %%", PERCENT * (value / base - 1));
    }

    private static String share(List<Lap> laps) {
        return "%.0f %%".formatted(PERCENT * spread(laps, Lap::cloudShare).median());
    }

    private static String statements(List<Lap> laps) {
        return String.format(
                Locale.ROOT,
                "%.3f, %.3f without transactions and relay",
                spread(laps, Lap::statementsPerCheck).median(),
                spread(laps, Lap::plainStatementsPerCheck).median());
    }

    private static Map<String, Long> calls(List<Lap> laps) {
        return laps.stream()
                .map(Lap::used)
                .reduce(Reading.NOTHING, Reading::plus)
                .calls();
    }

    private static Spread spread(List<Lap> laps, ToDoubleFunction<Lap> figure) {
        return Spread.of(laps.stream().map(figure::applyAsDouble).toList());
    }
}
