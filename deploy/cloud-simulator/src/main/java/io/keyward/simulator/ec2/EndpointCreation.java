package io.keyward.simulator.ec2;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.world.World;
import io.keyward.simulator.world.network.CreationOutcome;
import io.keyward.simulator.world.network.EndpointRules;
import io.keyward.simulator.world.network.Network;
import io.keyward.simulator.world.network.VpcEndpoint;
import io.keyward.simulator.world.network.VpcEndpoint.Wish;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CreateVpcEndpoint. */
final class EndpointCreation {

    private static final int LONGEST_TOKEN = 64;

    private final Ec2Access access;
    private final World world;
    private final Network network;

    EndpointCreation(Ec2Access access, Network network) {
        this.access = access;
        this.world = access.world();
        this.network = network;
    }

    ObjectNode createVpcEndpoint(Invocation call) {
        access.require(call, Ec2Access.ANY);
        Wish wish = wish(call, new Parameters(call.input()));
        VpcEndpoint endpoint = madeBefore(call, wish).orElseGet(() -> make(call, wish));
        call.footprint().touches(endpoint.id());
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.set("vpcEndpoint", EndpointView.of(endpoint, call.now()));
        return wish.clientToken() == null ? result : result.put("clientToken", wish.clientToken());
    }

    private Wish wish(Invocation call, Parameters parameters) {
        Optional<String> token = call.input().text("ClientToken").filter(text -> !text.isEmpty());
        token.filter(text -> text.length() > LONGEST_TOKEN).ifPresent(text -> {
            throw Ec2Faults.invalid("clientToken", text, "At most " + LONGEST_TOKEN + " characters.");
        });
        List<String> groups = parameters.list("SecurityGroupId");
        return new Wish(
                token.orElse(null),
                parameters.fingerprint(),
                parameters.required("VpcId"),
                parameters.list("SubnetId"),
                groups.isEmpty() ? List.of(network.securityGroupId()) : groups,
                call.input().flag("PrivateDnsEnabled"),
                parameters.tags());
    }

    /** The endpoint that this client token has made already, in whatever state it is by now. */
    private Optional<VpcEndpoint> madeBefore(Invocation call, Wish wish) {
        if (wish.clientToken() == null) {
            return Optional.empty();
        }
        Optional<VpcEndpoint> before = access.owned(call).stream()
                .filter(endpoint -> wish.clientToken().equals(endpoint.wish().clientToken()))
                .findFirst();
        before.filter(endpoint -> !endpoint.wish().fingerprint().equals(wish.fingerprint()))
                .ifPresent(other -> {
                    throw Ec2Faults.otherParameters();
                });
        return before;
    }

    private VpcEndpoint make(Invocation call, Wish wish) {
        Parameters parameters = new Parameters(call.input());
        requireService(call, parameters);
        requireNetwork(call, wish);
        requireRoom(call, wish);
        VpcEndpoint endpoint = new VpcEndpoint(
                VpcEndpoint.freshId(),
                call.caller().account(),
                call.region(),
                call.now().truncatedTo(ChronoUnit.MILLIS),
                wish,
                parameters.policy().orElse(VpcEndpoint.FULL_ACCESS),
                EndpointRules.created(call.now(), world.endpointSettings(), outcome(call.region())));
        access.keep(endpoint);
        return endpoint;
    }

    private static void requireService(Invocation call, Parameters parameters) {
        String service = parameters.required("ServiceName");
        if (!service.equals(VpcEndpoint.serviceName(call.region()))) {
            throw Ec2Faults.noSuchService(service);
        }
        String type = call.input().text("VpcEndpointType", "Gateway");
        if (!type.equals(EndpointView.TYPE)) {
            throw Ec2Faults.wrongType(type);
        }
    }

    private void requireNetwork(Invocation call, Wish wish) {
        boolean known = network.account().equals(call.caller().account())
                && network.vpcId().equals(wish.vpcId());
        if (!known) {
            throw Ec2Faults.noSuchVpc(wish.vpcId());
        }
        wish.subnetIds().stream()
                .filter(id -> !network.subnetIds().contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw Ec2Faults.noSuchSubnet(id);
                });
        wish.securityGroupIds().stream()
                .filter(id -> !network.securityGroupId().equals(id))
                .findFirst()
                .ifPresent(id -> {
                    throw Ec2Faults.noSuchSecurityGroup(id);
                });
    }

    private void requireRoom(Invocation call, Wish wish) {
        List<VpcEndpoint> living = access.visible(call).stream()
                .filter(endpoint -> !endpoint.state(call.now()).leaving())
                .toList();
        if (wish.privateDns()
                && living.stream().anyMatch(endpoint -> endpoint.wish().privateDns())) {
            throw Ec2Faults.privateDnsTaken(call.region(), wish.vpcId());
        }
        Integer limit = world.endpointSettings().limitPerVpc();
        if (limit != null && living.size() >= limit) {
            throw Ec2Faults.limitExceeded();
        }
    }

    /** What control wants to become of it, if anything; used up by being asked. */
    private Optional<CreationOutcome> outcome(String region) {
        Optional<Map.Entry<String, CreationOutcome>> found = world.endpointCreations().byName().entrySet().stream()
                .filter(entry -> entry.getValue().concerns(region))
                .findFirst();
        Optional<CreationOutcome> outcome = found.map(Map.Entry::getValue);
        found.map(Map.Entry::getKey).ifPresent(this::use);
        return outcome;
    }

    private void use(String name) {
        world.endpointCreations().find(name).map(CreationOutcome::calls).ifPresent(calls -> {
            if (calls <= 1) {
                world.endpointCreations().remove(name);
            } else {
                world.endpointCreations().change(name, outcome -> outcome.withCalls(calls - 1));
            }
        });
    }
}
