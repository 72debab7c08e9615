package io.keyward.validation.provider.aws.call;

import io.keyward.clouds.aws.AwsClients;
import io.keyward.clouds.aws.PrivateEndpoint;
import io.keyward.validation.check.Evidence.Path;
import io.keyward.validation.check.KeyPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/**
 * How the requests of a check get to KMS. Sessions are always obtained over the internet: there is no private endpoint of STS.
 *
 * @param region where it leads
 * @param endpoint which the requests go through, present if and only if the path is private
 * @param settling for how long after an endpoint became active the key's policy may lag behind it
 */
public record AwsRoute(
        KmsAsyncClient kms, String region, KeyPath.Open path, Optional<PrivateEndpoint> endpoint, Duration settling) {

    public static AwsRoute of(AwsClients clients, String region, KeyPath.Open path, Duration settling) {
        Optional<PrivateEndpoint> endpoint =
                switch (path) {
                    case KeyPath.Public ignored -> Optional.empty();
                    case KeyPath.Private through ->
                        Optional.of(clients.through(through.reference(), through.address()));
                };
        return new AwsRoute(clients.kms(region), region, path, endpoint, settling);
    }

    /** As evidence tells of it. */
    public Path reported() {
        return path.reported();
    }

    /** Puts a request on its way. */
    public void carry(AwsRequestOverrideConfiguration.Builder request) {
        endpoint.ifPresent(through -> through.carry(request));
    }

    /** What a failure means on this way, and where it leads. */
    public AwsFailure read(AwsFailure failure, Instant at) {
        return AwsRouteRules.onPath(AwsRouteRules.inRegion(failure, region), path, at, settling);
    }
}
