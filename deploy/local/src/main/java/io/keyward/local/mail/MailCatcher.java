package io.keyward.local.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;

/**
 * An SMTP server on loopback that takes every mail for everybody, and an HTTP server that shows them. The latest {@value #KEPT} are kept, in
 * memory: a restart forgets them all.
 */
public final class MailCatcher implements AutoCloseable {
    /** Where both listen. */
    public static final String HOST = "127.0.0.1";

    static final int KEPT = 1_000;

    private final GreenMail smtp;
    private final int smtpPort;
    private final MailPage page;

    private MailCatcher(GreenMail smtp, int smtpPort, MailPage page) {
        this.smtp = smtp;
        this.smtpPort = smtpPort;
        this.page = page;
    }

    /**
     * Starts both.
     *
     * @param smtpPort where mail is taken; has to be free
     * @param httpPort where it is shown; has to be free
     */
    public static MailCatcher start(int smtpPort, int httpPort) {
        Mails mails = new Mails(KEPT);
        GreenMail smtp = new GreenMail(new ServerSetup(smtpPort, HOST, ServerSetup.PROTOCOL_SMTP));
        smtp.getUserManager().setMessageDeliveryHandler((message, to) -> new Recipient(to.getEmail(), mails));
        smtp.start();
        return new MailCatcher(smtp, smtpPort, MailPage.start(httpPort, mails));
    }

    public int smtpPort() {
        return smtpPort;
    }

    /** Answers a GET with all mails as a JSON array, the newest last; {@code ?to=} asks for one recipient's. */
    public URI url() {
        return page.url();
    }

    @Override
    public void close() {
        page.close();
        smtp.stop();
    }
}
