package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.notification.transport.NotificationConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;

/** In whose name mails are sent. Refuses to start without one: the first mail, in the middle of an incident, is too late to find out. */
@ApplicationScoped
class Sender {
    private static final String KEY = "quarkus.mailer.from";
    /** How often a channel other than mail may take its whole time: to be found, to be connected to, and to answer. */
    private static final int WAITS = 3;

    private final String address;

    Sender(Config config, NotificationConfig notification) {
        this.address = config.getOptionalValue(KEY, String.class)
                .filter(from -> from.contains("@"))
                .orElseThrow(() -> new IllegalArgumentException(
                        KEY + " must be the e-mail address that mails about alerts are sent from"));
        var unused = new RetryCadence(notification);
        require(notification.timeLimit().isPositive(), "keyward.notification.time-limit must be positive");
        require(
                notification.lease().compareTo(notification.timeLimit()) > 0,
                "keyward.notification.lease (" + notification.lease()
                        + ") must be longer than keyward.notification.time-limit (" + notification.timeLimit()
                        + "), or slow deliveries go out twice");
        require(
                notification.channelTimeLimit().isPositive()
                        && notification
                                        .lease()
                                        .compareTo(
                                                notification.channelTimeLimit().multipliedBy(WAITS))
                                > 0,
                "keyward.notification.channel-time-limit (" + notification.channelTimeLimit()
                        + ") must be positive, and keyward.notification.lease (" + notification.lease()
                        + ") longer than three times as long: a name, a connection and an answer are waited for");
        require(notification.batch() > 0, "keyward.notification.batch must be positive, or nothing is ever sent");
    }

    void onStart(@Observes StartupEvent start) {
        address();
    }

    String address() {
        return address;
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
