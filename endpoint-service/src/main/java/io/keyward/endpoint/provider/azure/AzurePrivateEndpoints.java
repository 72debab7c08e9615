package io.keyward.endpoint.provider.azure;

import io.keyward.clouds.azure.AzureConfig;
import io.keyward.clouds.web.CloudReply;
import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.provider.PrivateEndpointProvider;
import io.keyward.endpoint.provider.RegionCatalogue;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.provider.RegionView.Sighting;
import io.keyward.endpoint.provider.azure.AzureEndpointFailures.Failure;
import io.keyward.endpoint.provider.azure.ResourceManager.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Endpoints on Azure. They are made in our own subscription; that they lead anywhere is for the owner of the vault to decide. */
@ApplicationScoped
class AzurePrivateEndpoints implements PrivateEndpointProvider {
    static final String NAME = "AZURE";

    private final ResourceManager manager;
    private final AzureNetworks networks;
    private final AzureRequests requests;
    private final String installation;
    private final Limit limit;

    AzurePrivateEndpoints(
            ResourceManager manager,
            AzureNetworks networks,
            AzureEndpointConfig config,
            AzureConfig ourselves,
            AzureSubscription subscription) {
        this.manager = manager;
        this.networks = networks;
        this.installation = config.installation();
        this.requests = new AzureRequests(
                "/subscriptions/" + subscription.subscriptionId().orElse("none") + "/resourceGroups/"
                        + config.resourceGroup() + "/providers/Microsoft.Network/privateEndpoints",
                installation);
        // A token may have to be obtained first.
        this.limit = new Limit(
                "twice keyward.azure.call-timeout", ourselves.callTimeout().multipliedBy(2));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RegionCatalogue regions() {
        return networks;
    }

    @Override
    public Limit limit() {
        return limit;
    }

    @Override
    public Uni<RegionView> observe(String region) {
        return page(requests.all(), new Look(region, new LinkedHashMap<>()));
    }

    /** What was found in a region so far. One that is on two pages, because others came or went in between, counts as the later one has it. */
    private record Look(String region, Map<String, Sighting> found) {

        void add(JsonArray page, String installation) {
            page.stream()
                    .map(JsonObject.class::cast)
                    .map(endpoint -> AzureSightings.of(endpoint, installation, region))
                    .flatMap(Optional::stream)
                    .forEach(sighting -> found.put(sighting.ref(), sighting));
        }

        RegionView seen() {
            return new RegionView.Seen(List.copyOf(found.values()));
        }
    }

    private Uni<RegionView> page(String target, Look look) {
        return manager.send("GET", target, null, "region=" + look.region() + " was not looked at")
                .chain(outcome -> switch (outcome) {
                    case Outcome.Done(var reply) -> read(reply, look);
                    case Outcome.Failed(var failure) -> unseen(failure);
                });
    }

    /** A page that does not show a list shows nothing, and not that there is nothing. */
    private Uni<RegionView> read(CloudReply reply, Look look) {
        var body = reply.json();
        if (!(body.getValue("value") instanceof JsonArray page)) {
            return unseen(new Failure(AzureTrouble.INTERCEPTED, null));
        }
        String next;
        try {
            look.add(page, installation);
            next = body.getString("nextLink");
        } catch (ClassCastException | IllegalArgumentException notEndpoints) {
            return unseen(new Failure(AzureTrouble.INTERCEPTED, null));
        }
        return next == null || next.isEmpty()
                ? Uni.createFrom().item(look.seen())
                : manager.target(next)
                        .map(target -> page(target, look))
                        .orElseGet(() -> unseen(new Failure(AzureTrouble.INTERCEPTED, null)));
    }

    private static Uni<RegionView> unseen(Failure failure) {
        return Uni.createFrom().item(failure.unseen());
    }

    @Override
    public Uni<Answer> create(Order order) {
        var vault = order.service();
        if (vault == null) {
            return refused(AzureTrouble.NO_VAULT_KNOWN);
        }
        return networks.subnet(order.groupId(), order.region())
                .map(subnet -> create(order, requests.body(order, subnet, vault)))
                .orElseGet(() -> refused(AzureTrouble.NO_NETWORK));
    }

    private Uni<Answer> create(Order order, String body) {
        var name = requests.nameOf(order);
        return manager.send("PUT", requests.one(name), body, "endpointId=" + order.endpointId() + " was not made")
                .map(outcome -> switch (outcome) {
                    case Outcome.Done ignored -> new Answer.Accepted(name);
                    case Outcome.Failed(var failure) -> failure.answer();
                });
    }

    private static Uni<Answer> refused(AzureTrouble trouble) {
        return Uni.createFrom().item(new Failure(trouble, null).answer());
    }

    /** Azure answers well where there is nothing to delete. */
    @Override
    public Uni<Answer> delete(String region, String ref) {
        return manager.send("DELETE", requests.one(ref), null, "reference=" + ref + " was not removed")
                .map(outcome -> switch (outcome) {
                    case Outcome.Done ignored -> new Answer.Accepted(ref);
                    case Outcome.Failed(var failure) -> failure.isGone() ? new Answer.Accepted(ref) : failure.answer();
                });
    }
}
