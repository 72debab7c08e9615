package io.keyward.e2e.stage;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the mail catcher has taken. All projects of the stage have one owner: ask for what is about a project. */
public final class Mails {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;

    Mails(String url) {
        this.url = url;
    }

    /** A mail as it arrived. */
    public record Mail(String from, String to, String subject, String messageId, String date, String text) {}

    /** Everything so far, the newest last. */
    public List<Mail> all() {
        return read(url);
    }

    /** What was delivered to that address, the newest last. */
    public List<Mail> to(String address) {
        return read(url + "?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    /** What mentions the tenant's project, the newest last. */
    public List<Mail> about(Tenant tenant) {
        return all().stream()
                .filter(mail -> (mail.subject() + mail.text()).contains(tenant.projectName())
                        || mail.text().contains(tenant.groupId()))
                .toList();
    }

    private static List<Mail> read(String url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            return JSON.readValue(HTTP.send(request, BodyHandlers.ofString()).body(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
