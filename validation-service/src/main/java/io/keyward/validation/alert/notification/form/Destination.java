package io.keyward.validation.alert.notification.form;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a notice goes, with what opens it in plain: for the moment of sending only. None of them says its secrets. */
public sealed interface Destination {
    /** Anything shorter in an address is a word, and no secret. */
    int SHORTEST_SECRET = 6;

    /** What must not be in any log, row or answer. */
    List<String> secrets();

    /** Events of Datadog. */
    record Datadog(String apiKey, String region) implements Destination {
        @Override
        public List<String> secrets() {
            return List.of(apiKey);
        }

        @Override
        public String toString() {
            return "Datadog " + region;
        }
    }

    /** A channel of Microsoft Teams. */
    record Teams(String url, boolean guarded) implements Destination {
        @Override
        public List<String> secrets() {
            return ofUrl(url);
        }

        @Override
        public String toString() {
            return "Microsoft Teams";
        }
    }

    /** Alerts of Opsgenie. */
    record OpsGenie(String apiKey, String region) implements Destination {
        @Override
        public List<String> secrets() {
            return List.of(apiKey);
        }

        @Override
        public String toString() {
            return "Opsgenie " + region;
        }
    }

    /** Incidents of PagerDuty. */
    record PagerDuty(String routingKey, String region) implements Destination {
        @Override
        public List<String> secrets() {
            return List.of(routingKey);
        }

        @Override
        public String toString() {
            return "PagerDuty " + region;
        }
    }

    /** A channel of Slack. */
    record Slack(String token, String channel) implements Destination {
        @Override
        public List<String> secrets() {
            return List.of(token);
        }

        @Override
        public String toString() {
            return "Slack " + channel;
        }
    }

    /** Incidents of VictorOps. */
    record VictorOps(String apiKey, @Nullable String routingKey) implements Destination {
        @Override
        public List<String> secrets() {
            return Stream.concat(Stream.of(apiKey), Stream.ofNullable(routingKey))
                    .toList();
        }

        @Override
        public String toString() {
            return "VictorOps";
        }
    }

    /**
     * An HTTP request.
     *
     * @param secret signs it; null when it is not signed
     * @param guarded whether it must not lead into private networks
     */
    record Webhook(
            String url,
            @Nullable String secret,
            @Nullable String bodyTemplate,
            @Nullable String headersTemplate,
            boolean guarded)
            implements Destination {
        @Override
        public List<String> secrets() {
            return Stream.concat(ofUrl(url).stream(), Stream.ofNullable(secret)).toList();
        }

        @Override
        public String toString() {
            return "Webhook";
        }
    }

    /** All but the server is secret of an address that lets whoever knows it write there; who was asked may well repeat it, or parts of it. */
    private static List<String> ofUrl(String url) {
        var target = url.replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*", "");
        var parts = Arrays.stream(target.split("[/?#&=;]", -1));
        return Stream.concat(Stream.of(url, target), parts)
                .filter(part -> part.length() >= SHORTEST_SECRET)
                .toList();
    }
}
