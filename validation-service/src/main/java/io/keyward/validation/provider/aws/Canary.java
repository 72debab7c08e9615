package io.keyward.validation.provider.aws;

import io.keyward.clouds.Freshness;
import io.keyward.clouds.aws.AssumedRoles;
import io.keyward.clouds.aws.AwsConfig;
import io.keyward.clouds.aws.RoleSession;
import io.keyward.validation.provider.aws.AwsCalls.Answer;
import io.keyward.validation.provider.aws.AwsCalls.Request;
import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * A role in our own account that is assumed exactly as customers' roles are. When it can be assumed after a customer's cloud denied us, the denial is
 * the customer's doing; when it cannot, nobody can tell whose doing it is. Asking AWS who we are would not do: it answers though we may assume nothing.
 */
@ApplicationScoped
class Canary {
    private final AssumedRoles roles;
    private final Config config;
    private final String region;

    Canary(AssumedRoles roles, Config config, AwsConfig aws) {
        this.roles = roles;
        this.config = config;
        this.region = aws.homeRegion();
    }

    /** Which role it is. */
    @ConfigMapping(prefix = "keyward.aws")
    interface Config {

        /** Without a canary no denial could ever be told from a fault of ours, so there is no default. */
        String canaryRoleArn();

        String canaryExternalId();
    }

    /** Assumes the canary role now, whatever is in the cache. */
    Uni<Answer<RoleSession>> proveAfterDenial(AwsCalls calls) {
        return calls.make(
                Request.overInternet(AwsKeyRules.ASSUME_ROLE, config.canaryRoleArn(), region),
                () -> roles.assume(
                        config.canaryRoleArn(), config.canaryExternalId(), "keyward-canary", Freshness.FRESH),
                session -> Optional.ofNullable(session.requestId()));
    }
}
