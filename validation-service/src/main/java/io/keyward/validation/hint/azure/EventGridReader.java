package io.keyward.validation.hint.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what matters from an event of Event Grid: Key Vault names vault, key and version, the resource manager the resource. */
final class EventGridReader {
    private static final String KEY = "Key";

    private EventGridReader() {}

    static AzureHint read(EventGridEvent event) {
        var data = Optional.ofNullable(event.data()).orElseGet(MissingNode::getInstance);
        var isKey = KEY.equalsIgnoreCase(text(data.path("ObjectType")));
        var resource = text(data.path("resourceUri"));
        return new AzureHint(
                event.type(),
                text(data.path("VaultName")),
                isKey ? text(data.path("ObjectName")) : null,
                isKey ? text(data.path("Version")) : null,
                resource == null ? event.subject() : resource);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
