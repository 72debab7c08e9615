package io.keyward.validation.hint.azure;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An event as Event Grid delivers it in the schema of CloudEvents 1.0. What it is about is in its data, which are different for every type: only what every
 * event has is asked for.
 *
 * @param id the same for every attempt to deliver it
 * @param source path of the resource that tells, for example of the vault or the subscription
 * @param type for example {@code Microsoft.KeyVault.KeyExpired}
 * @param subject what it is about; null when it is not said
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EventGridEvent(
        @NotBlank @Size(max = 128) String id,
        @NotBlank @Size(max = 2048) String source,
        @NotBlank @Size(max = 256) String type,
        @Nullable String subject,
        @Nullable JsonNode data) {}
