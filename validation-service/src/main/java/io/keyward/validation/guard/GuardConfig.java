package io.keyward.validation.guard;

import io.keyward.validation.guard.rules.GuardPolicy;
import io.keyward.validation.verdict.ConfirmationConfig;
import io.keyward.validation.verdict.ConfirmationPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** When condemning is held. */
@ConfigMapping(prefix = "keyward.guard")
public interface GuardConfig {
    Duration SHORTEST = Duration.ofSeconds(1);

    /** So many keys may be suspect at once, however few there are. */
    @WithDefault("10")
    int keys();

    /** The same as a share of the keys in use, where that is more. */
    @WithDefault("0.05")
    double share();

    /** Suspects of fewer organisations than this are never too many. */
    @WithDefault("2")
    int organizations();

    /** Whether condemning is held while our canary role cannot be assumed. */
    @WithDefault("true")
    boolean canary();

    /** What counts as at once; as long as the longest confirmation when it is not set. */
    Optional<Duration> window();

    /** How often it is looked whether the hold can end; {@code off} for never. */
    @WithDefault("5s")
    String look();

    /** The configured policy; an {@link IllegalArgumentException} tells what makes no sense in it. */
    static GuardPolicy policyOf(GuardConfig config, ConfirmationConfig confirmation) {
        var policy = ConfirmationConfig.policyOf(confirmation);
        return new GuardPolicy(
                config.keys(),
                config.share(),
                config.organizations(),
                config.canary(),
                config.window().orElseGet(() -> longest(policy)),
                policy.lapse());
    }

    private static Duration longest(ConfirmationPolicy policy) {
        return Stream.of(
                        policy.keyState().over(),
                        policy.accessDenied().over(),
                        policy.slowDenial().over(),
                        SHORTEST)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
