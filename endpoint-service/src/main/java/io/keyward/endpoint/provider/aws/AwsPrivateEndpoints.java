package io.keyward.endpoint.provider.aws;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.aws.AwsConfig;
import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.provider.PrivateEndpointProvider;
import io.keyward.endpoint.provider.RegionCatalogue;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.provider.aws.AwsEndpointFailures.Failure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Ec2Response;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Endpoints on AWS. EC2 is called as ourselves, because the endpoints lie in our own networks; the customer's role has no part in it. */
@ApplicationScoped
class AwsPrivateEndpoints implements PrivateEndpointProvider {
    static final String NAME = "AWS";

    /** The SDK's word for a request id that is not there. */
    private static final String NO_NUMBER = "UNKNOWN";

    private static final Logger LOG = Logger.getLogger(AwsPrivateEndpoints.class);

    private final Ec2Clients clients;
    private final AwsNetworks networks;
    private final AwsRequests requests;
    private final AwsNotices notices;
    private final Limit limit;

    AwsPrivateEndpoints(
            Ec2Clients clients, AwsNetworks networks, AwsNotices notices, AwsEndpointConfig config, AwsConfig aws) {
        this.clients = clients;
        this.networks = networks;
        this.notices = notices;
        this.requests = new AwsRequests(config.installation());
        this.limit = new Limit("keyward.aws.call-timeout", aws.callTimeout());
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
        return ContextHop.call(() -> describeAll(region))
                .invoke(endpoints -> notices.seen(region, endpoints))
                .map(AwsPrivateEndpoints::seen)
                .onFailure(AwsPrivateEndpoints::isOfSdk)
                .recoverWithItem(failure -> failed("region=" + region + " was not looked at", failure)
                        .unseen());
    }

    /** All pages. One that is on two of them, because others came or went in between, counts as the later one has it. */
    private CompletableFuture<List<VpcEndpoint>> describeAll(String region) {
        Map<String, VpcEndpoint> found = Collections.synchronizedMap(new LinkedHashMap<>());
        return clients.of(region)
                .describeVpcEndpointsPaginator(requests.describe())
                .subscribe(page ->
                        ofEc2(page).vpcEndpoints().forEach(endpoint -> found.put(endpoint.vpcEndpointId(), endpoint)))
                .thenApply(ignored -> List.copyOf(found.values()));
    }

    /** EC2 numbers its answers. One without a number is somebody else's, and shows nothing, whatever its status. */
    private static <R extends Ec2Response> R ofEc2(R response) {
        var number = response.responseMetadata().requestId();
        if (number == null || number.equals(NO_NUMBER)) {
            throw Ec2Exception.builder()
                    .statusCode(response.sdkHttpResponse().statusCode())
                    .message("answered without a request id")
                    .build();
        }
        return response;
    }

    private static RegionView seen(Collection<VpcEndpoint> endpoints) {
        return new RegionView.Seen(endpoints.stream()
                .map(AwsSightings::of)
                .flatMap(Optional::stream)
                .toList());
    }

    @Override
    public Uni<Answer> create(Order order) {
        return Uni.createFrom()
                .item(() -> networks.of(order.groupId(), order.region()))
                .chain(network -> network.map(here -> create(order, here))
                        .orElseGet(() -> Uni.createFrom().item(new Failure(AwsTrouble.NO_NETWORK, null).answer())));
    }

    private Uni<Answer> create(Order order, AwsNetwork network) {
        return ContextHop.call(() -> clients.of(order.region()).createVpcEndpoint(requests.create(order, network)))
                .map(AwsPrivateEndpoints::made)
                .onFailure(AwsPrivateEndpoints::isOfSdk)
                .recoverWithItem(failure -> failed("endpointId=" + order.endpointId() + " was not made", failure)
                        .answer());
    }

    private static Answer made(CreateVpcEndpointResponse response) {
        return new Answer.Accepted(ofEc2(response).vpcEndpoint().vpcEndpointId());
    }

    @Override
    public Uni<Answer> delete(String region, String ref) {
        return ContextHop.call(() -> clients.of(region).deleteVpcEndpoints(request -> request.vpcEndpointIds(ref)))
                .map(response -> removed(ref, response))
                .onFailure(AwsPrivateEndpoints::isOfSdk)
                .recoverWithItem(failure -> refused(ref, failed("reference=" + ref + " was not removed", failure)));
    }

    /** EC2 answers well, and says in the answer what it did not do. */
    private static Answer removed(String ref, DeleteVpcEndpointsResponse response) {
        return ofEc2(response).unsuccessful().stream()
                .findFirst()
                .map(item -> refused(ref, unsuccessful(ref, item)))
                .orElseGet(() -> new Answer.Accepted(ref));
    }

    private static Failure unsuccessful(String ref, UnsuccessfulItem item) {
        var error = item.error();
        if (error == null) {
            return new Failure(AwsTrouble.UNKNOWN, null);
        }
        if (!AwsEndpointFailures.isGone(error.code())) {
            LOG.warnf("reference=%s was not removed: %s %s", ref, error.code(), error.message());
        }
        return AwsEndpointFailures.of(error.code(), error.message());
    }

    private static Answer refused(String ref, Failure failure) {
        return AwsEndpointFailures.isGone(failure.code()) ? new Answer.Accepted(ref) : failure.answer();
    }

    private static Failure failed(String what, Throwable failure) {
        LOG.warnf("%s: %s", what, failure.getMessage());
        return AwsEndpointFailures.of(failure);
    }

    private static boolean isOfSdk(Throwable failure) {
        return AwsEndpointFailures.unwrapped(failure) instanceof SdkException;
    }
}
