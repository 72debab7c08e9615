package io.keyward.validation.enforcement;

import io.keyward.validation.enforcement.asking.AskingRules.Pace;
import io.keyward.validation.enforcement.plan.Mode;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests to clusters are carried out. */
@ConfigMapping(prefix = "keyward.enforcement")
public interface EnforcementConfig {

    /** Whether a request needs a driver's report to count as carried out. */
    @WithDefault("reported")
    Acknowledge acknowledge();

    /** Whether a condemned key stops clusters in projects that have no mode of their own. */
    @WithDefault("enforce")
    Mode mode();

    /** How often all clusters are compared with what is wanted of them, whether or not anything happened; {@code off} for never. */
    @WithDefault("30s")
    String sweep();

    /** A stop that was not observed after this time counts as overdue in the metrics. */
    @WithDefault("2m")
    Duration overdueAfter();

    /** A request that nobody was seen to carry out is made again after this time, and then ever more rarely. */
    @WithDefault("1m")
    Duration askAgainAfter();

    /** The pauses between such repetitions double up to this. */
    @WithDefault("15m")
    Duration askAgainAtMostEvery();

    /** How often an open request is made again; an {@link IllegalArgumentException} tells what makes no sense in it. */
    static Pace paceOf(EnforcementConfig config) {
        return new Pace(config.askAgainAfter(), config.askAgainAtMostEvery());
    }

    /** Who says that a request was carried out. */
    enum Acknowledge {
        /** The announcing driver believes itself. For trying things out: nothing is really stopped. */
        AUTOMATIC,
        /** The driver that runs the databases, through the observed API. */
        REPORTED
    }
}
