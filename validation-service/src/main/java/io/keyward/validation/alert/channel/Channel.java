package io.keyward.validation.alert.channel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a notification goes, by kind. The names of kinds and fields are those of the API; as JSON, this is how configurations are stored.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "typeName")
@JsonSubTypes({
    @Type(value = Channel.Datadog.class, name = "DATADOG"),
    @Type(value = Channel.Email.class, name = "EMAIL"),
    @Type(value = Channel.Group.class, name = "GROUP"),
    @Type(value = Channel.HipChat.class, name = "HIP_CHAT"),
    @Type(value = Channel.MicrosoftTeams.class, name = "MICROSOFT_TEAMS"),
    @Type(value = Channel.OpsGenie.class, name = "OPS_GENIE"),
    @Type(value = Channel.Org.class, name = "ORG"),
    @Type(value = Channel.PagerDuty.class, name = "PAGER_DUTY"),
    @Type(value = Channel.Slack.class, name = "SLACK"),
    @Type(value = Channel.Sms.class, name = "SMS"),
    @Type(value = Channel.Team.class, name = "TEAM"),
    @Type(value = Channel.User.class, name = "USER"),
    @Type(value = Channel.VictorOps.class, name = "VICTOR_OPS"),
    @Type(value = Channel.Webhook.class, name = "WEBHOOK")
})
public sealed interface Channel {

    /** What of it is secret, by field. */
    default Map<String, Secret> secrets() {
        return Map.of();
    }

    /** For people: whom it reaches; empty where only a secret says it. */
    default Optional<String> recipient() {
        return Optional.empty();
    }

    /** What it is called on the wire. */
    default ChannelType type() {
        return switch (this) {
            case Datadog ignored -> ChannelType.DATADOG;
            case Email ignored -> ChannelType.EMAIL;
            case Group ignored -> ChannelType.GROUP;
            case HipChat ignored -> ChannelType.HIP_CHAT;
            case MicrosoftTeams ignored -> ChannelType.MICROSOFT_TEAMS;
            case OpsGenie ignored -> ChannelType.OPS_GENIE;
            case Org ignored -> ChannelType.ORG;
            case PagerDuty ignored -> ChannelType.PAGER_DUTY;
            case Slack ignored -> ChannelType.SLACK;
            case Sms ignored -> ChannelType.SMS;
            case Team ignored -> ChannelType.TEAM;
            case User ignored -> ChannelType.USER;
            case VictorOps ignored -> ChannelType.VICTOR_OPS;
            case Webhook ignored -> ChannelType.WEBHOOK;
        };
    }

    /** Events of Datadog. */
    record Datadog(Secret datadogApiKey, String datadogRegion) implements Channel {
        @Override
        public Map<String, Secret> secrets() {
            return Map.of("datadogApiKey", datadogApiKey);
        }
    }

    /** One mail address. */
    record Email(String emailAddress) implements Channel {
        @Override
        public Optional<String> recipient() {
            return Optional.of(emailAddress);
        }
    }

    /** Members of the project with one of the roles; all of them when none is named. */
    record Group(boolean emailEnabled, boolean smsEnabled, List<String> roles) implements Channel {
        @Override
        public Optional<String> recipient() {
            return named(roles);
        }
    }

    /** A room of HipChat. */
    record HipChat(Secret notificationToken, String roomName) implements Channel {
        @Override
        public Map<String, Secret> secrets() {
            return Map.of("notificationToken", notificationToken);
        }

        @Override
        public Optional<String> recipient() {
            return Optional.of(roomName);
        }
    }

    /** A channel of Microsoft Teams, by its incoming webhook. */
    record MicrosoftTeams(Secret microsoftTeamsWebhookUrl) implements Channel {
        @Override
        public Map<String, Secret> secrets() {
            return Map.of("microsoftTeamsWebhookUrl", microsoftTeamsWebhookUrl);
        }
    }

    /** Alerts of Opsgenie. */
    record OpsGenie(Secret opsGenieApiKey, String opsGenieRegion) implements Channel {
        @Override
        public Map<String, Secret> secrets() {
            return Map.of("opsGenieApiKey", opsGenieApiKey);
        }
    }

    /** Members of the organisation with one of the roles; all of them when none is named. */
    record Org(boolean emailEnabled, boolean smsEnabled, List<String> roles) implements Channel {
        @Override
        public Optional<String> recipient() {
            return named(roles);
        }
    }

    /** Incidents of PagerDuty. */
    record PagerDuty(Secret serviceKey, String region) implements Channel {
        @Override
        public Map<String, Secret> secrets() {
            return Map.of("serviceKey", serviceKey);
        }
    }

    /** A channel of Slack. */
    record Slack(Secret apiToken, String channelName) implements Channel {
        @Override
        public Map<String, Secret> secrets() {
            return Map.of("apiToken", apiToken);
        }

        @Override
        public Optional<String> recipient() {
            return Optional.of(channelName);
        }
    }

    /** One telephone number. */
    record Sms(String mobileNumber) implements Channel {
        @Override
        public Optional<String> recipient() {
            return Optional.of(mobileNumber);
        }
    }

    /** A team of the organisation. */
    record Team(String teamId, @Nullable String teamName, boolean emailEnabled, boolean smsEnabled) implements Channel {
        @Override
        public Optional<String> recipient() {
            return Optional.of(teamName == null ? teamId : teamName);
        }
    }

    /** One person, by the name they sign in with. */
    record User(String username, boolean emailEnabled, boolean smsEnabled) implements Channel {
        @Override
        public Optional<String> recipient() {
            return Optional.of(username);
        }
    }

    /** Alerts of VictorOps. */
    record VictorOps(Secret victorOpsApiKey, @Nullable Secret victorOpsRoutingKey) implements Channel {
        @Override
        public Map<String, Secret> secrets() {
            return both("victorOpsApiKey", victorOpsApiKey, "victorOpsRoutingKey", victorOpsRoutingKey);
        }
    }

    /** An HTTP request, signed with the secret where there is one. The templates are no place for secrets: they are shown. */
    record Webhook(
            Secret webhookUrl,
            @Nullable Secret webhookSecret,
            @Nullable String webhookBodyTemplate,
            @Nullable String webhookHeadersTemplate)
            implements Channel {
        @Override
        public Map<String, Secret> secrets() {
            return both("webhookUrl", webhookUrl, "webhookSecret", webhookSecret);
        }
    }

    private static Map<String, Secret> both(String first, Secret one, String second, @Nullable Secret other) {
        return other == null ? Map.of(first, one) : Map.of(first, one, second, other);
    }

    private static Optional<String> named(List<String> roles) {
        return roles.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", roles));
    }
}
