package io.keyward.validation.alert.notification.form;

import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.form.webhook.WebhookForm;
import java.time.Instant;

/** The request by which a notice is delivered to any destination. */
public final class Forms {
    private static final ChannelUrls NOWHERE = new ChannelUrls("", "", "", "", "", "", "");

    private Forms() {}

    /** What would be sent, for whoever only shows it. */
    public static String body(Destination destination, Notice notice, String deliveryId, Instant now) {
        return post(destination, notice, deliveryId, NOWHERE, now).body();
    }

    /**
     * @param deliveryId the same whenever it is sent again
     * @param now when it is sent, for what is signed
     */
    public static Post post(Destination destination, Notice notice, String deliveryId, ChannelUrls urls, Instant now) {
        return switch (destination) {
            case Destination.Datadog datadog -> DatadogForm.post(datadog, notice, urls);
            case Destination.Teams teams -> TeamsForm.post(teams, notice, deliveryId);
            case Destination.OpsGenie opsGenie -> OpsGenieForm.post(opsGenie, notice, urls);
            case Destination.PagerDuty pagerDuty -> PagerDutyForm.post(pagerDuty, notice, urls);
            case Destination.Slack slack -> SlackForm.post(slack, notice, deliveryId, urls);
            case Destination.VictorOps victorOps -> VictorOpsForm.post(victorOps, notice, urls);
            case Destination.Webhook webhook -> WebhookForm.post(webhook, notice, deliveryId, now);
        };
    }
}
