package io.keyward.validation.alert.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.validation.alert.channel.Notification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Alert configurations, written to rows and read from them. */
@ApplicationScoped
class ConfigurationRows {
    private static final TypeReference<List<Matcher>> MATCHERS = new TypeReference<>() {};
    private static final TypeReference<List<Notification>> NOTIFICATIONS = new TypeReference<>() {};

    private final ObjectMapper json;

    ConfigurationRows(ObjectMapper json) {
        this.json = json;
    }

    ConfigurationEntity create(String id, String groupId, AlertConfiguration.Content content, Instant now) {
        var row = new ConfigurationEntity();
        row.id = id;
        row.groupId = groupId;
        row.createdAt = now;
        write(row, content, now);
        return row;
    }

    void write(ConfigurationEntity row, AlertConfiguration.Content content, Instant now) {
        row.type = content.type();
        row.enabled = content.enabled();
        row.severity = content.severity();
        row.threshold = content.threshold();
        row.matchers = write(MATCHERS, content.matchers());
        row.notifications = write(NOTIFICATIONS, content.notifications());
        row.updatedAt = now;
    }

    AlertConfiguration toRecord(ConfigurationEntity row) {
        var content = new AlertConfiguration.Content(
                row.type,
                row.enabled,
                row.severity,
                row.threshold,
                read(row.matchers, MATCHERS),
                read(row.notifications, NOTIFICATIONS));
        return new AlertConfiguration(row.id, row.groupId, content, row.createdAt, row.updatedAt, row.revision);
    }

    /** With the list's type, or the kinds of channels would not be written. */
    private String write(TypeReference<?> type, List<?> values) {
        try {
            return json.writerFor(type).writeValueAsString(values);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a column of an alert configuration cannot be written", bug);
        }
    }

    private <T> T read(String column, TypeReference<T> type) {
        try {
            return json.readValue(column, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a column of an alert configuration cannot be read", corrupt);
        }
    }
}
