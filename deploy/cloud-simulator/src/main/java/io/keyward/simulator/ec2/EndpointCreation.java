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
import java.util.stream.Stream;

/** CreateVpcEndpoint. */
final class EndpointCreation {

    private static final int LONGEST_TOKEN = 64;

    private final Ec2Access access;
    private final World world;

    EndpointCreation(Ec2Access access) {
        this.access = access;
        this.world = access.world();
    }

    ObjectNode createVpcEndpoint(Invocation call) {
        Parameters parameters = new Parameters(call.input());
        if (!parameters.tags().isEmpty()) {
            access.requireAction(call, "ec2:CreateTags", Ec2Access.ANY);
        }
        access.require(call, Ec2Access.ANY);
        Wish wish = wish(call, parameters);
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
                groups.isEmpty() ? defaultGroup(parameters.required("VpcId")) : groups,
                call.input().flag("PrivateDnsEnabled"),
                parameters.tags());
    }

    private List<String> defaultGroup(String vpcId) {
        return world.networks()
                .find(vpcId)
                .map(Network::securityGroupId)
                .map(List::of)
                .orElseGet(List::of);
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
        Network network = requireNetwork(call, wish);
        requireRoom(call, wish);
        requirePrivateName(call, wish, network);
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

    private Network requireNetwork(Invocation call, Wish wish) {
        Network network = networks(call)
                .filter(one -> one.vpcId().equals(wish.vpcId()))
                .findFirst()
                .orElseThrow(() -> Ec2Faults.noSuchVpc(wish.vpcId()));
        wish.subnetIds().stream()
                .filter(id -> !network.subnetIds().contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw networks(call).anyMatch(one -> one.subnetIds().contains(id))
                            ? Ec2Faults.subnetOfAnotherVpc(id, wish.vpcId())
                            : Ec2Faults.noSuchSubnet(id);
                });
        wish.securityGroupIds().stream()
                .filter(id -> !network.securityGroupIds().contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw Ec2Faults.noSuchSecurityGroup(id);
                });
        return network;
    }

    private Stream<Network> networks(Invocation call) {
        return world.networks().all().stream()
                .filter(network -> network.account().equals(call.caller().account()));
    }

    private void requireRoom(Invocation call, Wish wish) {
        Integer limit = world.endpointSettings().limitPerVpc();
        if (limit != null && living(call, wish.vpcId()).count() >= limit) {
            throw Ec2Faults.limitExceeded();
        }
    }

    /** One endpoint of a VPC can answer under the service's own name, if the VPC resolves such names at all. */
    private void requirePrivateName(Invocation call, Wish wish, Network network) {
        if (!wish.privateDns()) {
            return;
        }
        if (!network.resolvesPrivateNames()) {
            throw Ec2Faults.privateDnsImpossible(wish.vpcId());
        }
        boolean taken = living(call, wish.vpcId())
                .filter(endpoint -> !endpoint.state(call.now()).refused())
                .anyMatch(endpoint -> endpoint.wish().privateDns());
        if (taken) {
            throw Ec2Faults.privateDnsTaken(call.region(), wish.vpcId());
        }
    }

    private Stream<VpcEndpoint> living(Invocation call, String vpcId) {
        return access.visible(call).stream()
                .filter(endpoint -> endpoint.wish().vpcId().equals(vpcId))
                .filter(endpoint -> !endpoint.state(call.now()).leaving());
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
