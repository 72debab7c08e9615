package io.keyward.endpoint.provider.aws;

import io.keyward.clouds.ContextHop;
import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.provider.PrivateEndpointProvider;
import io.keyward.endpoint.provider.RegionCatalogue;
import io.keyward.endpoint.provider.RegionView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointResponse;
import software.amazon.awssdk.services.ec2.model.DeleteVpcEndpointsResponse;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Endpoints on AWS. EC2 is called as ourselves, because the endpoints lie in our own networks; the customer's role has no part in it. */
@ApplicationScoped
class AwsPrivateEndpoints implements PrivateEndpointProvider {
    private static final Logger LOG = Logger.getLogger(AwsPrivateEndpoints.class);

    private final Ec2Clients clients;
    private final AwsNetworks networks;
    private final AwsRequests requests;

    AwsPrivateEndpoints(Ec2Clients clients, AwsNetworks networks, AwsEndpointConfig config) {
        this.clients = clients;
        this.networks = networks;
        this.requests = new AwsRequests(config.installation());
    }

    @Override
    public String name() {
        return "AWS";
    }

    @Override
    public RegionCatalogue regions() {
        return networks;
    }

    @Override
    public Uni<RegionView> observe(String region) {
        return ContextHop.call(() -> describeAll(region))
                .map(AwsPrivateEndpoints::seen)
                .onFailure(AwsPrivateEndpoints::isOfSdk)
                .recoverWithItem(failure -> unseen(region, failure));
    }

    private CompletableFuture<List<VpcEndpoint>> describeAll(String region) {
        var found = new ConcurrentLinkedQueue<VpcEndpoint>();
        return clients.of(region)
                .describeVpcEndpointsPaginator(requests.describe())
                .vpcEndpoints()
                .subscribe(found::add)
                .thenApply(ignored -> List.copyOf(found));
    }

    private static RegionView seen(List<VpcEndpoint> endpoints) {
        return new RegionView.Seen(endpoints.stream()
                .map(AwsSightings::of)
                .flatMap(Optional::stream)
                .toList());
    }

    private static RegionView unseen(String region, Throwable failure) {
        LOG.warnf("region=%s EC2 could not be looked at: %s", region, failure.getMessage());
        return new RegionView.Unseen("EC2 could not be looked at.");
    }

    @Override
    public Uni<Answer> create(Order order) {
        return Uni.createFrom().item(() -> networks.of(order.region())).chain(network -> network.map(
                        here -> create(order, here))
                .orElseGet(() -> Uni.createFrom().item(AwsEndpointFailures.classify("VPCIdNotSpecified"))));
    }

    private Uni<Answer> create(Order order, AwsNetwork network) {
        return ContextHop.call(() -> clients.of(order.region()).createVpcEndpoint(requests.create(order, network)))
                .map(AwsPrivateEndpoints::made)
                .onFailure(AwsPrivateEndpoints::isOfSdk)
                .recoverWithItem(failure -> failed("endpointId=" + order.endpointId() + " was not made", failure));
    }

    private static Answer made(CreateVpcEndpointResponse response) {
        return new Answer.Accepted(response.vpcEndpoint().vpcEndpointId());
    }

    @Override
    public Uni<Answer> delete(String region, String ref) {
        return ContextHop.call(() -> clients.of(region).deleteVpcEndpoints(request -> request.vpcEndpointIds(ref)))
                .map(response -> removed(ref, response))
                .onFailure(AwsPrivateEndpoints::isOfSdk)
                .recoverWithItem(failure -> failed(ref + " was not removed", failure));
    }

    /** EC2 answers well, and says in the answer what it did not do. */
    private static Answer removed(String ref, DeleteVpcEndpointsResponse response) {
        return response.unsuccessful().stream()
                .findFirst()
                .map(item -> refused(
                        ref + " was not removed",
                        ref,
                        item.error().code(),
                        item.error().message()))
                .orElseGet(() -> new Answer.Accepted(ref));
    }

    private static Answer refused(String what, String ref, String code, String message) {
        if (AwsEndpointFailures.isGone(code)) {
            return new Answer.Accepted(ref);
        }
        LOG.warnf("%s: %s %s", what, code, message);
        return AwsEndpointFailures.classify(code);
    }

    private static Answer failed(String what, Throwable failure) {
        LOG.warnf("%s: %s", what, failure.getMessage());
        return causeOf(failure) instanceof AwsServiceException answer && answer.awsErrorDetails() != null
                ? AwsEndpointFailures.classify(answer.awsErrorDetails().errorCode())
                : AwsEndpointFailures.unanswered();
    }

    private static boolean isOfSdk(Throwable failure) {
        return causeOf(failure) instanceof SdkException;
    }

    private static Throwable causeOf(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
