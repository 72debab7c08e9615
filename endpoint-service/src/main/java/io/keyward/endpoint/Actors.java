package io.keyward.endpoint;

import io.keyward.contracts.Actor;

/** Who caused an event when nobody asked for it. */
public final class Actors {
    /** This service, acting by itself. */
    public static final Actor SELF = Actor.system("endpoint-service");

    private Actors() {}
}
