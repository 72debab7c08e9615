package io.keyward.config.access;

import io.keyward.access.Caller;
import io.keyward.contracts.Actor;

/** Who an event says it was. */
public final class Actors {
    private Actors() {}

    /** The caller of a request, as the cause of an event. */
    public static Actor of(Caller caller) {
        String type =
                switch (caller.kind()) {
                    case API_KEY -> Actor.API_KEY;
                    case DRIVER -> Actor.DRIVER;
                };
        return new Actor(type, caller.id(), caller.name(), caller.address());
    }
}
