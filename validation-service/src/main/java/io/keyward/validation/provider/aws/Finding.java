package io.keyward.validation.provider.aws;

import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.Probe;
import io.keyward.validation.provider.aws.call.AwsFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the calls of a check amount to, before it is put into words. */
sealed interface Finding {

    /** The key encrypts and decrypts. */
    record Works(@Nullable Probe freshProbe) implements Finding {}

    /**
     * The customer took the key away. A denial is believed only after our own identity was proved healthy.
     *
     * @param operation the call that told, for example {@code kms:Decrypt}
     * @param failure null when the key's state told
     * @param deletionAt when AWS will delete the key, if it will and said so
     */
    record Taken(
            Reason reason,
            String operation,
            @Nullable AwsFailure failure,
            @Nullable Instant deletionAt) implements Finding {}

    /**
     * The configuration cannot work.
     *
     * @param dataReadable whether something was decrypted all the same
     * @param detail what exactly is wrong, as AWS or we say it
     */
    record Wrong(Problem problem, boolean dataReadable, String detail) implements Finding {}

    /** Nothing was learned. {@code detail} is AWS's or the network's word for why. */
    record NoAnswer(Cause cause, String operation, AwsFailure failure) implements Finding {}
}
