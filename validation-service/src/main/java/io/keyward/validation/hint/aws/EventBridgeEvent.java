package io.keyward.validation.hint.aws;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as an API destination of EventBridge sends it. AWS adds fields as it likes, and what an event is about is in its details, which are different for
 * every source: only what every event has is asked for.
 *
 * @param id the same for every attempt to deliver it
 * @param source for example {@code aws.kms}
 * @param detailType for example {@code AWS API Call via CloudTrail}
 * @param account where it happened
 * @param resources ARNs
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EventBridgeEvent(
        @NotBlank @Size(max = 128) String id,
        @NotBlank @Size(max = 256) String source,

        @JsonProperty("detail-type") @NotBlank @Size(max = 256)
        String detailType,

        @Nullable String account,
        @Nullable List<String> resources,
        @Nullable JsonNode detail) {}
