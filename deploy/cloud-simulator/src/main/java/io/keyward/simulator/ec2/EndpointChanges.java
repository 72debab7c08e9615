package io.keyward.simulator.ec2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.world.network.EndpointRules;
import io.keyward.simulator.world.network.VpcEndpoint;
import java.util.List;
import java.util.Optional;

/** DeleteVpcEndpoints and ModifyVpcEndpoint. */
final class EndpointChanges {

    private final Ec2Access access;

    EndpointChanges(Ec2Access access) {
        this.access = access;
    }

    /** Deletes those that are there; the others are told one by one, by another code than that of DescribeVpcEndpoints. */
    ObjectNode deleteVpcEndpoints(Invocation call) {
        List<String> ids = new Parameters(call.input()).list("VpcEndpointId");
        if (ids.isEmpty()) {
            throw Ec2Faults.missing("VpcEndpointId");
        }
        ids.forEach(id -> access.require(call, id));
        call.footprint().touches(String.join(",", ids));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode unsuccessful = result.putArray("unsuccessful");
        for (String id : ids) {
            Optional<VpcEndpoint> endpoint = access.find(call, id);
            endpoint.ifPresentOrElse(found -> delete(call, found), () -> tell(unsuccessful, id));
        }
        return result;
    }

    ObjectNode modifyVpcEndpoint(Invocation call) {
        Parameters parameters = new Parameters(call.input());
        String id = parameters.required("VpcEndpointId");
        access.require(call, id);
        VpcEndpoint endpoint = access.find(call, id).orElseThrow(() -> Ec2Faults.noSuchEndpoint(id));
        call.footprint().touches(id);
        Optional<String> policy =
                call.input().flag("ResetPolicy") ? Optional.of(VpcEndpoint.FULL_ACCESS) : parameters.policy();
        policy.map(endpoint::withPolicy).ifPresent(access::keep);
        return JsonNodeFactory.instance.objectNode().put("return", true);
    }

    private void delete(Invocation call, VpcEndpoint endpoint) {
        access.keep(EndpointRules.delete(endpoint, call.now(), access.world().endpointSettings()));
    }

    private static void tell(ArrayNode unsuccessful, String id) {
        ObjectNode item = unsuccessful.addObject().put("resourceId", id);
        item.putObject("error")
                .put("code", "InvalidVpcEndpoint.NotFound")
                .put("message", "The Vpc Endpoint Id '" + id + "' does not exist");
    }
}
