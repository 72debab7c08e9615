package io.keyward.validation.alert.request;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.validation.alert.channel.Redaction;
import io.keyward.validation.alert.channel.Secret;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of one notification. One that is not sent, or sent as it is shown, stays as it was; one that is sent is sealed; an optional one that is sent
 * empty goes.
 *
 * @param path of the notification in the request
 * @param earlier what there was before, by field
 * @param sealing makes of a secret what may be stored
 */
record SecretRules(String path, Map<String, Secret> earlier, UnaryOperator<String> sealing) {
    private static final int LONGEST = 1000;

    /** @param redaction what is shown of it from now on */
    Secret required(String field, @Nullable String sent, UnaryOperator<String> redaction) {
        var kept = earlier.get(field);
        if (sent == null || sent.isBlank()) {
            if (kept == null) {
                throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, place(field));
            }
            return kept;
        }
        if (kept != null && kept.shown().equals(sent)) {
            return kept;
        }
        return sealed(field, sent, redaction);
    }

    /** @param redaction what is shown of it from now on */
    @Nullable
    Secret optional(String field, @Nullable String sent, UnaryOperator<String> redaction) {
        if (sent == null) {
            return earlier.get(field);
        }
        return sent.isBlank() ? null : required(field, sent, redaction);
    }

    private Secret sealed(String field, String sent, UnaryOperator<String> redaction) {
        if (Redaction.isShown(sent)) {
            throw Demands.unusable(
                    place(field), "is redacted, and not as this notification shows it: send it in clear");
        }
        if (sent.length() > LONGEST) {
            throw Demands.unusable(place(field), "must not be longer than " + LONGEST + " characters");
        }
        return new Secret(sealing.apply(sent), redaction.apply(sent));
    }

    private String place(String field) {
        return path + "." + field;
    }
}
