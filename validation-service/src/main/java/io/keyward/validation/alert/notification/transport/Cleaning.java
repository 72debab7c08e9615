package io.keyward.validation.alert.notification.transport;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a text what must be in no log, row or answer: addresses, and what a destination says is secret. */
final class Cleaning {
    private static final Pattern URL = Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]*://\\S+");
    private static final String HIDDEN = "***";
    private static final int SHORTEST = 4;

    private Cleaning() {}

    static String clean(String text, List<String> secrets) {
        var cleaned = text;
        var longestFirst = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (var secret : longestFirst) {
            cleaned = cleaned.replace(secret, HIDDEN);
        }
        return URL.matcher(cleaned).replaceAll(HIDDEN);
    }
}
