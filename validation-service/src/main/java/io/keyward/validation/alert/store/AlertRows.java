package io.keyward.validation.alert.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.Alert.Acknowledgement;
import io.keyward.validation.alert.condition.Content;
import io.keyward.validation.alert.condition.Content.AffectedCluster;
import io.keyward.validation.alert.condition.Subject;
import io.keyward.validation.alert.rules.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alerts, written to rows and read from them. */
@ApplicationScoped
class AlertRows {
    private static final TypeReference<List<AffectedCluster>> CLUSTERS = new TypeReference<>() {};
    private static final TypeReference<List<ProviderCall>> CALLS = new TypeReference<>() {};

    private final ObjectMapper json;

    AlertRows(ObjectMapper json) {
        this.json = json;
    }

    /** A new row for what is wanted of a project. */
    AlertEntity create(String id, String groupId, Wanted wanted, Alert.Status status, Instant now) {
        var condition = wanted.condition();
        var row = new AlertEntity();
        row.id = id;
        row.groupId = groupId;
        row.configurationId = wanted.configurationId();
        row.type = condition.type();
        row.subjectKind = condition.subject().kind();
        row.subjectId = condition.subject().id();
        row.subjectName = condition.subject().name();
        row.region = condition.subject().region();
        row.status = status;
        row.createdAt = now;
        write(row, condition.content(), now);
        return row;
    }

    void write(AlertEntity row, Content content, Instant now) {
        row.reason = content.reason();
        row.explanation = content.explanation();
        row.remedy = content.remedy();
        row.clusters = write(content.clusters());
        row.calls = write(content.calls());
        row.since = content.since();
        row.deadline = content.deadline();
        row.updatedAt = now;
    }

    Alert toRecord(AlertEntity row) {
        return new Alert(
                row.id,
                row.groupId,
                row.configurationId,
                row.type,
                new Subject(row.subjectKind, row.subjectId, row.subjectName, row.region),
                content(row),
                row.status,
                row.createdAt,
                row.updatedAt,
                row.resolvedAt,
                row.ending,
                acknowledgement(row),
                row.lastNotified,
                row.revision);
    }

    Content content(AlertEntity row) {
        return new Content(
                row.reason,
                row.explanation,
                row.remedy,
                row.since,
                read(row.clusters, CLUSTERS),
                read(row.calls, CALLS),
                row.deadline);
    }

    private static @Nullable Acknowledgement acknowledgement(AlertEntity row) {
        var until = row.acknowledgedUntil;
        var username = row.acknowledgingUsername;
        return until == null || username == null
                ? null
                : new Acknowledgement(until, row.acknowledgementComment, username);
    }

    private String write(List<?> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a column of an alert cannot be written", bug);
        }
    }

    private <T> T read(String column, TypeReference<T> type) {
        try {
            return json.readValue(column, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a column of an alert cannot be read", corrupt);
        }
    }
}
