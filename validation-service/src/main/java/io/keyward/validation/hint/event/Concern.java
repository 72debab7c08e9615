package io.keyward.validation.hint.event;

import io.keyward.validation.keyuse.KeyUse;

/** What a hint is about, as far as it says: which of a project's key uses are to be looked at. */
@FunctionalInterface
public interface Concern {

    /** Whether the hint may be about this key use. */
    boolean includes(KeyUse use);
}
