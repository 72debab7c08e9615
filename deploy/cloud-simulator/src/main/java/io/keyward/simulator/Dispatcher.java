package io.keyward.simulator;

import io.keyward.simulator.access.AccessControl;
import io.keyward.simulator.access.Authenticator;
import io.keyward.simulator.access.Caller;
import io.keyward.simulator.access.SessionTokens;
import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.call.Input;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.call.Operation;
import io.keyward.simulator.control.OperationLog;
import io.keyward.simulator.ec2.Ec2Operations;
import io.keyward.simulator.events.EventBridge;
import io.keyward.simulator.iam.IamOperations;
import io.keyward.simulator.kms.KmsOperations;
import io.keyward.simulator.kms.KmsTimers;
import io.keyward.simulator.sts.StsOperations;
import io.keyward.simulator.wire.Answer;
import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.wire.AwsService;
import io.keyward.simulator.wire.CommonFault;
import io.keyward.simulator.wire.Signature;
import io.keyward.simulator.world.World;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs one request: who is it, what does it want, may it, and what comes of it. Everything is logged, refusals too. */
final class Dispatcher {

    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    /** What came of a request. */
    private record Result(String outcome, @Nullable String message, boolean executed) {
        static final Result OK = new Result("OK", null, true);
    }

    private final Authenticator authenticator;
    private final Map<AwsService, Map<String, Operation>> operations;
    private final KmsTimers timers;
    private final OperationLog log;
    private final SimulatedClock clock;
    private final PrivatePaths paths;
    private final EventBridge bridge;

    Dispatcher(World world, OperationLog log, SimulatedClock clock, PrivatePaths paths, EventBridge bridge) {
        SessionTokens tokens = new SessionTokens(world);
        AccessControl control = new AccessControl(world);
        this.authenticator = new Authenticator(world, tokens, Accounts.CUSTOMER);
        this.operations = Map.of(
                AwsService.KMS, KmsOperations.table(world, control),
                AwsService.STS, StsOperations.table(world, control, tokens),
                AwsService.IAM, IamOperations.table(world, control),
                AwsService.EC2, Ec2Operations.table(world, control));
        this.timers = new KmsTimers(world);
        this.log = log;
        this.clock = clock;
        this.paths = paths;
        this.bridge = bridge;
    }

    Answer run(Ticket ticket) {
        Footprint footprint = new Footprint();
        try {
            timers.settle(clock.now());
            return run(ticket, footprint);
        } catch (AwsFault fault) {
            return refuse(ticket, fault, footprint);
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "request " + ticket.requestId() + " failed", bug);
            return refuse(ticket, CommonFault.INTERNAL_FAILURE.in(ticket.service(), "Internal failure."), footprint);
        }
    }

    /** The answer to a request that was refused, whoever refused it. */
    Answer refuse(Ticket ticket, AwsFault fault, Footprint footprint) {
        record(ticket, footprint, new Result(fault.code(), fault.text(), false));
        return ticket.service().protocol().failure(fault, ticket.requestId());
    }

    /** Notes a request that got no answer at all. */
    void swallow(Ticket ticket, String how) {
        record(ticket, new Footprint(), new Result(how, null, false));
    }

    private Answer run(Ticket ticket, Footprint footprint) {
        AwsService service = ticket.service();
        Caller caller = authenticate(ticket);
        footprint.isOf(caller.arn());
        String name = service.protocol().operation(ticket.call());
        Operation operation = Optional.ofNullable(
                        operations.getOrDefault(service, Map.of()).get(name))
                .orElseThrow(() -> CommonFault.UNKNOWN_OPERATION.in(service, "Could not find operation " + name));
        Input input = new Input(service, service.protocol().input(ticket.call()));
        footprint.encrypts(input.texts("EncryptionContext"));
        Invocation invocation =
                new Invocation(service, name, ticket.region(), caller, input, ticket.origin(), footprint, clock.now());
        Answer answer = service.protocol().success(name, operation.run(invocation), ticket.requestId());
        record(ticket, footprint, Result.OK);
        bridge.happened(invocation, ticket.requestId());
        return answer;
    }

    private Caller authenticate(Ticket ticket) {
        AwsService service = ticket.service();
        Signature signature = ticket.signature()
                .orElseThrow(() ->
                        CommonFault.MISSING_AUTHENTICATION.in(service, "Request is missing Authentication Token"));
        if (AwsService.signedFor(signature.service()).isEmpty()) {
            throw CommonFault.SIGNATURE_MISMATCH.in(
                    service, "Credential should be scoped to correct service: '" + service.signingName() + "'.");
        }
        paths.requireServed(ticket);
        return authenticator.authenticate(ticket.call(), signature, service, clock.realNow(), clock.now());
    }

    private void record(Ticket ticket, Footprint footprint, Result result) {
        log.add(new OperationLog.Entry(
                log.nextNumber(),
                clock.now(),
                ticket.requestId(),
                ticket.service().signingName(),
                ticket.operation(),
                ticket.region(),
                ticket.path(),
                footprint.caller().orElse(null),
                footprint.resource().orElse(null),
                footprint.encryptionContext(),
                result.outcome(),
                result.message(),
                result.executed(),
                ticket.struckBy().map(Enum::name).orElse(null)));
    }
}
