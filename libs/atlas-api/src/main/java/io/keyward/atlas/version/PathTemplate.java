package io.keyward.atlas.version;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path of a resource with its parameters, such as {@code /groups/{groupId}}. */
final class PathTemplate {
    /**
     * Of two that match, the greater one is more specific, as the framework sees it: it has more fixed characters at its beginning, or else
     * in all. Thus {@code /groups/byName/{name}} comes before {@code /groups/{groupId}/clusters}.
     */
    static final Comparator<PathTemplate> BY_SPECIFICITY =
            Comparator.comparingInt(PathTemplate::fixedBeginning).thenComparingInt(PathTemplate::fixedCharacters);

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*[\\w.-]+\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})+))?}");
    private static final String ANY_SEGMENT = "[^/]+";

    private final String template;
    private final Pattern pattern;

    /** @param template as in {@code @Path}; leading, trailing and double slashes do not matter */
    PathTemplate(String template) {
        this.template = "/" + withoutEdges(template);
        this.pattern = Pattern.compile(regex(this.template));
    }

    boolean matches(String path) {
        return pattern.matcher("/" + withoutEdges(path)).matches();
    }

    /** How many characters come before the first parameter. */
    private int fixedBeginning() {
        Matcher parameter = PARAMETER.matcher(template);
        return parameter.find() ? parameter.start() : template.length();
    }

    /** How many characters are fixed. */
    private int fixedCharacters() {
        return PARAMETER.matcher(template).replaceAll("").length();
    }

    @Override
    public String toString() {
        return template;
    }

    private static String regex(String template) {
        StringBuilder regex = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(template);
        int done = 0;
        while (parameter.find()) {
            regex.append(Pattern.quote(template.substring(done, parameter.start())));
            String own = parameter.group(1);
            regex.append("(?:").append(own == null ? ANY_SEGMENT : own.strip()).append(')');
            done = parameter.end();
        }
        return regex.append(Pattern.quote(template.substring(done))).toString();
    }

    private static String withoutEdges(String path) {
        return path.replaceAll("/{2,}", "/").replaceAll("^/|/$", "");
    }
}
