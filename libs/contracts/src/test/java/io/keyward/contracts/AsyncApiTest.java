package io.keyward.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The description of the topics is complete, and everything that it points at exists. */
class AsyncApiTest {
    private final JsonNode document = Contract.asyncApi();

    @Test
    void describesEveryTopic() {
        // Given
        Set<String> addresses = StreamSupport.stream(document.path("channels").spliterator(), false)
                .map(channel -> channel.path("address").asText())
                .collect(Collectors.toSet());

        // Then
        assertThat(addresses).isEqualTo(topicConstants());
    }

    @Test
    void describesEveryEventOnItsTopicAndNoOther() {
        // Given
        Map<Set<String>, Long> described = StreamSupport.stream(
                        document.path("channels").spliterator(), false)
                .map(channel -> StreamSupport.stream(channel.path("messages").spliterator(), false)
                        .map(message -> resolve(message).path("name").asText())
                        .collect(Collectors.toSet()))
                .collect(Collectors.groupingBy(names -> names, Collectors.counting()));

        // Then
        Set<Set<String>> declared =
                Contract.topics().stream().map(AsyncApiTest::wireNames).collect(Collectors.toSet());
        assertThat(described.keySet()).isEqualTo(declared);
    }

    @Test
    void everyMessagePointsAtItsSchemaAndTheHeaders() {
        document.at("/components/messages").forEach(message -> {
            String type = message.path("name").asText();
            assertThat(message.at("/payload/schema/$ref").asText()).isEqualTo("./schemas/" + type + ".json");
            assertThat(message.path("title"))
                    .isEqualTo(Contract.schemaText(type).path("title"));
            assertThat(resolve(message.path("headers")).path("required")).isNotEmpty();
        });
    }

    @Test
    void everyOperationSendsOnAChannelThatExists() {
        assertThat(document.path("operations")).hasSameSizeAs(document.path("channels"));
        document.path("operations").forEach(operation -> assertThat(
                        resolve(operation.path("channel")).path("address").asText())
                .isNotEmpty());
    }

    private JsonNode resolve(JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    private static Set<String> wireNames(Class<?> topic) {
        return Arrays.stream(topic.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> topicConstants() {
        return Stream.of(Topics.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.toSet());
    }
}
