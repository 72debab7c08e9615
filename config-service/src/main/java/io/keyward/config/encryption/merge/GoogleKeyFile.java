package io.keyward.config.encryption.merge;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;

/** The JSON file that Google makes of a service account's key. It is looked at only as far as to tell whether it is one. */
final class GoogleKeyFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GoogleKeyFile() {}

    /** Whether that text is a key file of a service account. Nothing of it is ever told. */
    static boolean isOne(String text) {
        try {
            JsonNode file = JSON.readTree(text);
            return "service_account".equals(file.path("type").asText())
                    && Stream.of("client_email", "private_key", "private_key_id")
                            .allMatch(field ->
                                    EncryptionPatch.isSent(file.path(field).textValue()));
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
