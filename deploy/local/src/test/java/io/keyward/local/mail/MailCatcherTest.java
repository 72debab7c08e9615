package io.keyward.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyward.engines.Ports;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailCatcherTest {
    private static final Instant SENT = Instant.parse("2026-01-02T03:04:05Z");

    private MailCatcher catcher;

    @BeforeEach
    void starts() {
        catcher = MailCatcher.start(Ports.free(), Ports.free());
    }

    @AfterEach
    void ends() {
        catcher.close();
    }

    @Test
    void showsWhatArrivedTheNewestLast() throws MessagingException, IOException, InterruptedException {
        // When
        send("one@keyward.example", "First", "größer\nals");
        send("two@keyward.example", "Second", "later");

        // Then
        JsonNode mails = read("");
        assertThat(mails).hasSize(2);
        assertThat(mails.path(0).path("from").asText()).isEqualTo("Keyward <alerts@keyward.example>");
        assertThat(mails.path(0).path("to").asText()).isEqualTo("one@keyward.example");
        assertThat(mails.path(0).path("subject").asText()).isEqualTo("First");
        assertThat(mails.path(0).path("messageId").asText()).isEqualTo("<First@keyward.example>");
        assertThat(mails.path(0).path("date").asText()).isEqualTo(SENT.toString());
        assertThat(mails.path(0).path("text").asText()).isEqualTo("größer\nals");
        assertThat(mails.path(1).path("subject").asText()).isEqualTo("Second");
    }

    @Test
    void showsOneRecipientsMails() throws MessagingException, IOException, InterruptedException {
        // Given
        send("one+a@keyward.example", "First", "x");
        send("two@keyward.example", "Second", "x");

        // Then
        assertThat(read("?to=ONE%2Ba@keyward.example").findValuesAsText("subject"))
                .containsExactly("First");
        assertThat(read("?to=nobody@keyward.example")).isEmpty();
    }

    @Test
    void showsThePlainTextOfAMailInSeveralForms() throws MessagingException, IOException, InterruptedException {
        // Given
        Multipart forms =
                new MimeMultipart("alternative", part("in plain text", "plain"), part("<p>in HTML</p>", "html"));
        MimeMessage message = message("one@keyward.example", "Forms");
        message.setContent(forms);

        // When
        Transport.send(message);

        // Then
        assertThat(read("").path(0).path("text").asText()).isEqualTo("in plain text");
    }

    @Test
    void answersNothingButAGetOfTheMails() throws IOException, InterruptedException {
        assertThat(call("GET", catcher.url().resolve("/else")).statusCode()).isEqualTo(404);
        assertThat(call("POST", catcher.url()).statusCode()).isEqualTo(405);
    }

    @Test
    void keepsTheLatestOnly() {
        // Given
        Mails mails = new Mails(2);

        // When
        for (String subject : new String[] {"1", "2", "3"}) {
            mails.add(new Mail("from", "to", subject, "id", "date", "text"));
        }

        // Then
        assertThat(mails.all()).extracting(Mail::subject).containsExactly("2", "3");
    }

    private void send(String to, String subject, String text) throws MessagingException {
        MimeMessage message = message(to, subject);
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private MimeMessage message(String to, String subject) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", MailCatcher.HOST);
        settings.put("mail.smtp.port", Integer.toString(catcher.smtpPort()));
        FixedId message = new FixedId(Session.getInstance(settings), "<" + subject + "@keyward.example>");
        message.setFrom("Keyward <alerts@keyward.example>");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        message.setSentDate(Date.from(SENT));
        return message;
    }

    private static MimeBodyPart part(String text, String form) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(text, "text/" + form);
        return part;
    }

    private JsonNode read(String query) throws IOException, InterruptedException {
        return new JsonMapper()
                .readTree(call("GET", URI.create(catcher.url() + query)).body());
    }

    private static HttpResponse<String> call(String method, URI url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(url)
                    .method(method, BodyPublishers.noBody())
                    .build();
            return http.send(request, BodyHandlers.ofString());
        }
    }

    /** The mail library would give every message an id of its own at the last moment. */
    private static final class FixedId extends MimeMessage {
        private final String id;

        FixedId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
