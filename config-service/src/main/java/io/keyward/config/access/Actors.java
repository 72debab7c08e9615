package io.keyward.config.access;

import io.keyward.access.Caller;
import io.keyward.contracts.Actor;

/** Who an event says it was. */
public final class Actors {
    private Actors() {}

    /** The caller of a request, as the cause of an event. */
    public static Actor of(Caller caller) {
        return caller.actor();
    }
}
