package io.keyward.validation.alert.request;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What every field has to be, named by its place in the request. No value that was sent is ever repeated: it may be a secret. */
final class Demands {
    private static final int LONGEST = 1000;

    private Demands() {}

    /** Some text that is not blank. */
    static String text(String path, @Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, path);
        }
        return noLonger(path, sent, LONGEST);
    }

    /** Text that may be left out. */
    static @Nullable String optionalText(String path, @Nullable String sent, int longest) {
        return sent == null || sent.isBlank() ? null : noLonger(path, sent, longest);
    }

    /** One of some words, the first of them when none was sent. */
    static String oneOf(String path, @Nullable String sent, Collection<String> words) {
        if (sent == null || sent.isBlank()) {
            return words.iterator().next();
        }
        if (!words.contains(sent)) {
            throw notOneOf(path, String.join(", ", words));
        }
        return sent;
    }

    /** A whole number within bounds. */
    static int within(String path, int sent, int least, int most) {
        if (sent < least || sent > most) {
            throw unusable(path, "must be between " + least + " and " + most);
        }
        return sent;
    }

    static Refusal notOneOf(String path, String words) {
        return Refusal.of(ErrorCode.INVALID_ENUM_VALUE, path, words).withField(path, "must be one of " + words);
    }

    /** @param demand what it must be, for people */
    static Refusal unusable(String path, String demand) {
        return Refusal.of(ErrorCode.INVALID_ATTRIBUTE, path)
                .withDetail("The attribute " + path + " " + demand + ".")
                .withField(path, demand);
    }

    private static String noLonger(String path, String sent, int longest) {
        if (sent.length() > longest) {
            throw unusable(path, "must not be longer than " + longest + " characters");
        }
        return sent;
    }
}
