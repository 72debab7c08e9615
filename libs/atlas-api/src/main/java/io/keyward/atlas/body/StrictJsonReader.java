package io.keyward.atlas.body;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;

/**
 * Reads request bodies. What a client meant must be what we understood: unknown fields, fields given twice, text where a number belongs,
 * null as an element of a list, what no text or number can hold, and anything behind the end of the document are refused. What a client merely sends back from an
 * answer is not: a request type names those fields in {@code @JsonIgnoreProperties}, which is the one way in which a known field is ignored.
 *
 * <p>Only for requests; events and other services' answers are read with the lenient mapper of the application, because their writers may be
 * newer than we are.
 */
@Provider
@Priority(Priorities.USER - 1000)
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(MediaType.APPLICATION_JSON)
public class StrictJsonReader implements MessageBodyReader<Object> {
    /** No request of the API is half as deep. What is kept as it was sent is answered inside of something else, which has a limit too. */
    private static final int MAX_DEPTH = 64;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ObjectMapper strict;
    private final BodyLimit limit;

    StrictJsonReader(ObjectMapper mapper, BodyLimit limit) {
        this.strict = strict(mapper);
        this.limit = limit;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        String text = text(limit.readWithin(body));
        if (text.isEmpty()) {
            throw Refusal.of(ErrorCode.INVALID_JSON).withDetail("The request needs a body: a JSON object.");
        }
        try {
            Inspection.inspect(strict.createParser(text));
            Object value = strict.readValue(text, strict.constructType(genericType));
            if (value == null) {
                throw Refusal.of(ErrorCode.INVALID_JSON);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw JsonProblems.explain(e);
        }
    }

    /** JSON travels in UTF-8. A byte order mark says nothing then, and is passed over. */
    private static String text(byte[] bytes) {
        String text = Utf8.decode(bytes).orElseThrow(() -> Refusal.of(ErrorCode.MALFORMED_JSON)
                .withDetail("The request body is not encoded in UTF-8."));
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    static ObjectMapper strict(ObjectMapper mapper) {
        ObjectMapper strict = mapper.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                // A number would be the position of a constant in our code: 0 for the mightiest role.
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        strict.registerModule(new SimpleModule("strict").addDeserializer(Instant.class, new StrictInstants()));
        strict.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
        strict.setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        strict.setConfig(strict.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        strict.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return strict;
    }
}
