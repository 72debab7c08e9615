package io.keyward.validation.hint.google;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A message as Pub/Sub pushes it.
 *
 * @param subscription that pushes it, for example {@code projects/tenant/subscriptions/keyward}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PubSubPush(
        @NotNull @Valid Message message, @Nullable String subscription) {

    /**
     * What was published.
     *
     * @param messageId the same for every attempt to deliver it
     * @param data in Base64: an entry of the audit log, as a log sink writes it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Message(
            @NotBlank @Size(max = 128) String messageId,
            @Nullable String data) {}
}
