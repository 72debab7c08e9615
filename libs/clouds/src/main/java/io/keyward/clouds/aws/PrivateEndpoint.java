package io.keyward.clouds.aws;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.kms.endpoints.KmsEndpointProvider;

/**
 * A private endpoint that requests to KMS are sent through. The clients of a region serve all endpoints of it: a request says by itself where it goes, so
 * that nothing has to be made or closed as endpoints come and go.
 */
public final class PrivateEndpoint {
    private final URI url;
    private final KmsEndpointProvider provider;

    PrivateEndpoint(URI url) {
        this.url = url;
        var endpoint =
                CompletableFuture.completedFuture(Endpoint.builder().url(url).build());
        this.provider = ignored -> endpoint;
    }

    /** Where KMS answers through it. */
    public URI url() {
        return url;
    }

    /** Sends the request through the endpoint. */
    public void carry(AwsRequestOverrideConfiguration.Builder request) {
        request.endpointProvider(provider);
    }

    /** Where KMS answers through the endpoint. */
    static URI url(String template, String reference, String address) {
        return URI.create(template.replace("{reference}", reference).replace("{address}", address));
    }
}
