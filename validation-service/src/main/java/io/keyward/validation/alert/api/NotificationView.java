package io.keyward.validation.alert.api;

import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.channel.Secret;
import io.keyward.validation.alert.notification.health.ChannelHealth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Notifications as they are answered: by field, as each kind has its own; of a secret, what is shown of it; with how the channel fares. */
final class NotificationView {
    private NotificationView() {}

    static SortedMap<String, Object> of(Notification notification, ChannelHealth health) {
        var view = new TreeMap<String, Object>();
        view.put("keyward", Map.of("delivery", health));
        view.put("delayMin", notification.delayMin());
        view.put("notifierId", notification.notifierId());
        view.put("typeName", notification.channel().type().name());
        put(view, "intervalMin", notification.intervalMin());
        put(view, "integrationId", notification.integrationId());
        view.putAll(fields(notification.channel()));
        notification.channel().secrets().forEach((field, secret) -> view.put(field, shown(secret)));
        return view;
    }

    private static Map<String, ?> fields(Channel channel) {
        return switch (channel) {
            case Channel.Datadog datadog -> Map.of("datadogRegion", datadog.datadogRegion());
            case Channel.Email email -> Map.of("emailAddress", email.emailAddress());
            case Channel.Group group ->
                members(group.emailEnabled(), group.smsEnabled(), Map.of("roles", group.roles()));
            case Channel.HipChat hipChat -> Map.of("roomName", hipChat.roomName());
            case Channel.MicrosoftTeams ignored -> Map.of();
            case Channel.OpsGenie opsGenie -> Map.of("opsGenieRegion", opsGenie.opsGenieRegion());
            case Channel.Org org -> members(org.emailEnabled(), org.smsEnabled(), Map.of("roles", org.roles()));
            case Channel.PagerDuty pagerDuty -> Map.of("region", pagerDuty.region());
            case Channel.Slack slack -> Map.of("channelName", slack.channelName());
            case Channel.Sms sms -> Map.of("mobileNumber", sms.mobileNumber());
            case Channel.Team team ->
                members(
                        team.emailEnabled(),
                        team.smsEnabled(),
                        known("teamId", team.teamId(), "teamName", team.teamName()));
            case Channel.User user ->
                members(user.emailEnabled(), user.smsEnabled(), Map.of("username", user.username()));
            case Channel.VictorOps ignored -> Map.of();
            case Channel.Webhook webhook ->
                known(
                        "webhookBodyTemplate",
                        webhook.webhookBodyTemplate(),
                        "webhookHeadersTemplate",
                        webhook.webhookHeadersTemplate());
        };
    }

    private static String shown(Secret secret) {
        return secret.shown();
    }

    private static Map<String, ?> members(boolean mail, boolean phone, Map<String, ?> who) {
        var fields = new TreeMap<String, Object>(who);
        fields.put("emailEnabled", mail);
        fields.put("smsEnabled", phone);
        return fields;
    }

    private static Map<String, ?> known(String first, @Nullable String one, String second, @Nullable String other) {
        var fields = new TreeMap<String, Object>();
        put(fields, first, one);
        put(fields, second, other);
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
