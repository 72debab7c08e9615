package io.keyward.validation.alert.notification.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.Occasion;
import io.keyward.validation.alert.notification.Samples;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people and services get, to the letter: written where people work, checked in CI. */
@Rule({"N3", "N5"})
class GoldenFormsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "notices");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:05Z");
    private static final ChannelUrls URLS = new ChannelUrls(
            "https://events.pagerduty.com",
            "https://events.eu.pagerduty.com",
            "https://api.opsgenie.com",
            "https://api.eu.opsgenie.com",
            "https://slack.com/api",
            "https://api.{site}",
            "https://alert.victorops.com/integrations/generic/20131114/alert");
    private static final Map<String, Destination> DESTINATIONS = Map.of(
            "slack", new Destination.Slack("xoxb-token", "#ops"),
            "teams", new Destination.Teams("https://example.webhook.office.com/webhookb2/abc", true),
            "pager-duty", new Destination.PagerDuty("0123456789abcdef0123456789abcdef", "EU"),
            "ops-genie", new Destination.OpsGenie("api-key", "US"),
            "datadog", new Destination.Datadog("api-key", "EU"),
            "victor-ops", new Destination.VictorOps("api-key", "data base"),
            "webhook", new Destination.Webhook("https://hooks.example.com/keyward", "s3cret", null, null, true));

    static Stream<String> files() {
        return Stream.concat(Stream.of("mail"), DESTINATIONS.keySet().stream().sorted())
                .flatMap(channel -> Stream.of("opened", "reminded", "recovered", "operators")
                        .map(occasion -> channel + "-" + occasion));
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysThis(String file) throws IOException {
        int dash = file.lastIndexOf('-');
        var text = text(file.substring(0, dash), notice(file.substring(dash + 1)));
        var golden = FOLDER.resolve(file + ".txt");
        if (!"true".equals(System.getenv("CI"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, text);
        }
        assertThat(golden).hasContent(text);
    }

    private static Notice notice(String occasion) {
        return switch (occasion) {
            case "opened" -> Samples.opened();
            case "reminded" -> Samples.opened().on(Occasion.REMINDED);
            case "recovered" -> Samples.recovered();
            default -> Samples.forOperators();
        };
    }

    private static String text(String channel, Notice notice) {
        if (channel.equals("mail")) {
            var mail = MailForm.of(notice);
            return "Subject: " + mail.subject() + "\n\n" + mail.body();
        }
        var post = Forms.post(DESTINATIONS.get(channel), notice, Samples.ALERT_ID + ".opened.0123456789ab", URLS, NOW);
        var headers = post.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
        return "POST " + post.url() + "\n" + headers + "\n\n" + pretty(post.body()) + "\n";
    }

    private static String pretty(String body) {
        try {
            return new JsonObject(body).encodePrettily();
        } catch (DecodeException notJson) {
            return body;
        }
    }
}
