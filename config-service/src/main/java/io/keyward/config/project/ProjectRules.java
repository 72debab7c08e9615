package io.keyward.config.project;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a project may be called and labelled, and what a change of one comes to. */
final class ProjectRules {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\-_.(),:&@+' ]{1,64}");
    private static final int MAX_TAGS = 50;
    private static final int MAX_TAG_LENGTH = 255;

    private ProjectRules() {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.isBlank();
    }

    /** The name, if it is one; refused with 400 otherwise. */
    static String requireName(@Nullable String name) {
        String given = required("name", name);
        if (!isName(given)) {
            throw Refusal.of(ErrorCode.INVALID_GROUP_NAME, given);
        }
        return given;
    }

    /** The tags, if they are such: each key once, neither keys nor values empty or long. */
    static List<Project.Tag> requireTags(@Nullable List<Project.@Nullable Tag> tags) {
        if (tags == null) {
            return List.of();
        }
        Set<String> keys = new HashSet<>();
        boolean good = tags.size() <= MAX_TAGS
                && tags.stream()
                        .allMatch(
                                tag -> tag != null && isWord(tag.key()) && isWord(tag.value()) && keys.add(tag.key()));
        if (!good) {
            throw Refusal.of(ErrorCode.INVALID_JSON_ATTRIBUTE, "tags")
                    .withDetail("tags has at most " + MAX_TAGS
                            + " entries, each with another key; keys and values have 1 to " + MAX_TAG_LENGTH
                            + " characters.")
                    .withField("tags", "keys are unique; keys and values have 1 to " + MAX_TAG_LENGTH + " characters");
        }
        return List.copyOf(tags);
    }

    static String required(String attribute, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, attribute);
        }
        return value;
    }

    /** The project as it is to be; what the request leaves out stays. */
    static Project merge(Project current, ProjectPatch patch) {
        return current.described(
                patch.name() == null ? current.name() : requireName(patch.name()),
                patch.tags() == null ? current.tags() : requireTags(patch.tags()),
                patch.withDefaultAlertsSettings() == null
                        ? current.withDefaultAlertsSettings()
                        : patch.withDefaultAlertsSettings());
    }

    private static boolean isWord(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= MAX_TAG_LENGTH;
    }
}
