package io.keyward.validation.alert.notification.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.notification.transport.Outcome.Delivered;
import io.keyward.validation.alert.notification.transport.Outcome.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("N5")
class AnswerRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WEBHOOK         | 200 | anything                                     | delivered",
                "WEBHOOK         | 204 |                                              | delivered",
                "WEBHOOK         | 302 |                                              | lasting",
                "WEBHOOK         | 400 |                                              | lasting",
                "WEBHOOK         | 401 |                                              | lasting",
                "WEBHOOK         | 404 |                                              | lasting",
                "WEBHOOK         | 408 |                                              | passing",
                "WEBHOOK         | 429 |                                              | passing",
                "WEBHOOK         | 500 |                                              | passing",
                "WEBHOOK         | 503 |                                              | passing",
                "SLACK           | 200 | {\"ok\": true}                               | delivered",
                "SLACK           | 200 | {\"ok\":false,\"error\":\"ratelimited\"}     | passing",
                "SLACK           | 200 | {\"ok\":false,\"error\":\"invalid_auth\"}    | lasting",
                "SLACK           | 200 | {\"ok\":false,\"error\":\"channel_not_found\"} | lasting",
                "SLACK           | 200 | <html>                                       | passing",
                "MICROSOFT_TEAMS | 202 |                                              | delivered",
                "MICROSOFT_TEAMS | 200 | 1                                            | delivered",
                "MICROSOFT_TEAMS | 200 | Webhook message delivery failed with error: 429 | passing",
                "PAGER_DUTY      | 202 | {\"status\":\"success\"}                     | delivered",
                "OPS_GENIE       | 422 |                                              | lasting",
                "VICTOR_OPS      | 200 | {\"result\":\"success\"}                     | delivered",
                "VICTOR_OPS      | 200 | {\"result\":\"failure\"}                     | passing"
            })
    void knowsWhatAnAnswerMeans(ChannelType type, int status, String body, String meaning) {
        var outcome = AnswerRules.judge(
                type, new Answer(status, Optional.ofNullable(body).orElse(""), Optional.empty()), NOW);

        assertThat(
                        switch (outcome) {
                            case Delivered ignored -> "delivered";
                            case Failed failed -> failed.lasting() ? "lasting" : "passing";
                        })
                .isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "30                            | PT30S",
                "0                             | PT0S",
                "864000                        | PT1H",
                "Sun, 22 Nov 2026 10:00:10 GMT | PT10S",
                "Sun, 22 Nov 2026 09:00:00 GMT |",
                "soon                          |"
            })
    void waitsAsLongAsItIsAskedTo(String header, Duration wait) {
        var outcome = AnswerRules.judge(ChannelType.WEBHOOK, new Answer(429, "", Optional.of(header)), NOW);

        assertThat(((Failed) outcome).retryAfter()).isEqualTo(Optional.ofNullable(wait));
    }

    @Test
    void whatIsShownOfAnAnswerIsOneLineThatCanBeStored() {
        var outcome =
                AnswerRules.judge(ChannelType.WEBHOOK, new Answer(500, "a\0b\u001b[31m\r\nc", Optional.empty()), NOW);

        assertThat(((Failed) outcome).why()).isEqualTo("HTTP 500 a b [31m c");
    }

    @Test
    void whatIsSecretIsTakenOutOfWhatIsSaid() {
        var cleaned = Cleaning.clean(
                "HTTP 403 token xoxb-1-2 of https://hooks.example.com/T0/abc?x=1 is bad",
                List.of("xoxb-1", "xoxb-1-2", "x"));

        assertThat(cleaned).isEqualTo("HTTP 403 token *** of *** is bad");
    }
}
