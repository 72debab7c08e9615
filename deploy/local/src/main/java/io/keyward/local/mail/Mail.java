package io.keyward.local.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it arrived for one recipient.
 *
 * @param from as the header spells it
 * @param to the address it was delivered to
 * @param messageId with its angle brackets; empty when it has none
 * @param date of the header, else of its arrival; ISO 8601 in UTC
 * @param text its first part in plain text, lines ended by a single line feed; empty when there is none
 */
@JsonPropertyOrder({"from", "to", "subject", "messageId", "date", "text"})
record Mail(
        @JsonProperty String from,
        @JsonProperty String to,
        @JsonProperty String subject,
        @JsonProperty String messageId,
        @JsonProperty String date,
        @JsonProperty String text) {

    static Mail of(MimeMessage message, String to) {
        try {
            return new Mail(
                    orEmpty(message.getHeader("From", ", ")),
                    to,
                    orEmpty(message.getSubject()),
                    orEmpty(message.getMessageID()),
                    dateOf(message).toString(),
                    orEmpty(plainText(message)));
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException("a mail that cannot be read: " + e.getMessage(), e);
        }
    }

    private static Instant dateOf(MimeMessage message) throws MessagingException {
        Date sent = message.getSentDate();
        return sent == null ? Instant.now() : sent.toInstant();
    }

    private static @Nullable String plainText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return String.valueOf(part.getContent()).replace("\r\n", "\n");
        }
        return part.getContent() instanceof Multipart several ? plainText(several) : null;
    }

    private static @Nullable String plainText(Multipart parts) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            String text = plainText(part);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
