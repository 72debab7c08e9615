package io.keyward.validation.enforcement.mode;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.validation.enforcement.plan.Mode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which mode a project is to have. Null has to be said: an empty body must not make clusters stop.
 *
 * @param mode {@code OBSERVE}, {@code ENFORCE}, or a JSON null to follow the installation; a Java null when it was left out
 */
record ModeRequest(@Nullable JsonNode mode) {
    private static final String MODES =
            Arrays.stream(Mode.values()).map(Mode::name).collect(Collectors.joining(", "));

    /** The mode that is asked for; null to follow the installation. Refused when it was left out or is none. */
    @Nullable
    Mode wanted() {
        if (mode == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "mode")
                    .withField("mode", "must be one of " + MODES + ", or null to follow the installation");
        }
        return mode.isNull() ? null : parse(mode);
    }

    private static Mode parse(JsonNode mode) {
        return Arrays.stream(Mode.values())
                .filter(one -> mode.isTextual() && one.name().equals(mode.textValue()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(ErrorCode.INVALID_ENUM_VALUE, "mode", MODES)
                        .withField("mode", "must be one of " + MODES + ", or null to follow the installation"));
    }
}
