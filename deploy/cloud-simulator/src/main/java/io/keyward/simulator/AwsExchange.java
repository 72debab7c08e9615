package io.keyward.simulator;

import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.control.Disturbance;
import io.keyward.simulator.port.Exchange;
import io.keyward.simulator.port.Response;
import io.keyward.simulator.wire.Answer;
import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.wire.CommonFault;
import java.util.Map;
import java.util.Objects;

/** A request to AWS. */
record AwsExchange(Ticket ticket, PrivatePaths paths, Dispatcher dispatcher) implements Exchange {

    @Override
    public boolean reachable() {
        return paths.open(ticket);
    }

    @Override
    public Disturbance.Target target() {
        return ticket.target();
    }

    @Override
    public Exchange struckBy(Disturbance.Effect effect) {
        return new AwsExchange(ticket.struckBy(effect), paths, dispatcher);
    }

    @Override
    public Response run() {
        return response(dispatcher.run(ticket));
    }

    @Override
    public Response refuse(Disturbance disturbance) {
        return response(dispatcher.refuse(ticket, fault(disturbance), new Footprint()));
    }

    @Override
    public Response failure(Disturbance disturbance) {
        return failure(fault(disturbance));
    }

    @Override
    public void swallow(String how) {
        dispatcher.swallow(ticket, how);
    }

    @Override
    public Response notKept() {
        return failure(CommonFault.INTERNAL_FAILURE.in(ticket.service(), "The state file could not be written."));
    }

    private Response failure(AwsFault fault) {
        return response(ticket.service().protocol().failure(fault, ticket.requestId()));
    }

    private AwsFault fault(Disturbance disturbance) {
        if (disturbance.effect() == Disturbance.Effect.THROTTLE) {
            return CommonFault.THROTTLED.in(ticket.service(), ticket.service().throttledMessage());
        }
        return new AwsFault(
                Objects.requireNonNullElse(disturbance.code(), "InternalFailure"),
                Objects.requireNonNullElse(disturbance.message(), ""),
                Objects.requireNonNullElse(disturbance.status(), 500));
    }

    private static Response response(Answer answer) {
        return new Response(
                answer.status(),
                Map.of("Content-Type", answer.contentType(), "x-amzn-RequestId", answer.requestId()),
                answer.body());
    }
}
