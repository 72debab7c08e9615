package io.keyward.simulator.azure.arm.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.ResourceGroup;
import io.keyward.simulator.azure.world.Subscription;
import io.keyward.simulator.azure.world.VaultLifecycle;
import io.keyward.simulator.azure.world.link.LinkRules;
import io.keyward.simulator.hosts.HostReply;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Subscriptions, what they are registered for, and resource groups. */
final class GroupOperations {

    private final AzureWorld world;

    GroupOperations(AzureWorld world) {
        this.world = world;
    }

    HostReply getSubscription(ArmCall call) {
        Subscription subscription = subscription(call);
        return HostReply.done(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", "/subscriptions/" + subscription.id())
                        .put("subscriptionId", subscription.id())
                        .put("tenantId", subscription.tenantId())
                        .put("displayName", subscription.name())
                        .put("state", "Enabled"));
    }

    HostReply getProvider(ArmCall call) {
        return HostReply.done(200, provider(subscription(call), call.request().provider()));
    }

    HostReply register(ArmCall call) {
        return keep(subscription(call).with(call.request().provider()), call);
    }

    HostReply unregister(ArmCall call) {
        return keep(subscription(call).without(call.request().provider()), call);
    }

    HostReply listGroups(ArmCall call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("value");
        world.groups().all().stream()
                .filter(group -> group.subscriptionId().equals(call.request().subscription()))
                .forEach(group -> body.withArray("value").add(view(group)));
        return HostReply.done(200, body);
    }

    HostReply getGroup(ArmCall call) {
        return HostReply.done(200, view(requireGroup(call)));
    }

    HostReply checkGroup(ArmCall call) {
        return HostReply.done(group(call).isPresent() ? 204 : 404);
    }

    HostReply putGroup(ArmCall call) {
        boolean there = group(call).isPresent();
        ResourceGroup group = new ResourceGroup(
                call.request().subscription(),
                call.request().group(),
                call.body().required("location"));
        world.keep(group);
        return HostReply.done(there ? 200 : 201, view(group));
    }

    /** All that is in it goes with it. */
    HostReply deleteGroup(ArmCall call) {
        ResourceGroup group = requireGroup(call);
        String inside = group.id().toLowerCase(Locale.ROOT) + "/";
        VaultLifecycle lifecycle = new VaultLifecycle(world);
        world.vaults().all().stream()
                .filter(vault -> vault.id().toLowerCase(Locale.ROOT).startsWith(inside) && !vault.deleted())
                .forEach(vault -> lifecycle.delete(vault, call.now()));
        world.endpoints().byName().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(inside))
                .map(Map.Entry::getValue)
                .toList()
                .forEach(endpoint -> world.keep(LinkRules.delete(endpoint, call.now(), world.settings())));
        world.groups().remove(group.id().toLowerCase(Locale.ROOT));
        return HostReply.done(200);
    }

    /** The group that a resource is to be made in. */
    ResourceGroup requireGroup(ArmCall call) {
        return group(call)
                .orElseThrow(() -> ArmFaults.noSuchGroup(call.request().group()));
    }

    /** Refuses when a subscription may not use a kind of resources. */
    void requireRegistered(String subscription, String namespace) {
        boolean registered = world.subscriptions()
                .find(subscription)
                .filter(found -> found.has(namespace))
                .isPresent();
        if (!registered) {
            throw ArmFaults.notRegistered(namespace);
        }
    }

    private Optional<ResourceGroup> group(ArmCall call) {
        String id =
                ResourceGroup.id(call.request().subscription(), call.request().group());
        return world.groups().find(id.toLowerCase(Locale.ROOT));
    }

    private Subscription subscription(ArmCall call) {
        String id = call.request().subscription();
        return world.subscriptions().find(id).orElseThrow(() -> ArmFaults.noSuchSubscription(id));
    }

    private HostReply keep(Subscription changed, ArmCall call) {
        world.subscriptions().put(changed.id(), changed);
        return HostReply.done(200, provider(changed, call.request().provider()));
    }

    private static ObjectNode provider(Subscription subscription, String namespace) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "/subscriptions/" + subscription.id() + "/providers/" + namespace)
                .put("namespace", namespace)
                .put("registrationPolicy", "RegistrationRequired")
                .put("registrationState", subscription.has(namespace) ? "Registered" : "NotRegistered");
    }

    private static ObjectNode view(ResourceGroup group) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", group.id())
                .put("name", group.name())
                .put("type", "Microsoft.Resources/resourceGroups")
                .put("location", group.location());
        body.putObject("properties").put("provisioningState", "Succeeded");
        return body;
    }
}
