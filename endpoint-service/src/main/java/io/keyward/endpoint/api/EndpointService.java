package io.keyward.endpoint.api;

import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.contracts.Actor;
import io.keyward.endpoint.admission.Admission;
import io.keyward.endpoint.admission.Admissions;
import io.keyward.endpoint.api.EndpointRules.Plan;
import io.keyward.endpoint.provider.PrivateEndpointProvider;
import io.keyward.endpoint.provider.ProviderRegion;
import io.keyward.endpoint.provider.Providers;
import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.registry.EndpointPageStore;
import io.keyward.endpoint.registry.EndpointStore;
import io.keyward.endpoint.registry.EndpointStore.Creation;
import io.keyward.endpoint.registry.EndpointStore.Deletion;
import io.keyward.endpoint.registry.NewEndpoint;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes in which endpoints are wanted, and which no more. */
@ApplicationScoped
class EndpointService {
    private final EndpointStore store;
    private final EndpointPageStore pages;
    private final Admissions admissions;
    private final Providers providers;

    EndpointService(EndpointStore store, EndpointPageStore pages, Admissions admissions, Providers providers) {
        this.store = store;
        this.pages = pages;
        this.admissions = admissions;
        this.providers = providers;
    }

    Uni<EndpointView> create(String groupId, String provider, EndpointRequest request, Actor actor) {
        var cloud = served(provider);
        return switch (EndpointRules.plan(groupId, provider, request, cloud.regions())) {
            case Plan.Refused(var error) -> throw EndpointRefusals.of(error);
            case Plan.Accepted(var region) -> create(groupId, cloud, region, actor);
        };
    }

    /** A closing that overtook the admission may have been a teardown that was given up: one fresh admission tells. */
    private Uni<EndpointView> create(
            String groupId, PrivateEndpointProvider cloud, ProviderRegion region, Actor actor) {
        var wish = new NewEndpoint(groupId, cloud.name(), region.cloudName());
        return attempt(wish, actor)
                .chain(creation -> creation instanceof Creation.Closed
                        ? attempt(wish, actor)
                        : Uni.createFrom().item(creation))
                .map(creation -> switch (creation) {
                    case Creation.Created(var endpoint) -> view(endpoint, cloud);
                    case Creation.Adopted(var endpoint) -> view(endpoint, cloud);
                    case Creation.Closed() -> throw EndpointRefusals.of(new EndpointError.Overtaken());
                    case Creation.AlreadyExists(var there) ->
                        throw EndpointRefusals.of(new EndpointError.RegionTaken(region, there));
                });
    }

    private Uni<Creation> attempt(NewEndpoint wish, Actor actor) {
        return admissions
                .ask(wish.groupId(), wish.provider(), wish.region())
                .chain(admission -> record(wish, admission, actor));
    }

    private Uni<Creation> record(NewEndpoint wish, Admission admission, Actor actor) {
        return Detached.run(() -> store.create(wish.to(admission.service()), admission.stamp(), actor));
    }

    Uni<Page<EndpointView>> list(String groupId, String provider, Paging paging) {
        var regions = served(provider).regions();
        return pages.list(groupId, provider, paging)
                .map(slice -> paging.page(
                        slice.endpoints().stream()
                                .map(endpoint -> EndpointView.of(endpoint, regions))
                                .flatMap(Optional::stream)
                                .toList(),
                        slice.total()));
    }

    Uni<EndpointView> get(String groupId, String provider, String endpointId) {
        var regions = served(provider).regions();
        return store.find(groupId, provider, endpointId)
                .map(found -> found.flatMap(endpoint -> EndpointView.of(endpoint, regions))
                        .orElseThrow(() -> notFound(groupId, endpointId)));
    }

    Uni<Void> delete(String groupId, String provider, String endpointId, Actor actor) {
        served(provider);
        return Detached.run(() -> store.requestDeletion(groupId, provider, endpointId, actor))
                .invoke(deletion -> {
                    switch (deletion) {
                        case Deletion.Requested requested -> {}
                        case Deletion.Unknown() -> throw notFound(groupId, endpointId);
                    }
                })
                .replaceWithVoid();
    }

    private PrivateEndpointProvider served(String provider) {
        return providers
                .find(provider)
                .orElseThrow(
                        () -> EndpointRefusals.of(new EndpointError.ProviderNotServed(provider, providers.names())));
    }

    private static EndpointView view(Endpoint endpoint, PrivateEndpointProvider cloud) {
        return EndpointView.of(endpoint, cloud.regions())
                .orElseThrow(() -> new IllegalStateException("What was just made is there."));
    }

    private static Refusal notFound(String groupId, String endpointId) {
        return EndpointRefusals.of(new EndpointError.NotFound(groupId, endpointId));
    }
}
