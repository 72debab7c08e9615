package io.keyward.validation.check;

import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;

/** What a check of one cloud's keys would answer, without asking anybody: the same words that a real one would find. */
public interface SupposedAnswers<K extends KeyRef> {

    /** The answer if the key had been taken away like that. It has no calls, because none were made. */
    Revoked revoked(K key, Reason reason);
}
