package io.keyward.validation.drill;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be supposed.
 *
 * @param cloudProvider whose key is taken away
 * @param regionName only in this region, in either spelling; null in all
 * @param reason how
 */
record DrillRequest(
        @NotNull Cloud cloudProvider,
        @Nullable String regionName,
        @NotNull Reason reason) {

    /** The region as its cloud spells it; empty for all. */
    Optional<String> region() {
        return Optional.ofNullable(regionName).map(name -> cloudProvider
                .region(name)
                .map(CloudRegion::cloudName)
                .orElseThrow(() -> Refusal.of(ErrorCode.INVALID_REGION, name)));
    }
}
