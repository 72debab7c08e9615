package io.keyward.e2e.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.keyward.contracts.Topics;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What every message has to look like: CloudEvents in binary mode, and a value that its committed schema holds. */
public final class Wire {
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private Wire() {}

    public static void verify(Message message) {
        Map<String, String> headers = message.headers();
        assertThat(headers)
                .as("headers of %s", message)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_subject", message.key())
                .containsEntry("ce_datacontenttype", "application/json")
                .containsEntry("content-type", "application/json")
                .containsEntry("ce_type", message.value().path("type").asText());
        assertThat(headers.get("ce_source")).matches("/keyward/(config|endpoint|validation)-service");
        assertThat(UUID.fromString(headers.get("ce_id"))).isNotNull();
        assertThat(Instant.parse(headers.get("ce_time"))).isNotNull();
        assertThat(schema(message.type()).validate(message.value()))
                .as("%s against its schema", message)
                .isEmpty();
    }

    private static JsonSchema schema(String type) {
        return SCHEMAS.computeIfAbsent(type, Wire::load);
    }

    private static JsonSchema load(String type) {
        InputStream schema = Topics.class.getResourceAsStream("schemas/" + type + ".json");
        assertThat(schema).as("schema of %s", type).isNotNull();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }
}
