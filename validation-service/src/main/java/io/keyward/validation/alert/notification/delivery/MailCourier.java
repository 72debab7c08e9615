package io.keyward.validation.alert.notification.delivery;

import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.form.MailForm;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends mails over SMTP. */
@ApplicationScoped
class MailCourier {
    private final ReactiveMailer mailer;

    MailCourier(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    /** Fails when it was not taken. */
    Uni<Void> send(String recipient, String messageId, Notice notice) {
        var form = MailForm.of(notice);
        return mailer.send(Mail.withText(recipient, form.subject(), form.body())
                .addHeader("Message-ID", messageId)
                .addHeader("Auto-Submitted", "auto-generated"));
    }
}
