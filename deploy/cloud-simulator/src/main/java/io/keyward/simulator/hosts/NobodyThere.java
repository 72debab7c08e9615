package io.keyward.simulator.hosts;

import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.control.Disturbance;
import io.keyward.simulator.hosts.HostLog.Result;
import io.keyward.simulator.port.Exchange;
import io.keyward.simulator.port.Response;
import java.util.Map;
import java.util.Optional;

/** A request to a host that does not exist. It never gets an answer, so it has none. */
record NobodyThere(HostCall call, HostLog log) implements Exchange {

    @Override
    public boolean reachable() {
        return false;
    }

    @Override
    public Disturbance.Target target() {
        String path = call.origin().vpcEndpoint().orElse(HostLog.PUBLIC);
        return new Disturbance.Target(Subject.GLOBAL, Subject.NONE, Subject.NONE, path, call.host());
    }

    @Override
    public Exchange struckBy(Disturbance.Effect effect) {
        return this;
    }

    @Override
    public Response run() {
        return nothing();
    }

    @Override
    public Response refuse(Disturbance disturbance) {
        return nothing();
    }

    @Override
    public Response failure(Disturbance disturbance) {
        return nothing();
    }

    @Override
    public void swallow(String how) {
        log.add(call, target(), Optional.empty(), new Footprint(), Result.swallowed(how));
    }

    @Override
    public Response notKept() {
        return nothing();
    }

    private static Response nothing() {
        return new Response(502, Map.of(), new byte[0]);
    }
}
