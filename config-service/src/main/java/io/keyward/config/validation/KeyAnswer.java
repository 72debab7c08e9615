package io.keyward.config.validation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.keyward.contracts.KeyEvent.ProviderCall;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one check of a key found, each step of it on a fresh session. Nothing was recorded.
 *
 * @param reason symbolic, see {@link CheckReason}; absent when valid
 * @param explanation for an operator: what happened
 * @param remedy for an operator: what to do
 * @param key the key's full ARN as far as it could be learned; otherwise as asked
 * @param calls the provider calls that were made, in order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeyAnswer(
        Outcome outcome,
        @Nullable String reason,
        String explanation,
        @Nullable String remedy,
        @Nullable String key,
        @Nullable List<ProviderCall> calls) {

    public KeyAnswer {
        Objects.requireNonNull(outcome, "an answer without an outcome");
    }

    /** The four answers; see the check feature of validation-service for what follows from each. */
    public enum Outcome {
        VALID,
        REVOKED,
        UNUSABLE,
        INCONCLUSIVE
    }

    /** The calls; empty when none were told. */
    public List<ProviderCall> callsMade() {
        return calls == null ? List.of() : calls;
    }
}
