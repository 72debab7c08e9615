package io.keyward.config.encryption;

import io.keyward.access.CurrentCaller;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.change.Forecast;
import io.keyward.config.encryption.merge.EncryptionPatch;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What encryption at rest answers, under each of its paths. The paths differ in their media types, which are not inherited. */
abstract class EncryptionOperations {
    private static final String DRY_RUN = "dryRun";

    private final EncryptionService service;
    private final CurrentCaller caller;

    EncryptionOperations(EncryptionService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    Uni<EncryptionView> read(String groupId) {
        return service.get(groupId);
    }

    /**
     * Answers the configuration from now on; in a dry run a {@link Forecast} instead.
     *
     * @param dryRun as it was sent; what is neither true nor false is refused, for one of them would do what was not meant
     */
    Uni<Object> change(String groupId, EncryptionPatch patch, Optional<String> dryRun) {
        return switch (dryRun.orElse("false")) {
            case "true" -> service.forecast(groupId, patch).map(forecast -> forecast);
            case "false" -> service.patch(groupId, patch, caller.get().actor()).map(view -> view);
            default -> throw Refusal.of(ErrorCode.INVALID_ENUM_VALUE, DRY_RUN, "true, false");
        };
    }
}
