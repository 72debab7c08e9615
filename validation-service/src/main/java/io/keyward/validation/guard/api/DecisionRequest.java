package io.keyward.validation.guard.api;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.validation.guard.decision.Decision;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decides about held keys.
 *
 * @param all true to decide about every key that is held; nothing is decided about all by leaving something out
 * @param comment why, for everybody who asks later
 * @param decision {@code RELEASE} or {@code REFUSE}
 * @param keyUseIds about which keys
 */
record DecisionRequest(
        @Nullable Boolean all,
        @Nullable @Size(max = 500) String comment,
        @Nullable String decision,
        @Nullable @Size(max = 1000) List<String> keyUseIds) {
    private static final String DECISIONS =
            Arrays.stream(Decision.values()).map(Decision::name).collect(Collectors.joining(", "));

    /** Refused when it is none. */
    Decision wanted() {
        if (decision == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "decision");
        }
        return Arrays.stream(Decision.values())
                .filter(one -> one.name().equals(decision))
                .findFirst()
                .orElseThrow(() -> Refusal.of(ErrorCode.INVALID_ENUM_VALUE, "decision", DECISIONS));
    }

    /** About which keys; none for all that are held. Refused unless it is said which, or that all are meant. */
    Set<String> about() {
        boolean isAboutAll = Boolean.TRUE.equals(all);
        if (isAboutAll == (keyUseIds != null)) {
            throw problem("Either keyUseIds says which held keys the decision is about, or all is true.");
        }
        if (isAboutAll || keyUseIds == null) {
            return Set.of();
        }
        if (keyUseIds.isEmpty() || !keyUseIds.stream().allMatch(id -> id != null && ObjectIds.isValid(id))) {
            throw problem("keyUseIds must list ids of 24 hexadecimal digits, at least one.");
        }
        return Set.copyOf(keyUseIds);
    }

    private static Refusal problem(String detail) {
        return Refusal.of(ErrorCode.VALIDATION_ERROR).withField("keyUseIds", detail);
    }
}
