package io.keyward.atlas.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.keyward.atlas.Timestamps;
import java.io.IOException;
import java.time.Instant;

/** Reads times as {@link Timestamps} does, and as nothing else: Jackson alone would also take numbers and the empty text. */
final class StrictInstants extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    StrictInstants() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getText();
        return Timestamps.read(text)
                .orElseThrow(() -> InvalidFormatException.from(parser, "not a point in time", text, Instant.class));
    }
}
