package io.keyward.config.validation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;

/** What an on-demand check of a project's keys found, as recorded by validation-service. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecordedChecks(List<RecordedCheck> results) {

    /**
     * One key use.
     *
     * @param verdict {@code VALID}, {@code REVOKED}, {@code UNUSABLE} or {@code UNCHECKED}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RecordedCheck(String keyUseId, String verdict, Instant checkedAt) {}
}
