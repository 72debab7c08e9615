package io.keyward.validation.provider.aws;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.aws.RoleSession;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.provider.aws.AwsKeyUse.Used;
import io.keyward.validation.provider.aws.Finding.Works;
import io.keyward.validation.provider.aws.call.AwsCalls;
import io.keyward.validation.provider.aws.call.AwsRoutes;
import io.keyward.validation.provider.aws.call.RoleCalls;
import io.keyward.validation.provider.aws.life.AwsKeyLife;
import io.keyward.validation.provider.aws.life.AwsLifeRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Uses keys as roles whose sessions are there already, and learns of the lives of those that work. */
@ApplicationScoped
class AwsKeyUses {
    private final AwsRoutes routes;
    private final AwsKeyLife lives;
    private final Config config;

    AwsKeyUses(AwsRoutes routes, AwsKeyLife lives, Config config) {
        this.routes = routes;
        this.lives = lives;
        this.config = config;
    }

    /** What an operator decides about keys. */
    @ConfigMapping(prefix = "keyward.aws")
    interface Config {

        /**
         * Whether disconnecting a custom key store revokes its keys. A store that was lost looks the same, so it does not unless it is said here.
         */
        @WithDefault("false")
        boolean disconnectedKeyStoreRevokes();
    }

    /** One use of {@code key} as the role of {@code session}. */
    Uni<Learned> use(RoleSession session, AwsTarget.Key target, AwsKey key, KeyPath.Open path, AwsCalls calls) {
        var asRole = new RoleCalls(routes.to(target.region(), path), session, calls);
        var use = new AwsKeyUse(asRole, target, key, config.disconnectedKeyStoreRevokes());
        return ContextHop.thereAndBack(use::find).chain(used -> learned(used, target, key, path, asRole));
    }

    private Uni<Learned> learned(Used used, AwsTarget.Key target, AwsKey key, KeyPath.Open path, RoleCalls calls) {
        var description = used.description();
        if (description == null) {
            return Uni.createFrom().item(new Learned(used.finding(), null));
        }
        boolean rotationToo = key.rotationDue() && used.finding() instanceof Works && !isOnItsWayToPrivate(path);
        Uni<KeyLife> life = rotationToo
                ? ContextHop.thereAndBack(() -> lives.of(description, target.arn(), calls))
                : Uni.createFrom()
                        .item(AwsLifeRules.ending(description, calls.calls().now()));
        return life.map(known -> new Learned(used.finding(), known));
    }

    /** The primary of the key may be in a region that is covered already, and is kept off the internet: it is not asked about rotations any more. */
    private static boolean isOnItsWayToPrivate(KeyPath.Open path) {
        return path instanceof KeyPath.Public open && open.provisional();
    }
}
