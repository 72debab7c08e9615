package io.keyward.validation.provider.aws.canary;

import io.keyward.clouds.Freshness;
import io.keyward.clouds.aws.AssumedRoles;
import io.keyward.clouds.aws.AwsConfig;
import io.keyward.clouds.aws.RoleSession;
import io.keyward.validation.provider.aws.call.AwsCalls;
import io.keyward.validation.provider.aws.call.AwsCalls.Answer;
import io.keyward.validation.provider.aws.call.AwsCalls.Request;
import io.keyward.validation.provider.aws.call.AwsFailure;
import io.keyward.validation.provider.aws.call.AwsOperations;
import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A role in our own account that is assumed exactly as customers' roles are. When it can be assumed after a customer's cloud denied us, the denial is
 * the customer's doing; when it cannot, nobody can tell whose doing it is. Asking AWS who we are would not do: it answers though we may assume nothing.
 */
@ApplicationScoped
public class Canary {
    private final AssumedRoles roles;
    private final CanaryWatch watch;
    private final Config config;
    private final String region;

    public Canary(AssumedRoles roles, CanaryWatch watch, Config config, AwsConfig aws) {
        this.roles = roles;
        this.watch = watch;
        this.config = config;
        this.region = aws.homeRegion();
    }

    /** Which role it is. */
    @ConfigMapping(prefix = "keyward.aws")
    public interface Config {

        /** Without a canary no denial could ever be told from a fault of ours, so there is no default. */
        String canaryRoleArn();

        /** The external id that the trust policy of the canary role demands, as those of customers do. */
        String canaryExternalId();
    }

    /** Assumes the canary role now, whatever is in the cache. */
    public Uni<Answer<RoleSession>> proveAfterDenial(AwsCalls calls) {
        return calls.make(
                        Request.overInternet(AwsOperations.ASSUME_ROLE, config.canaryRoleArn(), region),
                        () -> roles.assume(
                                config.canaryRoleArn(), config.canaryExternalId(), "keyward-canary", Freshness.FRESH),
                        session -> Optional.ofNullable(session.requestId()))
                .call(answer -> switch (answer) {
                    case Answer.Ok<RoleSession> ignored -> watch.assumed(calls.now());
                    case Answer.Failed<RoleSession> failed -> watch.failed(failed.failure(), calls.now());
                });
    }

    /** AWS does not take us for whom we are: the canary would fare no better. */
    public Uni<Void> refusedOurselves(AwsFailure failure, Instant at) {
        return watch.failed(failure, at);
    }

    /** Asks a canary that failed once more from time to time, so that it is seen when it is well again, though nobody is denied any more. */
    public Uni<Void> lookAfter(Instant now) {
        return watch.isToBeLookedAfter(now)
                ? proveAfterDenial(new AwsCalls(InstantSource.system())).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
