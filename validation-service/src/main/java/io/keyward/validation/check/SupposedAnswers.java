package io.keyward.validation.check;

import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;

/** What a check would answer, without asking anybody: the same words that a real one would find. */
public interface SupposedAnswers {

    /** The answer if the key had been taken away like that. It has no calls, because none were made. */
    Revoked revoked(KeyRef key, Reason reason);
}
