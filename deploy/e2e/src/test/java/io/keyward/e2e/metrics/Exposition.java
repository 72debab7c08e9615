package io.keyward.e2e.metrics;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a service answers when it is scraped. */
final class Exposition {
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-z0-9_]+)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Set<String> OF_THE_TYPE = Set.of("quantile", "le");

    private Exposition() {}

    /** All metrics, by name. The greatest value that a summary saw lately, {@code …_max}, is part of it. */
    static Map<String, Metric> metrics(String text) {
        Map<String, String> types = new TreeMap<>();
        Map<String, Set<String>> labels = new TreeMap<>();
        String family = "";
        for (String line : text.lines().toList()) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                family = name(type.group(1), type.group(2));
                types.put(family, type.group(2));
            } else if (sample.matches()) {
                labels.computeIfAbsent(family, any -> new TreeSet<>()).addAll(labels(sample.group(2)));
            }
        }
        return types.entrySet().stream()
                .filter(entry -> !isMaximumOfAnother(entry.getKey(), types))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Metric(
                                entry.getKey(), entry.getValue(), labels.getOrDefault(entry.getKey(), Set.of())),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** One of the two formats names counters without their ending. */
    private static String name(String family, String type) {
        return type.equals("counter") && !family.endsWith("_total") ? family + "_total" : family;
    }

    private static boolean isMaximumOfAnother(String name, Map<String, String> types) {
        return name.endsWith("_max") && types.containsKey(name.substring(0, name.length() - "_max".length()));
    }

    private static Set<String> labels(String written) {
        return written == null
                ? Set.of()
                : LABEL.matcher(written)
                        .results()
                        .map(label -> label.group(1))
                        .filter(label -> !OF_THE_TYPE.contains(label))
                        .collect(Collectors.toSet());
    }
}
