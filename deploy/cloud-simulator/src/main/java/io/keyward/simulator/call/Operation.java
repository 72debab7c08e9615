package io.keyward.simulator.call;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of a service: reads its input, decides, changes the world, returns the result's fields. Refuses by AwsFault. */
@FunctionalInterface
public interface Operation {
    ObjectNode run(Invocation invocation);
}
