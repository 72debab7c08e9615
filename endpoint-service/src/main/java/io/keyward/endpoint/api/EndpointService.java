package io.keyward.endpoint.api;

import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.contracts.Actor;
import io.keyward.endpoint.admission.Admission;
import io.keyward.endpoint.admission.Admissions;
import io.keyward.endpoint.api.EndpointRules.Plan;
import io.keyward.endpoint.provider.aws.AwsNetworks;
import io.keyward.endpoint.registry.Creation;
import io.keyward.endpoint.registry.Deletion;
import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.registry.EndpointStore;
import io.keyward.endpoint.registry.NewEndpoint;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes in which endpoints are wanted, and which no more. */
@ApplicationScoped
class EndpointService {
    private final EndpointStore store;
    private final Admissions admissions;
    private final AwsNetworks networks;

    EndpointService(EndpointStore store, Admissions admissions, AwsNetworks networks) {
        this.store = store;
        this.admissions = admissions;
        this.networks = networks;
    }

    Uni<EndpointView> create(String groupId, String provider, EndpointRequest request, Actor actor) {
        return switch (EndpointRules.plan(provider, request, networks.regions())) {
            case Plan.Refused(var error) -> throw EndpointRefusals.of(error);
            case Plan.Accepted(var region) -> create(groupId, region, actor);
        };
    }

    /** A closing that overtook the admission may have been a teardown that was given up: one fresh admission tells. */
    private Uni<EndpointView> create(String groupId, AwsRegion region, Actor actor) {
        return attempt(groupId, region, actor)
                .chain(creation -> creation instanceof Creation.Closed
                        ? attempt(groupId, region, actor)
                        : Uni.createFrom().item(creation))
                .map(creation -> switch (creation) {
                    case Creation.Created(var endpoint) -> view(endpoint);
                    case Creation.Closed() -> throw EndpointRefusals.of(new EndpointError.Overtaken());
                    case Creation.AlreadyExists(var there) ->
                        throw EndpointRefusals.of(new EndpointError.RegionTaken(region));
                });
    }

    private Uni<Creation> attempt(String groupId, AwsRegion region, Actor actor) {
        return admissions.ask(groupId, region).chain(admission -> record(groupId, region, admission, actor));
    }

    private Uni<Creation> record(String groupId, AwsRegion region, Admission admission, Actor actor) {
        NewEndpoint wish = new NewEndpoint(groupId, EndpointRules.PROVIDER, region.cloudName());
        return Detached.run(() -> store.create(wish, admission.stamp(), actor));
    }

    Uni<Page<EndpointView>> list(String groupId, String provider, Paging paging) {
        requireServed(provider);
        return store.list(groupId, provider, paging)
                .map(slice -> paging.page(
                        slice.endpoints().stream()
                                .map(EndpointView::of)
                                .flatMap(Optional::stream)
                                .toList(),
                        slice.total()));
    }

    Uni<EndpointView> get(String groupId, String provider, String endpointId) {
        requireServed(provider);
        return store.find(groupId, provider, endpointId)
                .map(found -> found.flatMap(EndpointView::of).orElseThrow(() -> notFound(groupId, endpointId)));
    }

    Uni<Void> delete(String groupId, String provider, String endpointId, Actor actor) {
        requireServed(provider);
        return Detached.run(() -> store.requestDeletion(groupId, provider, endpointId, actor))
                .invoke(deletion -> {
                    switch (deletion) {
                        case Deletion.Requested requested -> {}
                        case Deletion.Unknown() -> throw notFound(groupId, endpointId);
                    }
                })
                .replaceWithVoid();
    }

    private static void requireServed(String provider) {
        EndpointRules.checkProvider(provider).ifPresent(error -> {
            throw EndpointRefusals.of(error);
        });
    }

    private static EndpointView view(Endpoint endpoint) {
        return EndpointView.of(endpoint).orElseThrow(() -> new IllegalStateException("What was just made is there."));
    }

    private static Refusal notFound(String groupId, String endpointId) {
        return EndpointRefusals.of(new EndpointError.NotFound(groupId, endpointId));
    }
}
