package io.keyward.validation.alert.notification.transport;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.form.ChannelUrls;
import io.keyward.validation.alert.notification.form.Destination;
import io.keyward.validation.alert.notification.form.Forms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Delivers a notice to a channel other than mail, and says what came of it. */
@ApplicationScoped
public class ChannelCourier {
    private final HttpTransport transport;
    private final ChannelUrls urls;
    private final Clock clock;

    ChannelCourier(HttpTransport transport, NotificationConfig config, Clock clock) {
        this.transport = transport;
        this.urls = new ChannelUrls(
                config.pagerDutyUrl(),
                config.pagerDutyEuUrl(),
                config.opsGenieUrl(),
                config.opsGenieEuUrl(),
                config.slackUrl(),
                config.datadogUrl(),
                config.victorOpsUrl());
        this.clock = clock;
    }

    /**
     * Sends once. Never fails: what goes wrong is an outcome, in words without secrets.
     *
     * @param deliveryId the same whenever it is sent again
     */
    public Uni<Outcome> send(ChannelType type, Destination destination, Notice notice, String deliveryId) {
        return ContextHop.call(() -> transport
                        .send(Forms.post(destination, notice, deliveryId, urls, clock.instant()))
                        .toCompletionStage())
                .map(answer -> AnswerRules.judge(type, answer, clock.instant()))
                .onFailure()
                .recoverWithItem(failure -> Outcome.Failed.passing(words(failure)))
                .map(outcome -> cleaned(outcome, destination));
    }

    private static String words(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof TransportException || failure instanceof TransportException
                ? String.valueOf((failure instanceof TransportException ? failure : cause).getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static Outcome cleaned(Outcome outcome, Destination destination) {
        return switch (outcome) {
            case Outcome.Delivered delivered -> delivered;
            case Outcome.Failed failed ->
                new Outcome.Failed(
                        Cleaning.clean(failed.why(), destination.secrets()), failed.lasting(), failed.retryAfter());
        };
    }
}
