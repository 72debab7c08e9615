package io.keyward.validation.alert.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notification as a caller wants it: the fields of all kinds side by side, as on the wire. Those of other kinds than its own say nothing, because clients
 * send all that they have. What the API only answers is ignored when it is sent back.
 */
@JsonIgnoreProperties("keyward")
public record NotificationRequest(
        @Nullable String apiToken,
        @Nullable String channelName,
        @Nullable String datadogApiKey,
        @Nullable String datadogRegion,
        @Nullable Integer delayMin,
        @Nullable String emailAddress,
        @Nullable Boolean emailEnabled,
        @Nullable String integrationId,
        @Nullable Integer intervalMin,
        @Nullable String microsoftTeamsWebhookUrl,
        @Nullable String mobileNumber,
        @Nullable String notificationToken,
        @Nullable String notifierId,
        @Nullable String opsGenieApiKey,
        @Nullable String opsGenieRegion,
        @Nullable String region,
        @Nullable List<String> roles,
        @Nullable String roomName,
        @Nullable String serviceKey,
        @Nullable Boolean smsEnabled,
        @Nullable String teamId,
        @Nullable String teamName,
        @Nullable String typeName,
        @Nullable String username,
        @Nullable String victorOpsApiKey,
        @Nullable String victorOpsRoutingKey,
        @Nullable String webhookBodyTemplate,
        @Nullable String webhookHeadersTemplate,
        @Nullable String webhookSecret,
        @Nullable String webhookUrl) {

    /** Much of it is secret. */
    @Override
    public String toString() {
        return "NotificationRequest[typeName=" + typeName + "]";
    }
}
