package io.keyward.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a service frames operations, results and errors. */
public sealed interface Protocol permits JsonProtocol, QueryProtocol, Ec2Protocol {

    /** The operation asked for; fails with the protocol's own fault when the request names none. */
    String operation(HttpCall call);

    /** The operation's parameters. The query protocol knows strings only, under their flattened names. */
    ObjectNode input(HttpCall call);

    Answer success(String operation, ObjectNode result, String requestId);

    Answer failure(AwsFault fault, String requestId);

    /** The code that this protocol uses for a fault which every service has. */
    String codeOf(CommonFault fault);

    /** The HTTP status that goes with {@link #codeOf}; clients that decide by status instead of code are wrong, but exist. */
    int statusOf(CommonFault fault);
}
