package io.keyward.simulator.ec2;

import io.keyward.simulator.access.AccessControl;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.policy.Decision;
import io.keyward.simulator.wire.AwsService;
import io.keyward.simulator.wire.CommonFault;
import io.keyward.simulator.world.World;
import io.keyward.simulator.world.network.EndpointState;
import io.keyward.simulator.world.network.VpcEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The way to endpoints: those of the caller's own account in the region, if the policies let it. */
final class Ec2Access {

    static final String ANY = "*";

    private static final Pattern ID = Pattern.compile("vpce-[0-9a-f]{8,17}");

    private final World world;
    private final AccessControl control;

    Ec2Access(World world, AccessControl control) {
        this.world = world;
        this.control = control;
    }

    World world() {
        return world;
    }

    /** Permission for the operation on one endpoint, or on {@link #ANY}; ends a dry run that has it. */
    void require(Invocation call, String id) {
        requireAction(call, call.action(), id);
        if (call.input().flag("DryRun")) {
            throw Ec2Faults.dryRun();
        }
    }

    /** Permission for an action that the operation takes along. */
    void requireAction(Invocation call, String action, String id) {
        String arn = id.equals(ANY)
                ? ANY
                : "arn:aws:ec2:%s:%s:vpc-endpoint/%s"
                        .formatted(call.region(), call.caller().account(), id);
        AccessControl.Resource resource =
                new AccessControl.Resource(arn, call.caller().account(), Optional.empty());
        Decision decision = control.decide(call.caller(), action, resource, call.conditions(Map.of()));
        if (decision instanceof Decision.Denied denied) {
            throw CommonFault.ACCESS_DENIED.in(
                    AwsService.EC2,
                    "You are not authorized to perform this operation. User: %s is not authorized to perform: %s on resource: %s %s"
                            .formatted(call.caller().arn(), action, arn, denied.because(action)));
        }
    }

    /** All that EC2 would still find, oldest first. */
    List<VpcEndpoint> visible(Invocation call) {
        return owned(call).stream()
                .filter(endpoint -> endpoint.state(call.now()) != EndpointState.GONE)
                .toList();
    }

    /** All that ever were, oldest first. */
    List<VpcEndpoint> owned(Invocation call) {
        return world.endpoints().all().stream()
                .filter(endpoint -> owns(call, endpoint))
                .toList();
    }

    /** The endpoint, unless it is unknown, another's, in another region, or gone. */
    Optional<VpcEndpoint> find(Invocation call, String id) {
        if (!ID.matcher(id).matches()) {
            throw Ec2Faults.malformedEndpointId(id);
        }
        return world.endpoints()
                .find(id)
                .filter(endpoint -> owns(call, endpoint))
                .filter(endpoint -> endpoint.state(call.now()) != EndpointState.GONE);
    }

    void keep(VpcEndpoint endpoint) {
        world.endpoints().put(endpoint.id(), endpoint);
    }

    private static boolean owns(Invocation call, VpcEndpoint endpoint) {
        return endpoint.account().equals(call.caller().account())
                && endpoint.region().equals(call.region());
    }
}
