package io.keyward.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas hold the samples, and nothing that lacks a part or has one too many. */
class SchemaTest {

    /** Fields that a message may lack; every other one is required wherever a sample has it. */
    private static final Set<String> OPTIONAL = Set.of(
            "address",
            "remedy",
            "message",
            "requestId",
            "former",
            "keyIds",
            "paused",
            "appliedRevision",
            "nodesReachKms",
            "nodesRefusedSince",
            "rewrap",
            "addresses",
            "heldBack",
            "privatePaths",
            "movedSince",
            "predecessorId",
            "successorId",
            "mode",
            "heldSince",
            "life",
            "endsAt",
            "end",
            "rotatedAt",
            "rotationSource",
            "nextRotationAt",
            "deadline",
            "checkIntervalSeconds",
            "effectiveCheckIntervalSeconds",
            "comment");

    /** Fields that some events need and others may lack; which need them, {@link #whatAnEventMustSayOfItsEndpoint} tells. */
    private static final Set<String> OPTIONAL_PATHS = Set.of(
            "/endpoint/reference",
            "/endpoint/errorMessage",
            "/enforcement/privatePaths/0/reference",
            "/enforcement/privatePaths/1/reference",
            "/alert/subject/region",
            "/alert/reason",
            "/alert/acknowledgedUntil",
            "/alert/alertConfigId",
            "/alertConfig/severityOverride",
            "/alertConfig/threshold",
            "/alertConfig/notifications/0/intervalMin",
            "/alertConfig/notifications/0/recipient",
            "/snapshot/expiresAt",
            "/snapshot/storageSizeBytes",
            "/restore/target",
            "/restore/pointInTime",
            "/restore/pointInTime/increment",
            "/keyUses/0/keyId",
            "/reason");

    /** Fields that an event may lack, or had not from its beginning, where others require one of that name. */
    private static final Set<String> ADDED_LATER =
            Set.of("keyward.encryption.disabled.v1/keyUses", "keyward.guard.changed.v1/decision");

    static Stream<String> types() {
        return Contract.types().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void holdsItsSample(String type) {
        assertThat(Contract.schema(type).validate(Contract.sample(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void namesItselfAndItsType(String type) {
        // Given
        JsonNode schema = Contract.schemaText(type);

        // Then
        assertThat(schema.at("/$id").asText()).isEqualTo("urn:keyward:schema:" + type);
        assertThat(schema.at("/properties/type/const").asText()).isEqualTo(type);
        assertThat(schema.at("/title").asText())
                .isEqualTo(Samples.all().get(type).getClass().getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("types")
    void holdsNoOtherEventsSample(String type) {
        // Given
        JsonSchema schema = Contract.schema(type);

        // Then
        assertThat(types().filter(other -> !other.equals(type)))
                .allSatisfy(other ->
                        assertThat(schema.validate(Contract.sample(other))).isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> refusesASampleThatLacksAField() {
        return types().flatMap(type -> paths(Contract.sample(type), "")
                .filter(path -> !OPTIONAL.contains(lastOf(path)) && !OPTIONAL_PATHS.contains(path))
                .filter(path -> !ADDED_LATER.contains(type + path))
                .map(path -> DynamicTest.dynamicTest(type + " without " + path, () -> {
                    // Given
                    JsonNode mutated = Contract.sample(type);
                    ((ObjectNode) mutated.at(parentOf(path))).remove(lastOf(path));

                    // Then
                    assertThat(Contract.schema(type).validate(mutated)).isNotEmpty();
                })));
    }

    @ParameterizedTest
    @CsvSource({"activated,reference", "activated,address", "failed,errorMessage", "lost,errorMessage"})
    void whatAnEventMustSayOfItsEndpoint(String event, String field) {
        // Given
        String type = "keyward.endpoint." + event + ".v1";
        JsonNode mutated = Contract.sample(type);
        ((ObjectNode) mutated.path("endpoint")).remove(field);

        // Then
        assertThat(Contract.schema(type).validate(mutated)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "endpointId", "address"})
    void whatAPrivatePathMustSay(String field) {
        // Given
        String type = "keyward.cluster.running.v1";
        JsonNode mutated = Contract.sample(type);
        ((ObjectNode) mutated.at("/enforcement/privatePaths/0")).remove(field);

        // Then
        assertThat(Contract.schema(type).validate(mutated)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keyUseId", "key", "region"})
    void onlyAReasonThatIsNoKeyLacksIt(String field) {
        // Given
        String type = "keyward.cluster.stopped.v1";
        JsonNode mutated = Contract.sample(type);
        ((ObjectNode) mutated.at("/enforcement/reasons/0")).remove(field);

        // Then
        assertThat(Contract.schema(type).validate(mutated)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.keyward.contracts.Contract#formerTypes")
    void holdsWhatWasWrittenBefore(String type) {
        assertThat(Contract.schema(type).validate(Contract.formerSample(type))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> refusesASampleWithAFieldTooMany() {
        return types().flatMap(type -> Stream.concat(Stream.of(""), paths(Contract.sample(type), ""))
                .filter(path -> Contract.sample(type).at(path).isObject())
                .map(path -> DynamicTest.dynamicTest(type + " with more in '" + path + "'", () -> {
                    // Given
                    JsonNode mutated = Contract.sample(type);
                    ((ObjectNode) mutated.at(path)).put("secretAccessKey", "never");

                    // Then
                    assertThat(Contract.schema(type).validate(mutated)).isNotEmpty();
                })));
    }

    @Test
    void aPartThatSeveralSchemasNameIsTheSameInAll() {
        Map<String, JsonNode> parts = new HashMap<>();
        types().forEach(type -> Contract.schemaText(type)
                .path("$defs")
                .properties()
                .forEach(part -> {
                    JsonNode first = parts.computeIfAbsent(part.getKey(), name -> part.getValue());
                    assertThat(part.getValue())
                            .as("%s in %s", part.getKey(), type)
                            .isEqualTo(first);
                }));
    }

    private static Stream<String> paths(JsonNode node, String path) {
        Stream<String> below = Stream.empty();
        if (node.isObject()) {
            below = node.properties().stream()
                    .flatMap(field -> Stream.concat(
                            Stream.of(path + "/" + field.getKey()),
                            paths(field.getValue(), path + "/" + field.getKey())));
        } else if (node.isArray() && !node.isEmpty()) {
            below = paths(node.get(0), path + "/0");
        }
        return below;
    }

    private static String parentOf(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
