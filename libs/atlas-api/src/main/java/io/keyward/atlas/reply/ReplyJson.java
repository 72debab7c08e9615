package io.keyward.atlas.reply;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.keyward.atlas.Timestamps;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;

/** Answers as JSON. Every time in them is written in whole seconds, whatever the clock behind it knows. */
@ApplicationScoped
class ReplyJson {
    private final ObjectMapper json;

    ReplyJson(ObjectMapper mapper) {
        this.json = mapper.copy().registerModule(new SimpleModule("reply").addSerializer(new WholeSeconds()));
    }

    /** As text; what is text already is taken as it is. */
    String write(Object entity, boolean pretty) {
        if (entity instanceof String text) {
            return text;
        }
        try {
            return pretty
                    ? json.writerWithDefaultPrettyPrinter().writeValueAsString(entity)
                    : json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is answered can be written as JSON.", e);
        }
    }

    private static final class WholeSeconds extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        WholeSeconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant time, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Timestamps.write(time));
        }
    }
}
