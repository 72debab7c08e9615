package io.keyward.validation.hint.source;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import jakarta.validation.constraints.NotNull;

/**
 * A hint source that is wanted.
 *
 * @param cloudProvider whose events it sends: {@code AWS}
 */
record HintSourceRequest(@NotNull String cloudProvider) {
    private static final String AWS = "AWS";

    /** The provider, when it is one whose events are understood. */
    String provider() {
        if (!cloudProvider.equals(AWS)) {
            throw Refusal.of(ErrorCode.INVALID_ENUM_VALUE, "cloudProvider", AWS)
                    .withField("cloudProvider", "must be one of " + AWS);
        }
        return AWS;
    }
}
