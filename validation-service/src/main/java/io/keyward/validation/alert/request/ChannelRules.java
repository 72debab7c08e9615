package io.keyward.validation.alert.request;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.channel.Redaction;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where one notification goes: what each kind of channel needs.
 *
 * @param path of the notification in the request
 * @param sent the notification in the request
 * @param secrets what of it is secret
 */
record ChannelRules(String path, NotificationRequest sent, SecretRules secrets) {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"',;]{1,64}@[^\\s@<>\"',;]{1,255}");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9 ()./-]{3,40}");
    private static final int LONGEST_TEMPLATE = 20_000;
    private static final List<String> DATADOG_REGIONS = List.of("US", "EU", "US3", "US5", "AP1", "US1_FED");
    private static final List<String> TWO_REGIONS = List.of("US", "EU");
    private static final List<String> GROUP_ROLES = List.of(
            "GROUP_OWNER",
            "GROUP_READ_ONLY",
            "GROUP_CLUSTER_MANAGER",
            "GROUP_CLUSTER_CREATOR",
            "GROUP_ALERTS_MANAGER",
            "GROUP_BACKUP_MANAGER",
            "GROUP_BACKUP_CREATOR",
            "GROUP_BACKUP_EXPORT_OPERATOR",
            "GROUP_BACKUP_RECOVERY_OPERATOR",
            "GROUP_DATA_ACCESS_ADMIN",
            "GROUP_DATA_ACCESS_READ_ONLY",
            "GROUP_DATA_ACCESS_READ_WRITE");
    private static final List<String> ORG_ROLES = List.of(
            "ORG_OWNER",
            "ORG_MEMBER",
            "ORG_GROUP_CREATOR",
            "ORG_BILLING_ADMIN",
            "ORG_BILLING_READ_ONLY",
            "ORG_READ_ONLY");

    /** What is kept of it. Longer than a method should be, because it is a table. */
    Channel read(ChannelType type) {
        return switch (type) {
            case DATADOG ->
                new Channel.Datadog(
                        secrets.required("datadogApiKey", sent.datadogApiKey(), Redaction::ofText),
                        oneOf("datadogRegion", sent.datadogRegion(), DATADOG_REGIONS));
            case EMAIL -> new Channel.Email(fitting("emailAddress", sent.emailAddress(), ADDRESS, "an e-mail address"));
            case GROUP -> new Channel.Group(byMail(), byPhone(), roles(GROUP_ROLES));
            case HIP_CHAT ->
                new Channel.HipChat(
                        secrets.required("notificationToken", sent.notificationToken(), Redaction::ofText),
                        text("roomName", sent.roomName()));
            case MICROSOFT_TEAMS ->
                new Channel.MicrosoftTeams(secrets.required(
                        "microsoftTeamsWebhookUrl", sent.microsoftTeamsWebhookUrl(), this::shownOfUrl));
            case OPS_GENIE ->
                new Channel.OpsGenie(
                        secrets.required("opsGenieApiKey", sent.opsGenieApiKey(), Redaction::ofText),
                        oneOf("opsGenieRegion", sent.opsGenieRegion(), TWO_REGIONS));
            case ORG -> new Channel.Org(byMail(), byPhone(), roles(ORG_ROLES));
            case PAGER_DUTY ->
                new Channel.PagerDuty(
                        secrets.required("serviceKey", sent.serviceKey(), Redaction::ofText),
                        oneOf("region", sent.region(), TWO_REGIONS));
            case SLACK ->
                new Channel.Slack(
                        secrets.required("apiToken", sent.apiToken(), Redaction::ofText),
                        text("channelName", sent.channelName()));
            case SMS -> new Channel.Sms(fitting("mobileNumber", sent.mobileNumber(), NUMBER, "a telephone number"));
            case TEAM ->
                new Channel.Team(
                        text("teamId", sent.teamId()), optional("teamName", sent.teamName()), byMail(), byPhone());
            case USER -> new Channel.User(text("username", sent.username()), byMail(), byPhone());
            case VICTOR_OPS ->
                new Channel.VictorOps(
                        secrets.required("victorOpsApiKey", sent.victorOpsApiKey(), Redaction::ofText),
                        secrets.optional("victorOpsRoutingKey", sent.victorOpsRoutingKey(), Redaction::ofText));
            case WEBHOOK ->
                new Channel.Webhook(
                        secrets.required("webhookUrl", sent.webhookUrl(), this::shownOfUrl),
                        secrets.optional("webhookSecret", sent.webhookSecret(), Redaction::whole),
                        template("webhookBodyTemplate", sent.webhookBodyTemplate()),
                        template("webhookHeadersTemplate", sent.webhookHeadersTemplate()));
        };
    }

    /** Members are reached by mail or by telephone; one of them is needed, and asked for here because every such kind has it. */
    private boolean byMail() {
        boolean mail = Boolean.TRUE.equals(sent.emailEnabled());
        if (!mail && !byPhone()) {
            throw Refusal.of(ErrorCode.EMAIL_OR_SMS_REQUIRED_FOR_GROUP_NOTIFICATION, path);
        }
        return mail;
    }

    private boolean byPhone() {
        return Boolean.TRUE.equals(sent.smsEnabled());
    }

    private List<String> roles(List<String> known) {
        var roles = sent.roles();
        if (roles == null) {
            return List.of();
        }
        roles.stream().filter(role -> !known.contains(role)).findFirst().ifPresent(unknown -> {
            throw Demands.notOneOf(path + ".roles", String.join(", ", known));
        });
        return roles.stream().distinct().toList();
    }

    private String shownOfUrl(String url) {
        try {
            var parts = new URI(url);
            boolean isWeb = "https".equalsIgnoreCase(parts.getScheme()) || "http".equalsIgnoreCase(parts.getScheme());
            if (isWeb && parts.getHost() != null) {
                return Redaction.ofUrl(url);
            }
        } catch (URISyntaxException e) {
            // the same as any other text that is no URL
        }
        throw Demands.unusable(path, "needs an http or https URL");
    }

    private String text(String field, @Nullable String value) {
        return Demands.text(path + "." + field, value);
    }

    private @Nullable String optional(String field, @Nullable String value) {
        return Demands.optionalText(path + "." + field, value, 1000);
    }

    private @Nullable String template(String field, @Nullable String value) {
        return Demands.optionalText(path + "." + field, value, LONGEST_TEMPLATE);
    }

    private String oneOf(String field, @Nullable String value, List<String> words) {
        return Demands.oneOf(path + "." + field, value, words);
    }

    private String fitting(String field, @Nullable String value, Pattern pattern, String words) {
        var text = text(field, value);
        if (!pattern.matcher(text).matches()) {
            throw Demands.unusable(path + "." + field, "must be " + words);
        }
        return text;
    }
}
