package io.keyward.validation.hint.google;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/** Takes what matters from a message of Pub/Sub, when it is an entry of the audit log; empty when it is something else, which is no fault of the sender's. */
final class AuditLogReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditLogReader() {}

    static Optional<GoogleHint> read(PubSubPush push) {
        var record = entry(push.message()).map(entry -> entry.path("protoPayload"));
        return record.filter(call -> call.path("serviceName").isTextual()
                        && call.path("methodName").isTextual())
                .map(AuditLogReader::hint);
    }

    private static GoogleHint hint(JsonNode call) {
        var method = call.path("methodName").textValue();
        return new GoogleHint(
                call.path("serviceName").textValue(),
                method.substring(method.lastIndexOf('.') + 1),
                call.path("resourceName").textValue(),
                call.at("/status/code").asInt(0) != 0);
    }

    private static Optional<JsonNode> entry(PubSubPush.Message message) {
        if (message.data() == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(Base64.getDecoder().decode(message.data())));
        } catch (IllegalArgumentException | JsonProcessingException notAnEntry) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes are read without a fault", impossible);
        }
    }
}
