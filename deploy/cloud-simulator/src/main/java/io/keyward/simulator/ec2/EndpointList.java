package io.keyward.simulator.ec2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.world.network.EndpointState;
import io.keyward.simulator.world.network.VpcEndpoint;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** DescribeVpcEndpoints. A token names the last endpoint that was shown, so that what comes and goes between two pages shifts nothing. */
final class EndpointList {

    private static final int MOST = 1000;

    private final Ec2Access access;

    EndpointList(Ec2Access access) {
        this.access = access;
    }

    ObjectNode describeVpcEndpoints(Invocation call) {
        access.require(call, Ec2Access.ANY);
        Parameters parameters = new Parameters(call.input());
        List<Filter> filters = parameters.filters();
        List<VpcEndpoint> matching = chosen(call, parameters.list("VpcEndpointId"))
                .filter(endpoint -> filters.stream().allMatch(filter -> filter.lets(endpoint, call.now())))
                .toList();
        int most = Math.min(MOST, call.input().number("MaxResults", MOST, 1, Integer.MAX_VALUE));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode page = result.putArray("vpcEndpointSet");
        matching.stream().limit(most).forEach(endpoint -> page.add(EndpointView.of(endpoint, call.now())));
        return matching.size() <= most
                ? result
                : result.put("nextToken", token(matching.get(most - 1).id()));
    }

    private Stream<VpcEndpoint> chosen(Invocation call, List<String> ids) {
        if (!ids.isEmpty()) {
            return ids.stream().map(id -> access.find(call, id).orElseThrow(() -> Ec2Faults.noSuchEndpoint(id)));
        }
        List<VpcEndpoint> all = access.owned(call);
        return all.subList(firstOfPage(call, all), all.size()).stream()
                .filter(endpoint -> endpoint.state(call.now()) != EndpointState.GONE);
    }

    private static int firstOfPage(Invocation call, List<VpcEndpoint> all) {
        String token = call.input().text("NextToken", "");
        if (token.isEmpty()) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (token(all.get(i).id()).equals(token)) {
                return i + 1;
            }
        }
        throw Ec2Faults.invalidNextToken();
    }

    private static String token(String lastShown) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lastShown.getBytes(StandardCharsets.UTF_8));
    }
}
