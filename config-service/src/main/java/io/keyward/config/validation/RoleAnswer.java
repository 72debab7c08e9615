package io.keyward.config.validation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a role let us in; a refusal was asked again for a few seconds first, since fresh roles take a while to be known everywhere.
 *
 * @param explanation for an operator: what happened
 * @param remedy for an operator: what to do
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RoleAnswer(
        Outcome outcome, String explanation, @Nullable String remedy) {

    public RoleAnswer {
        Objects.requireNonNull(outcome, "an answer without an outcome");
    }

    /** What was learned. */
    public enum Outcome {
        ASSUMABLE,
        REFUSED,
        INCONCLUSIVE
    }
}
