package io.keyward.endpoint.provider;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.provider.RegionView.Sighting;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A provider in front of its simulated cloud, and what others do in that cloud: the customer, an administrator, and the weather. */
public interface ProviderStage {

    /** What is asked of a cloud. */
    enum Request {
        LOOK,
        CREATE,
        DELETE
    }

    PrivateEndpointProvider provider();

    /** The same cloud as another installation has it, which shares the account. */
    PrivateEndpointProvider neighbour();

    /** For an endpoint of its own, in {@link #region()}. */
    Order order();

    String region();

    /** Another one. */
    String elsewhere();

    /** From now on endpoints have to be let in, if the cloud does not have it so anyway. */
    void askForApproval();

    void approve(String ref);

    void reject(String ref);

    /** It is gone at once, and nobody has asked us. */
    void vanish(String ref);

    /** @param disturbance as the simulator's control has it, without what it hits */
    void disturb(Request request, String disturbance);

    /** What {@code work} ends with, on a context of its own. */
    <T> T await(Supplier<Uni<T>> work);

    /** The id that what was ordered has in the cloud. */
    default String made(Order order) {
        return ((Answer.Accepted) await(() -> provider().create(order))).ref();
    }

    /** What a look shows, by endpoint. */
    default Map<String, Sighting> seen(PrivateEndpointProvider by, String where) {
        return ((RegionView.Seen) await(() -> by.observe(where)))
                .sightings().stream().collect(Collectors.toMap(Sighting::endpointId, sighting -> sighting));
    }
}
