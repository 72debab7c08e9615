package io.keyward.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is committed beside the records, as the tests see it. */
final class Contract {

    /** As strict as Jackson is by itself: unknown fields are errors unless a record says otherwise. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Contract() {}

    /** The sealed interface of each topic. */
    static List<Class<?>> topics() {
        return List.of(Event.class.getPermittedSubclasses());
    }

    /** The records of a sealed interface, and of those that it is divided into. */
    static List<Class<?>> recordsOf(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .<Class<?>>flatMap(type -> type.isSealed() ? recordsOf(type).stream() : Stream.of(type))
                .toList();
    }

    /** Every event type's wire name and the topic's interface that declares it. */
    static Map<String, Class<?>> types() {
        return topics().stream().flatMap(Contract::named).collect(Collectors.toMap(Named::type, Named::topic));
    }

    static JsonNode sample(String type) {
        return read("/golden/" + type + ".json", JSON);
    }

    /** As the last release before fields were added wrote it. */
    static JsonNode formerSample(String type) {
        return read("/golden/former/" + type + ".json", JSON);
    }

    /** The types that have a former sample. */
    static Stream<String> formerTypes() {
        return types().keySet().stream()
                .filter(type -> Contract.class.getResource("/golden/former/" + type + ".json") != null)
                .sorted();
    }

    static JsonNode schemaText(String type) {
        return read("/io/keyward/contracts/schemas/" + type + ".json", JSON);
    }

    static JsonSchema schema(String type) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schemaText(type));
    }

    static JsonNode asyncApi() {
        return read("/io/keyward/contracts/asyncapi.yaml", new YAMLMapper());
    }

    private static Stream<Named> named(Class<?> topic) {
        return Arrays.stream(topic.getAnnotation(JsonSubTypes.class).value())
                .map(type -> new Named(type.name(), topic));
    }

    private static JsonNode read(String resource, ObjectMapper mapper) {
        try (InputStream in = Contract.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("missing: " + resource);
            }
            return mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Named(String type, Class<?> topic) {}
}
