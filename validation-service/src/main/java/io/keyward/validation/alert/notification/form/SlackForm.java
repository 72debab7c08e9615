package io.keyward.validation.alert.notification.form;

import io.keyward.validation.alert.notification.Notice;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A message of Slack's {@code chat.postMessage}: blocks, and the headline alone where blocks are not shown. */
final class SlackForm {
    /** What Slack takes at most in a header and in a section. */
    private static final int LONGEST_HEADER = 150;

    private static final int LONGEST_SECTION = 3000;

    private SlackForm() {}

    static Post post(Destination.Slack slack, Notice notice, String deliveryId, ChannelUrls urls) {
        var message = new JsonObject()
                .put("channel", slack.channel())
                .put("text", escaped(Wording.headline(notice)))
                .put("blocks", blocks(notice))
                .put("unfurl_links", false)
                .put(
                        "metadata",
                        new JsonObject()
                                .put("event_type", "keyward_notice")
                                .put(
                                        "event_payload",
                                        new JsonObject()
                                                .put("alertId", notice.id())
                                                .put("deliveryId", deliveryId)));
        return Post.json(
                urls.slack() + "/chat.postMessage",
                Map.of("Authorization", "Bearer " + slack.token()),
                message.encode());
    }

    private static JsonArray blocks(Notice notice) {
        var blocks = new JsonArray()
                .add(new JsonObject()
                        .put("type", "header")
                        .put("text", text("plain_text", Wording.atMost(LONGEST_HEADER, Wording.title(notice)))));
        Stream.of(
                        escaped(notice.explanation()),
                        escaped(Wording.clusters(notice, "• ")),
                        facts(notice),
                        Optional.ofNullable(notice.remedy())
                                .map(remedy -> bold("What to do") + " " + escaped(remedy))
                                .orElse(""),
                        escaped(Optional.ofNullable(notice.next()).orElse("")))
                .filter(words -> !words.isEmpty())
                .map(words -> new JsonObject()
                        .put("type", "section")
                        .put("text", text("mrkdwn", Wording.atMost(LONGEST_SECTION, words))))
                .forEach(blocks::add);
        return blocks.add(new JsonObject()
                .put("type", "context")
                .put("elements", new JsonArray().add(text("mrkdwn", escaped(Wording.reference(notice))))));
    }

    private static String facts(Notice notice) {
        var about = Wording.facts(notice).stream().map(fact -> bold(fact.label() + ":") + " " + escaped(fact.value()));
        return Stream.concat(about, Stream.of(Wording.period(notice))).collect(Collectors.joining("\n"));
    }

    private static JsonObject text(String type, String words) {
        return new JsonObject().put("type", type).put("text", words);
    }

    private static String bold(String words) {
        return "*" + words + "*";
    }

    /** The three characters by which Slack knows what is not text. */
    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
