package io.keyward.validation.enforcement.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a cluster may not run. A cluster keeps a set of them and runs when it is empty.
 *
 * @param keyUseId the key use that was revoked; null where the reason is no key, like the next two
 * @param key full name of the key at its provider
 * @param region as the provider spells it
 * @param reason symbolic, for example {@code KEY_DISABLED}
 * @param explanation for an operator: what happened
 * @param since since when the reason holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StopReason(
        Kind kind,
        @Nullable String keyUseId,
        @Nullable String key,
        @Nullable String region,
        String reason,
        String explanation,
        Instant since) {

    /** Who may lift the reason again. */
    public enum Kind {
        /** A person stopped it, and a person starts it again. */
        HAND,
        /** The customer took the key away. The only kind that a key's recovery lifts. */
        KEY,
        /** Its shape does not go with private networking. */
        MULTI_CLOUD
    }

    /** A person paused it. */
    public static StopReason byHand(Instant since, @Nullable String who) {
        var explanation = who == null ? "Paused by hand." : "Paused by " + who + ".";
        return new StopReason(Kind.HAND, null, null, null, "PAUSED_BY_HAND", explanation, since);
    }

    /** Whether it is the key use that stands against the cluster. */
    public boolean isOf(String otherKeyUseId) {
        return otherKeyUseId.equals(keyUseId);
    }
}
