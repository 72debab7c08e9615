package io.keyward.validation.alert.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That somebody has seen an alert, or takes that back, in each version that is served. What the API only answers is ignored when it is sent. */
final class AcknowledgeRequest {
    private AcknowledgeRequest() {}

    /**
     * Since 2024-05-30.
     *
     * @param acknowledgedUntil until when no reminder is needed
     * @param unacknowledgeAlert takes it back, whatever the date says
     */
    public record Of2024(
            @Nullable Instant acknowledgedUntil,
            @Size(max = 200) @Nullable String acknowledgementComment,
            @Nullable Boolean unacknowledgeAlert) {}

    /**
     * Before: the alert itself. Without a date, it is taken back.
     *
     * @param acknowledgedUntil until when no reminder is needed
     */
    @JsonIgnoreProperties({
        "acknowledgingUsername",
        "alertConfigId",
        "clusterName",
        "created",
        "currentValue",
        "eventTypeName",
        "groupId",
        "hostnameAndPort",
        "id",
        "keyward",
        "lastNotified",
        "links",
        "metricName",
        "orgId",
        "replicaSetName",
        "resolved",
        "status",
        "updated"
    })
    public record Of2023(
            @Nullable Instant acknowledgedUntil,
            @Size(max = 200) @Nullable String acknowledgementComment) {}
}
