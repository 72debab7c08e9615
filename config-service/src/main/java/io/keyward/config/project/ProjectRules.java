package io.keyward.config.project;

import java.util.regex.Pattern;

/** What a project may be called. */
final class ProjectRules {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\-_.(),:&@+' ]{1,64}");

    private ProjectRules() {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.isBlank();
    }
}
