package io.keyward.local.bench.usage;

import java.util.Collection;
import java.util.Locale;

/**
 * Several measurements of the same thing.
 *
 * @param median of an even number the mean of the two in the middle
 * @param lowest the smallest of them
 * @param highest the largest
 */
public record Spread(double median, double lowest, double highest) {

    /** Of at least one number. */
    public static Spread of(Collection<Double> measured) {
        double[] sorted =
                measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** By how much of the median the one farthest from it differs. */
    public double deviation() {
        return median == 0 ? 0 : Math.max(highest - median, median - lowest) / median;
    }

    /** For example {@code 12.5 (12.1–13.0)}, with so many digits after the point. */
    public String print(int digits) {
        String number = "%." + digits + "f";
        return String.format(Locale.ROOT, number + " (" + number + "–" + number + ")", median, lowest, highest);
    }
}
