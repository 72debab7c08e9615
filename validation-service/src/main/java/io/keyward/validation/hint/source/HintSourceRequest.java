package io.keyward.validation.hint.source;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * A hint source that is wanted.
 *
 * @param cloudProvider whose events it sends: {@code AWS}, {@code AZURE} or {@code GCP}
 */
record HintSourceRequest(@NotNull String cloudProvider) {
    private static final List<String> PROVIDERS = List.of("AWS", "AZURE", "GCP");

    /** The provider, when it is one whose events are understood. */
    String provider() {
        if (!PROVIDERS.contains(cloudProvider)) {
            var allowed = String.join(", ", PROVIDERS);
            throw Refusal.of(ErrorCode.INVALID_ENUM_VALUE, "cloudProvider", allowed)
                    .withField("cloudProvider", "must be one of " + allowed);
        }
        return cloudProvider;
    }
}
