package io.keyward.local.demo.outside;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.client.PlainJson;
import java.util.List;
import java.util.stream.StreamSupport;

/** Everything that was mailed to anybody. */
public final class Mailbox {
    private final String url;

    public Mailbox(String url) {
        this.url = url;
    }

    /** A mail as it arrived. */
    public record Mail(String to, String subject, String text) {}

    /** The newest last. */
    public List<Mail> mails() {
        return StreamSupport.stream(PlainJson.get(url).spliterator(), false)
                .map(Mailbox::mail)
                .toList();
    }

    private static Mail mail(JsonNode mail) {
        return new Mail(
                mail.path("to").asText(),
                mail.path("subject").asText(),
                mail.path("text").asText());
    }
}
