package io.keyward.simulator.hosts;

import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.control.Disturbance;
import io.keyward.simulator.control.OperationLog;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes requests to hosts into the log that all clouds share. */
record HostLog(OperationLog log, InstantSource now) {

    static final String PUBLIC = "public";

    /** What came of a request. */
    record Result(String outcome, @Nullable String message, boolean executed) {

        static Result of(HostReply reply) {
            return new Result(reply.outcome(), reply.message(), reply.executed());
        }

        /** Nobody got an answer. */
        static Result swallowed(String how) {
            return new Result(how, null, false);
        }
    }

    void add(HostExchange exchange, Footprint footprint, Result result) {
        add(exchange.call(), exchange.target(), exchange.hit(), footprint, result);
    }

    void add(
            HostCall call,
            Disturbance.Target target,
            Optional<Disturbance.Effect> hit,
            Footprint footprint,
            Result result) {
        log.add(new OperationLog.Entry(
                log.nextNumber(),
                now.instant(),
                call.requestId(),
                target.service(),
                target.operation(),
                target.region(),
                target.path(),
                footprint.caller().orElse(null),
                footprint.resource().orElse(target.resource()),
                footprint.encryptionContext(),
                result.outcome(),
                result.message(),
                result.executed(),
                hit.map(Enum::name).orElse(null)));
    }
}
