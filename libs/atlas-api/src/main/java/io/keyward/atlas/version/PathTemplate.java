package io.keyward.atlas.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path of a resource with its parameters, such as {@code /groups/{groupId}}. */
final class PathTemplate {
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

    /** How many characters are fixed: the more, the more specific, as JAX-RS sees it. */
    int fixedCharacters() {
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
