package io.keyward.validation.guard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.validation.keyuse.KeyUse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that would be condemned but for the guard.
 *
 * @param calls the provider calls of the last check, in order; empty when it is forgotten
 * @param checkedAt when the last check started
 * @param explanation for an operator: what the last check found
 * @param groupName absent while nothing is known of the project, like {@code orgId}
 * @param heldSince since when the guard holds it
 * @param id of the key use: what decisions name
 * @param key full name at the provider
 * @param outcome what the last check answered
 * @param reason symbolic, for example {@code KEY_DISABLED}
 * @param suspectedSince when a check first said that the key was taken away
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HeldKeyView(
        List<ProviderCall> calls,
        @Nullable Instant checkedAt,
        String explanation,
        String groupId,
        @Nullable String groupName,
        @Nullable Instant heldSince,
        String id,
        String key,
        @Nullable String orgId,
        @Nullable String outcome,
        String provider,
        @Nullable String reason,
        String region,
        @Nullable Instant suspectedSince) {

    static HeldKeyView of(KeyUse use, @Nullable Evidence evidence, @Nullable ProjectName project) {
        var last = use.lastCheck();
        var suspicion = use.standing().suspicion();
        return new HeldKeyView(
                evidence == null ? List.of() : evidence.calls(),
                last == null ? null : last.at(),
                evidence == null ? use.explanation() : evidence.explanation(),
                use.groupId(),
                project == null ? null : project.name(),
                use.heldSince(),
                use.id(),
                use.key(),
                project == null ? null : project.orgId(),
                last == null ? null : last.outcome(),
                use.provider(),
                last == null ? null : last.reason(),
                use.region(),
                suspicion == null ? null : suspicion.since());
    }
}
