package io.keyward.simulator.port;

import io.keyward.simulator.control.Disturbance;

/** A request that is read, and whoever is to answer it. The port decides whether, when and with what; the exchange knows what that looks like. */
public interface Exchange {

    /** Whether there is anything at the other end of the way that the request came. */
    boolean reachable();

    /** What selectors of disturbances look at. */
    Disturbance.Target target();

    /** The same request, remembered as having been hit. */
    Exchange struckBy(Disturbance.Effect effect);

    /** Carries it out. A refusal is an answer like any other. Logged. */
    Response run();

    /** Refuses it for no reason of its own, as a disturbance says. Logged. */
    Response refuse(Disturbance disturbance);

    /** What {@link #refuse} answers; not logged, because the request was carried out. */
    Response failure(Disturbance disturbance);

    /** Logs that nobody got an answer. */
    void swallow(String how);

    /** The answer when the state file could not be written. */
    Response notKept();
}
