package io.keyward.validation.alert.notification.transport;

import io.keyward.validation.alert.channel.ChannelType;
import io.keyward.validation.alert.notification.transport.Outcome.Failed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the answers of the services behind channels mean. Some say with status 200 that they did not take it. */
final class AnswerRules {
    private static final int MOST_SHOWN = 300;
    private static final int TOO_MANY = 429;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Set<Integer> PASSING = Set.of(408, 409, 423, 425, TOO_MANY);
    private static final Pattern SLACK_OK = Pattern.compile("\"ok\"\\s*:\\s*true");
    private static final Pattern SLACK_ERROR = Pattern.compile("\"error\"\\s*:\\s*\"([a-z_]{1,60})\"");
    private static final Set<String> SLACK_PASSING = Set.of(
            "ratelimited", "rate_limited", "internal_error", "fatal_error", "request_timeout", "service_unavailable");
    private static final Pattern VICTOR_OPS_FAILURE = Pattern.compile("\"result\"\\s*:\\s*\"failure\"");
    /** How a connector says with status 200 that it did not take a message. */
    private static final String TEAMS_FAILURE = "Webhook message delivery failed";

    private AnswerRules() {}

    static Outcome judge(ChannelType type, Answer answer, Instant now) {
        if (answer.status() < 200 || answer.status() > 299) {
            return refused(answer, now);
        }
        return switch (type) {
            case SLACK -> slack(answer, now);
            case MICROSOFT_TEAMS -> unless(answer.body().contains(TEAMS_FAILURE), answer, now);
            case VICTOR_OPS -> unless(VICTOR_OPS_FAILURE.matcher(answer.body()).find(), answer, now);
            case DATADOG, OPS_GENIE, PAGER_DUTY, WEBHOOK, EMAIL, GROUP, HIP_CHAT, ORG, SMS, TEAM, USER ->
                new Outcome.Delivered();
        };
    }

    private static Outcome refused(Answer answer, Instant now) {
        boolean redirect = answer.status() >= 300 && answer.status() < 400;
        boolean lasting = redirect || answer.status() < 500 && !PASSING.contains(answer.status());
        var words = redirect ? "answered with a redirect, which is not followed" : shown(answer.body());
        return new Failed(("HTTP " + answer.status() + " " + words).strip(), lasting, wait(answer, now));
    }

    private static Outcome slack(Answer answer, Instant now) {
        if (SLACK_OK.matcher(answer.body()).find()) {
            return new Outcome.Delivered();
        }
        var found = SLACK_ERROR.matcher(answer.body());
        var error = found.find() ? found.group(1) : "";
        return error.isEmpty()
                ? new Failed("Slack did not say ok: " + shown(answer.body()), false, wait(answer, now))
                : new Failed("Slack says " + error, !SLACK_PASSING.contains(error), wait(answer, now));
    }

    private static Outcome unless(boolean failed, Answer answer, Instant now) {
        return failed ? new Failed(shown(answer.body()), false, wait(answer, now)) : new Outcome.Delivered();
    }

    /** In seconds or as a date; nobody is made to wait for days. */
    private static Optional<Duration> wait(Answer answer, Instant now) {
        return answer.retryAfter()
                .flatMap(header -> header.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(header)))
                        : until(header, now))
                .map(asked -> asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
    }

    private static Optional<Duration> until(String header, Instant now) {
        try {
            var wait = Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
            return wait.isNegative() ? Optional.empty() : Optional.of(wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String shown(String body) {
        var line = body.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.substring(0, Math.min(MOST_SHOWN, line.length()));
    }
}
