package io.keyward.validation.alert.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.alert.notification.form.ChannelUrls;
import io.keyward.validation.alert.notification.form.Destination;
import io.keyward.validation.alert.notification.form.Forms;
import io.keyward.validation.alert.notification.form.MailForm;
import io.keyward.validation.alert.notification.form.Post;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/operations/notifications.md} shows what people get as the code writes it: printed where people work, checked in CI. */
@Rule({"N3", "N5"})
class NotificationsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "operations", "notifications.md");
    private static final Path TEMPLATE = Path.of("src", "test", "resources", "notices", "notifications.md");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:05Z");
    private static final ChannelUrls URLS = new ChannelUrls("", "", "", "", "https://slack.com/api", "", "");

    @Test
    void thePageShowsWhatPeopleGet() throws IOException {
        var page = page();
        if (!"true".equals(System.getenv("CI"))) {
            Files.writeString(DOCUMENT, page);
        }
        assertThat(DOCUMENT).hasContent(page);
    }

    private static String page() throws IOException {
        var id = DeliveryIds.of(Samples.ALERT_ID, Occasion.OPENED, 0, "64b0c0ffee64b0c0ffee64b3");
        var webhook = Forms.post(
                new Destination.Webhook("https://hooks.example.com/keyward", "s3cret", null, null, true),
                Samples.opened(),
                id,
                URLS,
                NOW);
        var slack = Forms.post(new Destination.Slack("xoxb-…", "#ops"), Samples.opened(), id, URLS, NOW);
        return Files.readString(TEMPLATE)
                .replace("{{mail opened}}", mail(Samples.opened()))
                .replace("{{mail recovered}}", mail(Samples.recovered()))
                .replace("{{webhook}}", request(webhook))
                .replace("{{webhook raw}}", webhook.body())
                .replace("{{slack}}", slack(new JsonObject(slack.body()).getJsonArray("blocks")));
    }

    private static String mail(Notice notice) {
        var mail = MailForm.of(notice);
        return "Subject: " + mail.subject() + "\n\n" + mail.body().strip();
    }

    private static String request(Post post) {
        var headers = post.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
        return "POST " + post.url() + "\n" + headers + "\n\n" + new JsonObject(post.body()).encodePrettily();
    }

    /** As Slack shows it: the header, then each section. */
    private static String slack(JsonArray blocks) {
        return blocks.stream()
                .map(JsonObject.class::cast)
                .map(block -> block.getString("type").equals("context")
                        ? block.getJsonArray("elements").getJsonObject(0).getString("text")
                        : block.getJsonObject("text").getString("text"))
                .flatMap(String::lines)
                .map(line -> line.isEmpty() ? ">" : "> " + line)
                .collect(Collectors.joining("  \n"));
    }
}
