package io.keyward.validation.support;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** A real SMTP server where the service sends its mails to. It does not know recipients whose address begins with {@code refused}. */
public final class MailServer implements AutoCloseable {
    private static final long LONG_TO_START = 10_000;

    private final GreenMail server;

    private MailServer(ServerSetup setup) {
        this.server = new Choosy(setup);
    }

    /** Up, and empty. */
    public static MailServer start() {
        var port = ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class);
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(LONG_TO_START);
        var mails = new MailServer(setup);
        mails.server.start();
        return mails;
    }

    /** What arrived for one recipient, in its order. */
    public List<Received> to(String recipient) {
        return Arrays.stream(server.getReceivedMessages())
                .map(MailServer::received)
                .filter(mail -> mail.to().equals(recipient))
                .toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** A mail as it came over the wire. */
    public record Received(String to, String from, String subject, String messageId, String text) {}

    private static Received received(MimeMessage mail) {
        try {
            return new Received(
                    mail.getAllRecipients()[0].toString(),
                    mail.getFrom()[0].toString(),
                    mail.getSubject(),
                    mail.getMessageID(),
                    String.valueOf(mail.getContent()));
        } catch (MessagingException | java.io.IOException e) {
            throw new IllegalStateException(GreenMailUtil.getHeaders(mail), e);
        }
    }

    private static final class Choosy extends GreenMail {
        Choosy(ServerSetup setup) {
            super(setup);
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] config, Managers ignored) {
            managers = new ChoosyManagers();
            return super.createServices(config, managers);
        }
    }

    private static final class ChoosyManagers extends Managers {
        @Override
        public SmtpManager getSmtpManager() {
            return new SmtpManager(getImapHostManager(), getUserManager()) {
                @Override
                public String checkRecipient(SmtpState state, MailAddress recipient) {
                    return recipient.getEmail().startsWith("refused")
                            ? "550 5.1.1 No such user here"
                            : super.checkRecipient(state, recipient);
                }
            };
        }
    }
}
