package io.keyward.simulator.hosts;

import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.control.Disturbance;
import io.keyward.simulator.hosts.HostLog.Result;
import io.keyward.simulator.port.Exchange;
import io.keyward.simulator.port.Response;
import java.util.Optional;

/** A request to a host at which a service answers. */
record HostExchange(
        HostCall call, HostedService service, Subject subject, HostLog log, Optional<Disturbance.Effect> hit)
        implements Exchange {

    private static final System.Logger LOG = System.getLogger(HostExchange.class.getName());

    @Override
    public boolean reachable() {
        return call.origin()
                .vpcEndpoint()
                .map(endpoint -> service.reachedThrough(endpoint, call.host()))
                .orElse(true);
    }

    @Override
    public Disturbance.Target target() {
        String path = call.origin().vpcEndpoint().orElse(HostLog.PUBLIC);
        return new Disturbance.Target(subject.region(), service.name(), subject.operation(), path, subject.resource());
    }

    @Override
    public Exchange struckBy(Disturbance.Effect effect) {
        return new HostExchange(call, service, subject, log, Optional.of(effect));
    }

    @Override
    public Response run() {
        Footprint footprint = new Footprint();
        HostReply reply = reply(footprint);
        log.add(this, footprint, Result.of(reply));
        return response(reply);
    }

    @Override
    public Response refuse(Disturbance disturbance) {
        HostReply reply = service.trouble(call, Trouble.of(disturbance));
        log.add(this, new Footprint(), Result.of(reply));
        return response(reply);
    }

    @Override
    public Response failure(Disturbance disturbance) {
        return response(service.trouble(call, Trouble.of(disturbance)));
    }

    @Override
    public void swallow(String how) {
        log.add(this, new Footprint(), Result.swallowed(how));
    }

    @Override
    public Response notKept() {
        return response(service.trouble(call, new Trouble.Broken("The state file could not be written.")));
    }

    private HostReply reply(Footprint footprint) {
        try {
            return service.serve(call, footprint);
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "request " + call.requestId() + " failed", bug);
            return service.trouble(call, new Trouble.Broken("Internal failure."));
        }
    }

    private static Response response(HostReply reply) {
        return new Response(reply.status(), reply.headers(), reply.body());
    }
}
