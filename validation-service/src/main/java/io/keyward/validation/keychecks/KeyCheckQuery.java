package io.keyward.validation.keychecks;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.QueryFlags;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.validation.history.HistoryFilter;
import io.keyward.validation.history.Occasion;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which checks are asked for. A class with fields, because the framework does not fill in a record. */
public class KeyCheckQuery {
    private static final List<String> PROVIDERS = List.of("AWS", "AZURE", "GCP");
    private static final List<String> OUTCOMES = List.of("VALID", "REVOKED", "UNUSABLE", "INCONCLUSIVE");
    private static final List<String> OCCASIONS =
            Stream.of(Occasion.values()).map(Enum::name).toList();
    private static final String CHANGES_ONLY = "changesOnly";

    @QueryParam("cloudProvider")
    @Nullable
    String cloudProvider;

    @QueryParam("regionName")
    @Nullable
    String regionName;

    @QueryParam("outcome")
    @Nullable
    String outcome;

    @QueryParam("occasion")
    @Nullable
    String occasion;

    @QueryParam(CHANGES_ONLY)
    @Nullable
    String changesOnly;

    /** Made by the framework. */
    public KeyCheckQuery() {}

    /** What is asked for; 400 {@code INVALID_ENUM_VALUE} or {@code INVALID_REGION} for what cannot be. */
    HistoryFilter filter() {
        return new HistoryFilter(
                oneOf("cloudProvider", cloudProvider, PROVIDERS),
                region(regionName),
                oneOf("outcome", outcome, OUTCOMES),
                oneOf("occasion", occasion, OCCASIONS),
                QueryFlags.read(CHANGES_ONLY, changesOnly, false));
    }

    private static String region(@Nullable String name) {
        return name == null
                ? ""
                : Stream.of(Cloud.values())
                        .flatMap(cloud -> cloud.region(name).stream())
                        .findFirst()
                        .map(CloudRegion::cloudName)
                        .orElseThrow(() -> Refusal.of(ErrorCode.INVALID_REGION, name));
    }

    private static String oneOf(String name, @Nullable String value, List<String> known) {
        if (value != null && !known.contains(value)) {
            throw Refusal.of(ErrorCode.INVALID_ENUM_VALUE, name, String.join(", ", known));
        }
        return value == null ? "" : value;
    }
}
