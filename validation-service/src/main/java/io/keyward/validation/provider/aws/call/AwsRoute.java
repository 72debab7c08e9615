package io.keyward.validation.provider.aws.call;

import io.keyward.clouds.aws.PrivateEndpoint;
import io.keyward.clouds.aws.kms.KmsWire;
import io.keyward.validation.check.Evidence.Path;
import io.keyward.validation.check.KeyPath;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.kms.KmsAsyncClient;

/**
 * How the requests of a check get to KMS. Sessions are always obtained over the internet: there is no private endpoint of STS.
 *
 * @param kms for what is asked now and then
 * @param wire for what every check asks
 * @param region where it leads
 * @param endpoint which the requests go through, present if and only if the path is private
 * @param settling for how long after an endpoint became active the key's policy may lag behind it
 */
public record AwsRoute(
        KmsAsyncClient kms,
        KmsWire wire,
        String region,
        KeyPath.Open path,
        Optional<PrivateEndpoint> endpoint,
        Duration settling) {

    /** As evidence tells of it. */
    public Path reported() {
        return path.reported();
    }

    /** Where KMS answers on a private path. */
    public Optional<URI> place() {
        return endpoint.map(PrivateEndpoint::url);
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
