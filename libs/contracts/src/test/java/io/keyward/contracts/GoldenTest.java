package io.keyward.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire is what is committed: producers write exactly the samples, and consumers read them, and what is newer than themselves. */
class GoldenTest {

    static Stream<String> types() {
        return Contract.types().keySet().stream().sorted();
    }

    static Stream<Class<?>> topics() {
        return Contract.topics().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void producerWritesTheSample(String type) throws IOException {
        // When
        byte[] written = Contract.JSON.writeValueAsBytes(Samples.all().get(type));

        // Then
        assertThat(Contract.JSON.readTree(written)).isEqualTo(Contract.sample(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void consumerReadsTheSample(String type) throws JsonProcessingException {
        assertThat(read(Contract.sample(type), type)).isEqualTo(Samples.all().get(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void consumerIgnoresFieldsItDoesNotKnow(String type) throws JsonProcessingException {
        // Given
        JsonNode newer = Contract.sample(type);
        addFieldEverywhere(newer);

        // When
        Object event = read(newer, type);

        // Then
        assertThat(event).isEqualTo(Samples.all().get(type));
    }

    @ParameterizedTest
    @MethodSource("io.keyward.contracts.Contract#formerTypes")
    void consumerReadsWhatWasWrittenBefore(String type) throws JsonProcessingException {
        // When
        JsonNode read = Contract.JSON.valueToTree(read(Contract.formerSample(type), type));

        // Then
        Contract.formerSample(type).properties().forEach(field -> assertThat(
                        read.get(field.getKey()).getNodeType())
                .isEqualTo(field.getValue().getNodeType()));
        Stream.of("/keyIds", "/keyUses", "/enforcement/heldBack", "/enforcement/privatePaths")
                .filter(list -> !Contract.sample(type).at(list).isMissingNode())
                .forEach(list -> assertThat(read.at(list).isArray()).as(list).isTrue());
    }

    @Test
    void consumerReadsVocabularyItDoesNotKnow() throws JsonProcessingException {
        // Given
        ObjectNode newer = (ObjectNode) Contract.sample("keyward.key.revoked.v1");
        newer.withObject("/facts").put("verdict", "HELD").put("provider", "OTHER");
        newer.withObject("/evidence").put("reason", "SOMETHING_NEW");
        newer.withObject("/actor").put("type", "USER");

        // When
        KeyEvent event = (KeyEvent) read(newer, "keyward.key.revoked.v1");

        // Then
        assertThat(event).isInstanceOfSatisfying(KeyEvent.KeyRevoked.class, revoked -> {
            assertThat(revoked.facts().verdict()).isEqualTo("HELD");
            assertThat(revoked.evidence().reason()).isEqualTo("SOMETHING_NEW");
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void anUnknownTypeIsUnrecognized(String type) throws JsonProcessingException {
        // Given
        ObjectNode newer = (ObjectNode) Contract.sample(type);
        newer.put("type", "keyward.something.happened.v1");

        // When
        Object event = read(newer, type);

        // Then
        assertThat(event.getClass().getSimpleName()).isEqualTo("Unrecognized");
    }

    @ParameterizedTest
    @MethodSource("types")
    void aMissingTypeIsUnrecognized(String type) throws JsonProcessingException {
        // Given
        ObjectNode untyped = (ObjectNode) Contract.sample(type);
        untyped.remove("type");

        // When
        Object event = read(untyped, type);

        // Then
        assertThat(event.getClass().getSimpleName()).isEqualTo("Unrecognized");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyPermittedSubclassHasAWireName(Class<?> topic) {
        // Given
        Stream<Class<?>> named =
                Arrays.stream(topic.getAnnotation(JsonSubTypes.class).value()).map(JsonSubTypes.Type::value);

        // Then
        assertThat(Contract.recordsOf(topic))
                .filteredOn(type -> !type.getSimpleName().equals("Unrecognized"))
                .containsExactlyInAnyOrderElementsOf(named.toList());
    }

    @Test
    void everyTypeHasARecordAmongTheSamples() {
        assertThat(Samples.all().keySet()).isEqualTo(Contract.types().keySet());
    }

    @ParameterizedTest
    @MethodSource("types")
    void theAggregateIsTheOneNamedFirst(String type) {
        // Given
        JsonNode sample = Contract.sample(type);

        // Then
        String idField = sample.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("type"))
                .findFirst()
                .orElseThrow();
        assertThat(Samples.all().get(type).aggregateId())
                .isEqualTo(sample.get(idField).asText());
    }

    private static Object read(JsonNode value, String type) throws JsonProcessingException {
        return Contract.JSON.readValue(value.toString(), Contract.types().get(type));
    }

    private static void addFieldEverywhere(JsonNode node) {
        node.forEach(GoldenTest::addFieldEverywhere);
        if (node instanceof ObjectNode object) {
            object.put("addedLater", true).set("addedListLater", new ArrayNode(Contract.JSON.getNodeFactory()));
        }
    }
}
