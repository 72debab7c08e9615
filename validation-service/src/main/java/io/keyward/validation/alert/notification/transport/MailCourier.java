package io.keyward.validation.alert.notification.transport;

import io.keyward.clouds.ContextHop;
import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.form.MailForm;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Sends mails over SMTP. */
@ApplicationScoped
public class MailCourier {
    private final ReactiveMailer mailer;
    private final Duration timeLimit;

    MailCourier(ReactiveMailer mailer, NotificationConfig config) {
        this.mailer = mailer;
        this.timeLimit = config.timeLimit();
    }

    /** Sends once. Never fails: what goes wrong is an outcome. */
    public Uni<Outcome> send(String recipient, String messageId, Notice notice) {
        var form = MailForm.of(notice);
        var mail = Mail.withText(recipient, form.subject(), form.body())
                .addHeader("Message-ID", messageId)
                .addHeader("Auto-Submitted", "auto-generated");
        return ContextHop.call(() ->
                        mailer.send(mail).ifNoItem().after(timeLimit).fail().subscribeAsCompletionStage())
                .<Outcome>map(sent -> new Outcome.Delivered())
                .onFailure()
                .recoverWithItem(failure -> Outcome.Failed.passing(failure.toString()));
    }
}
