package io.keyward.config.endpoint;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Asks endpoint-service, the owner of private endpoints. Never called while a session is open. Without an answer in time every question fails
 * with a 503 that tells when to come back: no decision rests on what was last heard.
 */
@ApplicationScoped
public class EndpointClient {
    private static final Logger LOG = Logger.getLogger(EndpointClient.class);

    private final EndpointApi api;
    private final EndpointConfig config;

    EndpointClient(@RestClient EndpointApi api, EndpointConfig config) {
        this.api = api;
        this.config = config;
    }

    /** The project's endpoints in that cloud as of now, all that exist, whatever their state. */
    public Uni<List<PrivateEndpoint>> ask(String groupId, Cloud provider) {
        return ask(() -> api.list(groupId, provider.name()));
    }

    /**
     * Closes the project's side in that cloud for every admission that was given before {@code stamp}.
     *
     * @return the endpoints that exist, whatever their state; none means that none can appear without a new admission
     */
    public Uni<List<PrivateEndpoint>> close(String groupId, Cloud provider, long stamp) {
        return ask(() -> api.close(groupId, new EndpointApi.Closing(provider.name(), stamp)));
    }

    private Uni<List<PrivateEndpoint>> ask(Supplier<Uni<EndpointApi.Endpoints>> question) {
        return Uni.createFrom()
                .deferred(question::get)
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .map(EndpointApi.Endpoints::endpoints)
                .onFailure()
                .transform(this::unavailable);
    }

    private Refusal unavailable(Throwable failure) {
        LOG.warnf("endpoint-service did not answer: %s", failure);
        return Refusal.of(ErrorCode.SERVICE_UNAVAILABLE)
                .withDetail(
                        "What private endpoints the project has could not be learned, because endpoint-service did not"
                                + " answer. Nothing was changed.")
                .withRetryAfter(config.retryAfter());
    }
}
