package io.keyward.simulator.ec2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.world.network.EndpointState;
import io.keyward.simulator.world.network.Phase;
import io.keyward.simulator.world.network.VpcEndpoint;
import java.time.Instant;
import java.util.List;

/** An endpoint as EC2 describes it. */
final class EndpointView {

    static final String TYPE = "Interface";

    /** The zone that AWS's own endpoint names live in. */
    private static final String HOSTED_ZONE = "Z7HUB22UULQXV";

    /** A zone that only the VPC asks. */
    private static final String PRIVATE_ZONE = "Z0C0FFEE0000000000001";

    private EndpointView() {}

    static ObjectNode of(VpcEndpoint endpoint, Instant now) {
        Phase phase = endpoint.at(now);
        VpcEndpoint.Wish wish = endpoint.wish();
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("vpcEndpointId", endpoint.id()).put("vpcEndpointType", TYPE).put("vpcId", wish.vpcId());
        view.put("serviceName", endpoint.serviceName()).put("state", stateOf(phase));
        view.put("policyDocument", endpoint.policy()).put("privateDnsEnabled", wish.privateDns());
        view.put("requesterManaged", false).put("ipAddressType", "ipv4").put("ownerId", endpoint.account());
        view.put("creationTimestamp", endpoint.createdAt().toString());
        addNetwork(view, endpoint);
        ArrayNode tags = view.putArray("tagSet");
        wish.tags().forEach((key, value) -> tags.addObject().put("key", key).put("value", value));
        Phase.Trouble trouble = phase.trouble();
        if (trouble != null) {
            view.putObject("lastError").put("code", trouble.code()).put("message", trouble.message());
        }
        return view;
    }

    private static void addNetwork(ObjectNode view, VpcEndpoint endpoint) {
        List<String> subnets = endpoint.wish().subnetIds();
        ArrayNode subnetIds = view.putArray("subnetIdSet");
        ArrayNode interfaces = view.putArray("networkInterfaceIdSet");
        for (int i = 0; i < subnets.size(); i++) {
            subnetIds.add(subnets.get(i));
            interfaces.add("eni-%s%02x".formatted(endpoint.id().substring("vpce-".length() + 2), i));
        }
        ArrayNode groups = view.putArray("groupSet");
        endpoint.wish()
                .securityGroupIds()
                .forEach(id -> groups.addObject().put("groupId", id).put("groupName", "endpoints"));
        ArrayNode names = view.putArray("dnsEntrySet");
        names.addObject().put("dnsName", dnsName(endpoint)).put("hostedZoneId", HOSTED_ZONE);
        if (endpoint.wish().privateDns()) {
            names.addObject()
                    .put("dnsName", "kms.%s.amazonaws.com".formatted(endpoint.region()))
                    .put("hostedZoneId", PRIVATE_ZONE);
        }
    }

    /** A token that outlives its endpoint is answered with what is left of it. */
    private static String stateOf(Phase phase) {
        return (phase.state() == EndpointState.GONE ? EndpointState.DELETED : phase.state()).wireName();
    }

    private static String dnsName(VpcEndpoint endpoint) {
        String suffix = endpoint.id().substring(endpoint.id().length() - 8);
        return "%s-%s.kms.%s.vpce.amazonaws.com".formatted(endpoint.id(), suffix, endpoint.region());
    }
}
