package io.keyward.validation;

import io.keyward.access.Caller;
import io.keyward.contracts.Actor;

/** Who caused an event. */
public final class Actors {
    /** This service, acting by itself. */
    public static final Actor SELF = Actor.system("validation-service");

    private Actors() {}

    /** The sender of the request under way. */
    public static Actor of(Caller caller) {
        return caller.actor();
    }
}
