package io.keyward.messaging;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.keyward.contracts.AccessEvent;
import io.keyward.contracts.AlertEvent;
import io.keyward.contracts.BackupEvent;
import io.keyward.contracts.ClusterEvent;
import io.keyward.contracts.EncryptionEvent;
import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.Event;
import io.keyward.contracts.KeyEvent;
import io.keyward.contracts.ModeEvent;
import io.keyward.contracts.ProjectEvent;
import io.keyward.telemetry.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Events to and from JSON: CloudEvents in binary mode, times as ISO-8601 in whole milliseconds. Its mapper is its own, so that settings of
 * a service's REST side never reach the wire.
 */
@ApplicationScoped
class EventJson {
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(Instant.class, new MillisecondInstants()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final String source;

    EventJson(MessagingConfig config) {
        this.source = "/keyward/" + config.application();
    }

    /** What a message turned out to be. */
    sealed interface Reading<E extends Event> {
        record Known<E extends Event>(E event) implements Reading<E> {}

        /** Valid, but of a type that a newer producer introduced. */
        record Unrecognized<E extends Event>() implements Reading<E> {}

        /** No event of this topic at all; {@code reason} says why and quotes nothing of the message. */
        record Malformed<E extends Event>(String reason) implements Reading<E> {}
    }

    Envelope envelope(String topic, Event event, Optional<String> traceParent) {
        UUID id = UUID.randomUUID();
        ObjectNode payload = mapper.valueToTree(event);
        String type = payload.required("type").asText();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_type", type);
        headers.put("ce_source", source);
        headers.put("ce_subject", event.aggregateId());
        headers.put("ce_time", inMilliseconds(event.occurredAt()));
        headers.put("ce_datacontenttype", "application/json");
        headers.put("content-type", "application/json");
        traceParent.ifPresent(value -> headers.put(TraceParent.HEADER, value));
        return new Envelope(id, topic, event.aggregateId(), type, payload.toString(), write(headers));
    }

    <E extends Event> Reading<E> read(byte[] payload, Class<E> type) {
        if (payload == null || payload.length == 0) {
            return new Reading.Malformed<>("the message is empty; a deletion is an event too");
        }
        try {
            E event = mapper.readValue(payload, type);
            return event == null ? new Reading.Malformed<>("the message is null") : judged(event);
        } catch (JacksonException e) {
            return new Reading.Malformed<>(placeOf(e));
        } catch (IOException e) {
            return new Reading.Malformed<>("unreadable: " + e.getClass().getSimpleName());
        }
    }

    /** Jackson's own words repeat the value they are about, and this ends up in a log. */
    private static String placeOf(JacksonException problem) {
        String kind = problem.getClass().getSimpleName();
        JsonLocation at = problem.getLocation();
        return at == null ? kind : "%s at line %d, column %d".formatted(kind, at.getLineNr(), at.getColumnNr());
    }

    private static <E extends Event> Reading<E> judged(E event) {
        if (isUnrecognized(event)) {
            return new Reading.Unrecognized<>();
        }
        if (isAbsent(event.aggregateId()) || isAbsent(event.occurredAt()) || isAbsent(event.actor())) {
            return new Reading.Malformed<>("the aggregate's id, occurredAt or actor is missing");
        }
        return new Reading.Known<>(event);
    }

    /** A reader of JSON cannot trust that what is never null was sent. */
    @SuppressWarnings("ConstantValue")
    private static boolean isAbsent(Object part) {
        return part == null;
    }

    private static boolean isUnrecognized(Event event) {
        return switch (event) {
            case ProjectEvent.Unrecognized e -> true;
            case AccessEvent.Unrecognized e -> true;
            case EncryptionEvent.Unrecognized e -> true;
            case ClusterEvent.Unrecognized e -> true;
            case EndpointEvent.Unrecognized e -> true;
            case KeyEvent.Unrecognized e -> true;
            case EnforcementEvent.Unrecognized e -> true;
            case AlertEvent.Unrecognized e -> true;
            case BackupEvent.Unrecognized e -> true;
            case ModeEvent.Unrecognized e -> true;
            case ProjectEvent e -> false;
            case AccessEvent e -> false;
            case EncryptionEvent e -> false;
            case ClusterEvent e -> false;
            case EndpointEvent e -> false;
            case KeyEvent e -> false;
            case EnforcementEvent e -> false;
            case AlertEvent e -> false;
            case BackupEvent e -> false;
            case ModeEvent e -> false;
        };
    }

    private String write(Map<String, String> headers) {
        try {
            return mapper.writeValueAsString(headers);
        } catch (JacksonException e) {
            throw new IllegalStateException("strings are always writable", e);
        }
    }

    private static String inMilliseconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static final class MillisecondInstants extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(inMilliseconds(value));
        }
    }
}
