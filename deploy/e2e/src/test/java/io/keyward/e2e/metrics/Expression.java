package io.keyward.e2e.metrics;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an expression of PromQL is about: as much as rules and dashboards of ours use of it.
 *
 * @param metrics as they are written, with the endings of summaries
 * @param labels by which it chooses, groups or joins
 */
record Expression(Set<String> metrics, Set<String> labels) {
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|\\[[^]]*]");
    private static final Pattern CHOICE = Pattern.compile("\\{([^}]*)}");
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])([a-zA-Z_][a-zA-Z0-9_]*)\\b(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");

    static Expression of(String written) {
        String withoutText = TEXT.matcher(written).replaceAll("");
        Set<String> labels = new TreeSet<>();
        CHOICE.matcher(withoutText).results().forEach(found -> labels.addAll(names(found.group(1))));
        GROUPING.matcher(withoutText).results().forEach(found -> labels.addAll(names(found.group(1))));
        String bare =
                GROUPING.matcher(CHOICE.matcher(withoutText).replaceAll("")).replaceAll("");
        Set<String> metrics = NAME.matcher(bare)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Expression(metrics, labels);
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(","))
                .map(part -> part.strip().replaceAll("[^a-zA-Z0-9_].*", ""))
                .filter(name -> !name.isBlank())
                .collect(Collectors.toSet());
    }
}
