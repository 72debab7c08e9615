package io.keyward.endpoint.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.keyward.contracts.Topics;
import io.keyward.testkit.EventReader;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Listens to what the service tells, as a stranger would. */
public final class TestEvents implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventReader reader;

    private TestEvents(EventReader reader) {
        this.reader = reader;
    }

    public static TestEvents open() {
        var bootstrap = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return new TestEvents(EventReader.open(bootstrap, Topics.ENDPOINTS));
    }

    /** Types of the events about one endpoint, in their order and without what they have in common: {@code requested}, {@code activated}, … */
    public List<String> typesOf(String id) {
        return reader.eventsOf(id).stream()
                .map(event -> event.headers().getOrDefault("ce_type", "?"))
                .map(type -> type.replaceFirst("keyward\\.endpoint\\.(.*)\\.v1", "$1"))
                .toList();
    }

    /** The events about one endpoint, in their order, each as its committed schema wants it. */
    public List<JsonNode> of(String id) {
        return reader.eventsOf(id).stream().map(TestEvents::verified).toList();
    }

    private static JsonNode verified(EventReader.Received event) {
        try {
            var value = JSON.readTree(event.payload());
            var schema = Topics.class.getResourceAsStream(
                    "schemas/" + event.headers().get("ce_type") + ".json");
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(value))
                    .isEmpty();
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        reader.close();
    }
}
