package io.keyward.config.cluster.spec;

import io.keyward.config.cluster.refusal.ClusterError;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes a request for a new cluster acceptable, and what it comes to with every default filled in. */
public final class ClusterRules {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]*");
    private static final int MAX_NAME = 64;

    private ClusterRules() {}

    /** The outcome. */
    public sealed interface Plan {
        record Accepted(String name, ClusterSpec spec) implements Plan {}

        record Refused(ClusterError error) implements Plan {}
    }

    /** @param ids gives shards and zones their ids */
    public static Plan plan(ClusterRequest request, Supplier<String> ids) {
        Optional<ClusterError> malformed =
                checkName(request.name()).or(() -> checkPaused(request)).or(() -> OlderShape.check(request));
        if (malformed.isPresent()) {
            return new Plan.Refused(malformed.get());
        }
        ClusterSpec wanted = SpecRules.over(ClusterSpec.UNSAID, request);
        return SpecRules.check(wanted)
                .<Plan>map(Plan.Refused::new)
                .orElseGet(() -> new Plan.Accepted(String.valueOf(request.name()), complete(wanted, ids)));
    }

    private static Optional<ClusterError> checkName(@Nullable String name) {
        if (name == null) {
            return Optional.of(new ClusterError.Missing("name"));
        }
        if (name.length() > MAX_NAME) {
            return Optional.of(new ClusterError.NameTooLong(name));
        }
        return NAME.matcher(name).matches() ? Optional.empty() : Optional.of(new ClusterError.NameInvalid(name));
    }

    private static Optional<ClusterError> checkPaused(ClusterRequest request) {
        return Boolean.TRUE.equals(request.paused()) ? Optional.of(new ClusterError.Paused()) : Optional.empty();
    }

    private static ClusterSpec complete(ClusterSpec wanted, Supplier<String> ids) {
        return wanted.with(ShardIds.complete(wanted.replicationSpecs(), ClusterSpec.UNSAID.replicationSpecs(), ids));
    }
}
