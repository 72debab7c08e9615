package io.keyward.validation.enforcement.mode;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.validation.enforcement.plan.Mode;
import org.jspecify.annotations.Nullable;

/**
 * How far enforcement may go in a project.
 *
 * @param effectiveMode what holds for it
 * @param frozen whether operators froze enforcement everywhere: then nothing is newly stopped, whatever the mode
 * @param frozenReason why; absent when it is not
 * @param mode what was set for it; null when it follows the installation
 */
public record ModeView(
        Mode effectiveMode,
        boolean frozen,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String frozenReason,
        String groupId,
        @Nullable Mode mode) {

    static ModeView of(ModeEntity row, Mode effective, FreezeView freeze) {
        return new ModeView(
                effective, freeze.frozen(), freeze.frozen() ? freeze.reason() : null, row.groupId, row.mode);
    }
}
