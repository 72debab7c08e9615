package io.keyward.validation.check.asking;

import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.Probe;
import org.jspecify.annotations.Nullable;

/** What the calls of a check amount to, before it is put into words. */
public sealed interface Finding {

    /** The key encrypts and decrypts. */
    record Works(@Nullable Probe freshProbe) implements Finding {}

    /**
     * The customer took the key away.
     *
     * @param operation the call that told
     * @param failure null when the key's state told
     */
    record Taken(Reason reason, String operation, @Nullable Failure failure) implements Finding {}

    /**
     * The configuration cannot work.
     *
     * @param dataReadable whether something was decrypted all the same
     * @param detail what exactly is wrong, as the cloud or we say it
     */
    record Wrong(Problem problem, boolean dataReadable, String detail) implements Finding {}

    /** Nothing was learned. */
    record NoAnswer(Cause cause, String operation, Failure failure) implements Finding {}
}
