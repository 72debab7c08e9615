package io.keyward.validation.alert.notification.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How notices are delivered. Where mails go is the mailer's business: {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "keyward.notification")
public interface NotificationConfig {

    /** How often notices that are due are looked for; {@code off} for never. */
    @WithDefault("1s")
    String tick();

    /** The pause after a first failure, doubled after each further one. */
    @WithDefault("2s")
    Duration firstRetry();

    /** The longest pause between two attempts. */
    @WithDefault("5m")
    Duration longestRetry();

    /** What could not be delivered for so long is given up. */
    @WithDefault("3d")
    Duration maxAge();

    /** A mail that takes longer counts as failed. */
    @WithDefault("30s")
    Duration timeLimit();

    /** How long a replica that gave no sign of life keeps the deliveries it took. Longer than the time limits. */
    @WithDefault("2m")
    Duration lease();

    /** Most deliveries taken in one go. */
    @WithDefault("50")
    int batch();

    /** A request to any other channel that takes longer counts as failed. */
    @WithDefault("10s")
    Duration channelTimeLimit();

    /** Whether webhooks of projects may lead into private networks and to this machine. For trying things out. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** Where PagerDuty's Events API answers. */
    @WithDefault("https://events.pagerduty.com")
    String pagerDutyUrl();

    /** The same in Europe. */
    @WithDefault("https://events.eu.pagerduty.com")
    String pagerDutyEuUrl();

    /** Where Opsgenie's API answers. */
    @WithDefault("https://api.opsgenie.com")
    String opsGenieUrl();

    /** The same in Europe. */
    @WithDefault("https://api.eu.opsgenie.com")
    String opsGenieEuUrl();

    /** Where Slack's API answers. */
    @WithDefault("https://slack.com/api")
    String slackUrl();

    /** Where Datadog's API answers; {@code {site}} is the region's. */
    @WithDefault("https://api.{site}")
    String datadogUrl();

    /** Where the REST endpoint of VictorOps answers. */
    @WithDefault("https://alert.victorops.com/integrations/generic/20131114/alert")
    String victorOpsUrl();
}
