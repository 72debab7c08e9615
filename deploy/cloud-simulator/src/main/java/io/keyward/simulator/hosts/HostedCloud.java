package io.keyward.simulator.hosts;

import io.keyward.simulator.control.ControlRoutes;
import java.util.List;

/** A cloud with hosts. */
public interface HostedCloud {

    /** The services that answer at its hosts. */
    List<HostedService> services();

    /** Adds what can be done to it under {@code /_control}. */
    void mount(ControlRoutes routes);

    /** Undoes what control has set for the time being. What is kept of resources stays. */
    default void reset() {}
}
