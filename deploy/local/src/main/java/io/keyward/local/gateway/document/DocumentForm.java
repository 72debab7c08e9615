package io.keyward.local.gateway.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which form the document is asked for at {@code /api/openapi}: by the ending of the path, or else by what the caller accepts. */
public enum DocumentForm {
    JSON("application/json", new ObjectMapper()),
    YAML(
            "application/yaml",
            YAMLMapper.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build());

    private static final String PATH = "/api/openapi";

    private final String mediaType;
    private final ObjectMapper mapper;

    DocumentForm(String mediaType, ObjectMapper mapper) {
        this.mediaType = mediaType;
        this.mapper = mapper;
    }

    /**
     * What a request asks for; empty when it does not ask for the document.
     *
     * @param path of the request, without its query
     */
    public static Optional<DocumentForm> askedFor(HttpServerRequest request, String path) {
        if (!request.method().equals(HttpMethod.GET)) {
            return Optional.empty();
        }
        if (path.equals(PATH)) {
            String accepted = String.valueOf(request.getHeader("Accept")).toLowerCase(Locale.ROOT);
            return Optional.of(accepted.contains("yaml") ? YAML : JSON);
        }
        return Arrays.stream(values())
                .filter(form -> path.equals(PATH + "." + form.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** For {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    Buffer write(JsonNode document) {
        try {
            return Buffer.buffer(mapper.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written.", e);
        }
    }
}
