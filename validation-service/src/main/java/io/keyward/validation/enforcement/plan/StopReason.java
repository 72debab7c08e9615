package io.keyward.validation.enforcement.plan;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Why a cluster may not run. A cluster keeps a set of them and runs when it is empty.
 *
 * @param keyUseId the key use that was revoked
 * @param key full name of the key at its provider
 * @param region as the provider spells it
 * @param reason symbolic, for example {@code KEY_DISABLED}
 * @param explanation for an operator: what happened
 * @param since since when the reason holds
 */
public record StopReason(
        Kind kind, String keyUseId, String key, String region, String reason, String explanation, Instant since) {

    /** Who may lift the reason again. */
    public enum Kind {
        /** A person stopped it, and a person starts it again. */
        HAND,
        /** The customer took the key away. The only kind that a key's recovery lifts. */
        KEY,
        /** Its shape does not go with private networking. */
        MULTI_CLOUD
    }

    /** The reasons that hold now: those of other kinds stay as they are, those of kind KEY are the given ones. */
    public static Set<StopReason> withKeyReasons(Set<StopReason> held, Set<StopReason> keyReasons) {
        Set<StopReason> now = new LinkedHashSet<>(keyReasons);
        held.stream().filter(reason -> reason.kind() != Kind.KEY).forEach(now::add);
        return now;
    }
}
