package io.keyward.simulator.azure.arm.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.link.LinkRules;
import io.keyward.simulator.azure.world.link.PrivateEndpoint;
import io.keyward.simulator.azure.world.link.Provisioning;
import io.keyward.simulator.hosts.HostReply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Private endpoints, as whoever makes them manages them. */
final class EndpointOperations {

    private static final String BETWEEN = "~";
    private static final int PAGE = 50;

    private final AzureWorld world;
    private final GroupOperations groups;
    private final EndpointWishes wishes;

    EndpointOperations(AzureWorld world, GroupOperations groups) {
        this.world = world;
        this.groups = groups;
        this.wishes = new EndpointWishes(world, groups);
    }

    HostReply listEndpoints(ArmCall call) {
        return list(call, endpoint -> endpoint.place()
                .subscriptionId()
                .equals(call.request().subscription()));
    }

    HostReply listEndpointsOfGroup(ArmCall call) {
        String group = groups.requireGroup(call).id() + "/";
        return list(call, endpoint -> endpoint.id().regionMatches(true, 0, group, 0, group.length()));
    }

    HostReply getEndpoint(ArmCall call) {
        return HostReply.done(200, EndpointView.of(require(call), call));
    }

    /** The same once more is the same endpoint, however far it is; one that failed is tried again. */
    HostReply putEndpoint(ArmCall call) {
        groups.requireGroup(call);
        groups.requireRegistered(call.request().subscription(), "Microsoft.Network");
        PrivateEndpoint wanted = wishes.read(call);
        Optional<PrivateEndpoint> there = world.endpoint(wanted.id(), call.now());
        if (there.isEmpty()) {
            PrivateEndpoint made = wishes.made(wanted, call.now());
            world.keep(made);
            return polled(call, HostReply.done(201, EndpointView.of(made, call)), made, "operations");
        }
        PrivateEndpoint kept = again(call, there.get(), wanted);
        world.keep(kept);
        return HostReply.done(200, EndpointView.of(kept, call));
    }

    HostReply deleteEndpoint(ArmCall call) {
        groups.requireGroup(call);
        Optional<PrivateEndpoint> there = world.endpoint(call.request().scope(), call.now());
        if (there.isEmpty()) {
            return HostReply.done(204);
        }
        PrivateEndpoint leaving = LinkRules.delete(there.get(), call.now(), world.settings());
        world.keep(leaving);
        return polled(call, HostReply.done(202), leaving, "operationResults");
    }

    HostReply getOperation(ArmCall call) {
        return operated(call)
                .map(endpoint -> HostReply.done(200, EndpointView.operation(endpoint, call.now())))
                .orElseThrow(() -> ArmFaults.noSuchResource(call.request().scope()));
    }

    /** 202 while it is under way. */
    HostReply getOperationResult(ArmCall call) {
        PrivateEndpoint endpoint = operated(call)
                .orElseThrow(() -> ArmFaults.noSuchResource(call.request().scope()));
        return endpoint.state(call.now()) == Provisioning.DELETING
                ? polled(call, HostReply.done(202), endpoint, "operationResults")
                : HostReply.done(204);
    }

    private PrivateEndpoint again(ArmCall call, PrivateEndpoint there, PrivateEndpoint wanted) {
        if (!there.connection().vaultId().equalsIgnoreCase(wanted.connection().vaultId())) {
            throw ArmFaults.otherConnection(there.name());
        }
        return switch (there.state(call.now())) {
            case DELETING, GONE -> throw ArmFaults.beingDeleted(there.name());
            case FAILED, CANCELED -> LinkRules.again(there, call.now(), world.settings(), wishes.outcome(there));
            case CREATING, UPDATING, SUCCEEDED -> there.withTags(wanted.tags());
        };
    }

    private PrivateEndpoint require(ArmCall call) {
        String id = call.request().scope();
        return world.endpoint(id, call.now()).orElseThrow(() -> ArmFaults.noSuchResource(id));
    }

    /** A page of them; where there are more, with a link to the next. */
    private HostReply list(ArmCall call, Predicate<PrivateEndpoint> wanted) {
        int from = from(call);
        List<PrivateEndpoint> found = world.endpoints().all().stream()
                .filter(endpoint -> endpoint.exists(call.now()))
                .filter(wanted)
                .skip(from)
                .limit(PAGE + 1L)
                .toList();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("value");
        found.stream().limit(PAGE).forEach(endpoint -> body.withArray("value").add(EndpointView.of(endpoint, call)));
        if (found.size() > PAGE) {
            body.put(
                    "nextLink",
                    "https://%s%s?api-version=%s&$skipToken=%d"
                            .formatted(
                                    call.http().host(),
                                    call.request().scope(),
                                    call.http().parameter("api-version").orElse(""),
                                    from + PAGE));
        }
        return HostReply.done(200, body);
    }

    private static int from(ArmCall call) {
        String token = call.http().parameter("$skipToken").orElse("0");
        if (!token.matches("[0-9]{1,6}")) {
            throw ArmFaults.invalid("The skip token is not valid.");
        }
        return Integer.parseInt(token);
    }

    private Optional<PrivateEndpoint> operated(ArmCall call) {
        List<String> named = List.of(call.request().resource().split(BETWEEN, 2));
        String id = PrivateEndpoint.Place.id(call.request().subscription(), named.getFirst(), named.getLast());
        return world.endpoints().find(id.toLowerCase(Locale.ROOT));
    }

    /** Says where to ask how it goes: an operation by its state, an operation's result by its status. */
    private static HostReply polled(ArmCall call, HostReply reply, PrivateEndpoint endpoint, String what) {
        String url = "https://%s/subscriptions/%s/providers/Microsoft.Network/locations/%s/%s/%s%s%s?api-version=%s"
                .formatted(
                        call.http().host(),
                        endpoint.place().subscriptionId(),
                        endpoint.place().location(),
                        what,
                        endpoint.place().resourceGroup(),
                        BETWEEN,
                        endpoint.name(),
                        call.http().parameter("api-version").orElse(""));
        String header = what.equals("operations") ? "Azure-AsyncOperation" : "Location";
        return reply.with(header, url).with("Retry-After", "1");
    }
}
