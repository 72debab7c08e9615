package io.keyward.atlas.version;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One element of an {@code Accept} header. Parsed by hand, because the framework's parser fails on what clients can send.
 *
 * @param type lower-case, without parameters
 * @param quality 0 to 1
 */
record MediaRange(String type, double quality) {
    private static final Pattern QUALITY = Pattern.compile(";\\s*q\\s*=\\s*([01](?:\\.\\d{0,3})?)\\s*(?:;|$)");
    private static final Set<String> JSON = Set.of("application/json", "application/*", "*/*");

    static MediaRange parse(String text) {
        Matcher quality = QUALITY.matcher(text);
        String type = text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return new MediaRange(type, quality.find() ? Double.parseDouble(quality.group(1)) : 1);
    }

    /** Whether plain JSON would do. */
    boolean includesJson() {
        return JSON.contains(type);
    }
}
