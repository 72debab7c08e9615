package io.keyward.simulator.azure.entra;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.hosts.HostCall;
import io.keyward.simulator.hosts.HostReply;
import io.keyward.simulator.hosts.Trouble;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** How Entra says no: what OAuth calls it, Entra's own number, and the ids by which its log can be searched. */
final class EntraReplies {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String RETRY_SECONDS = "1";

    private EntraReplies() {}

    static HostReply refused(HostCall call, EntraFault fault, Instant now) {
        EntraRefusal refusal = fault.refusal();
        HostReply reply = refused(call, refusal.number(), refusal.error(), refusal.status(), fault.text(), now);
        return refusal.passes() ? reply.with("Retry-After", RETRY_SECONDS) : reply;
    }

    static HostReply trouble(HostCall call, Trouble trouble, Instant now) {
        return switch (trouble) {
            case Trouble.Throttled throttled -> refused(call, new EntraFault(EntraRefusal.THROTTLED), now);
            case Trouble.Broken broken ->
                refused(call, EntraRefusal.DIRECTORY_DOWN.number(), "server_error", 500, broken.message(), now);
            case Trouble.Told told -> told(call, told, now);
        };
    }

    private static HostReply told(HostCall call, Trouble.Told told, Instant now) {
        String code = Objects.requireNonNullElse(told.code(), "server_error");
        return EntraRefusal.numbered(code)
                .map(refusal -> refused(
                        call, new EntraFault(refusal, Objects.requireNonNullElse(told.message(), refusal.text())), now))
                .orElseGet(() -> refused(
                        call,
                        0,
                        code,
                        Objects.requireNonNullElse(told.status(), 500),
                        Objects.requireNonNullElse(told.message(), ""),
                        now));
    }

    private static HostReply refused(HostCall call, int number, String error, int status, String text, Instant now) {
        String correlation = call.http().header("client-request-id").orElse(call.requestId());
        String time = TIME.format(now);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error)
                .put(
                        "error_description",
                        "AADSTS%d: %s Trace ID: %s Correlation ID: %s Timestamp: %s"
                                .formatted(number, text, call.requestId(), correlation, time));
        body.putArray("error_codes").add(number);
        body.put("timestamp", time)
                .put("trace_id", call.requestId())
                .put("correlation_id", correlation)
                .put("error_uri", "https://" + call.host() + "/error?code=" + number);
        String code = number == 0 ? error : Integer.toString(number);
        return HostReply.refused(status, body, code, text).with("x-ms-request-id", call.requestId());
    }
}
