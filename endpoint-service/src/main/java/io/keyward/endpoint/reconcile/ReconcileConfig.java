package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.lifecycle.Patience;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often endpoints are looked at, and how long we wait for what. */
@ConfigMapping(prefix = "keyward.endpoint")
public interface ReconcileConfig {

    /** An endpoint that does not stand this long after it was first asked for has failed. */
    @WithDefault("10m")
    Duration creationLimit();

    /** For how long what the cloud was asked to make may not show. Longer than any request takes. */
    @WithDefault("15s")
    Duration visibleWithin();

    /** An endpoint that is missed is lost if a look this much later misses it too. */
    @WithDefault("3s")
    Duration confirmLossAfter();

    /** Between two attempts at what was refused: a creation, or a replacement. */
    @WithDefault("5m")
    Duration retryFailedAfter();

    /** How often an endpoint and those that replace it are replaced within 24 hours. */
    @WithDefault("3")
    int replacementsPerDay();

    /** Between two looks while something is under way. */
    @WithDefault("5s")
    Duration lookUnderWay();

    /** Between two looks at a region otherwise. */
    @WithDefault("5s")
    Duration lookAtRest();

    /** Between two looks at a region where no endpoint is recorded any more. */
    @WithDefault("1m")
    Duration lookUnused();

    /** The longest time between two looks at a region that is in trouble. */
    @WithDefault("30s")
    Duration longestPause();

    /** How old it may be what a region showed, if it shows the same, until all that is recorded there is compared with it again. */
    @WithDefault("3m")
    Duration readAllAfter();

    /** How much a cloud is asked for at most after one look at a region. */
    @WithDefault("50")
    int commandsPerLook();

    /** How long one look may take. */
    @WithDefault("20s")
    Duration lookTimeLimit();

    /** How long a replica that gave no sign of life keeps the regions it took. Longer than a look and a request together. */
    @WithDefault("1m")
    Duration lease();

    /** Most regions taken at a time. */
    @WithDefault("100")
    int batch();

    /** How often due regions are looked for; {@code off} for never, not even when one is asked for. */
    @WithDefault("1s")
    String tick();

    /** How often endpoints are counted; {@code off} for never. */
    @WithDefault("1m")
    String sweep();

    /** What the planner needs of it. */
    static Patience patienceOf(ReconcileConfig config) {
        return new Patience(
                config.creationLimit(),
                config.visibleWithin(),
                config.confirmLossAfter(),
                config.lookUnderWay(),
                config.retryFailedAfter(),
                config.replacementsPerDay());
    }
}
