package io.keyward.atlas.body;

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

/** Reads forms, as the text that they are, within the limit of all bodies: the framework's own reader of texts knows no limit. */
@Provider
@Priority(Priorities.USER - 1000)
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class FormReader implements MessageBodyReader<String> {
    private final BodyLimit limit;

    FormReader(BodyLimit limit) {
        this.limit = limit;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == String.class;
    }

    @Override
    public String readFrom(
            Class<String> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return Utf8.decode(limit.readWithin(body)).orElseThrow(() -> Refusal.of(ErrorCode.BAD_REQUEST)
                .withDetail("The request body is not encoded in UTF-8."));
    }
}
