package io.keyward.simulator.azure.world;

/** A group of resources in a subscription. */
public record ResourceGroup(String subscriptionId, String name, String location) {

    public String id() {
        return id(subscriptionId, name);
    }

    public static String id(String subscriptionId, String name) {
        return "/subscriptions/" + subscriptionId + "/resourceGroups/" + name;
    }
}
