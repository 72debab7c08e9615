package io.keyward.validation.alert.notification.operators;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whom to tell what only whoever runs the installation can mend. Nothing has to be set; then nobody is told. */
@ConfigMapping(prefix = "keyward.operator.notify")
public interface OperatorConfig {

    /** How long something has to be over before that is told. What comes back sooner goes on under its id, and nobody is told again. */
    @WithDefault("5m")
    Duration settle();

    /** Mail addresses. */
    Optional<List<String>> mail();

    /** An HTTP request. */
    Optional<Webhook> webhook();

    /** Incidents of PagerDuty. */
    Optional<PagerDuty> pagerDuty();

    /** Alerts of Opsgenie. */
    Optional<OpsGenie> opsGenie();

    /** A channel of Slack. */
    Optional<Slack> slack();

    /** A channel of Microsoft Teams. */
    Optional<Teams> teams();

    /** Where to, and what signs it. */
    interface Webhook {

        /** May be in a private network: whoever sets it knows. */
        String url();

        /** Without one, requests are not signed. */
        Optional<String> secret();
    }

    /** An integration of the Events API. */
    interface PagerDuty {

        /** Its integration key. */
        String serviceKey();

        /** {@code US}, which it is without one, or {@code EU}. */
        Optional<String> region();
    }

    /** An API integration. */
    interface OpsGenie {

        /** Its key. */
        String apiKey();

        /** {@code US}, which it is without one, or {@code EU}. */
        Optional<String> region();
    }

    /** A bot in a channel. */
    interface Slack {

        /** The bot's token. */
        String token();

        /** The channel's name or id. */
        String channel();
    }

    /** A workflow or connector of a channel. */
    interface Teams {

        /** Its address, which is a secret. */
        String url();
    }
}
