package io.keyward.validation.provider;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Somebody between a check and its cloud, a proxy for instance, whose every answer has status 200 and none of whose answers is the cloud's. */
public final class Impostor {
    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{}",
            "{\"error\":\"offline\"}",
            "<html>Please sign in to the network.</html>",
            // Decodes, and is nothing that was ever encrypted.
            "{\"value\":\"AAAA\",\"Plaintext\":\"AAAA\",\"plaintext\":\"AAAA\"}",
            "{\"value\":7,\"Plaintext\":7,\"plaintext\":7,\"KeyMetadata\":7,\"key\":7,\"attributes\":7,\"state\":7,\"access_token\":7,\"CiphertextBlob\":7,"
                    + "\"ciphertext\":7}");

    private Impostor() {}

    /** Each operation with each body, but for ciphertext, which may look like anything: it is found out by the next check, that decrypts it. */
    public static Stream<Arguments> answers(String... operations) {
        return Stream.of(operations).flatMap(operation -> BODIES.stream()
                .filter(body -> !(operation.equals("Encrypt") && body.contains("AAAA")))
                .map(body -> Arguments.of(operation, body)));
    }
}
