package io.keyward.validation.alert.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.validation.alert.channel.Channel;
import jakarta.enterprise.context.ApplicationScoped;

/** Notices and channels, written to columns and read from them. */
@ApplicationScoped
public class NoticeJson {
    private final ObjectMapper json;

    NoticeJson(ObjectMapper json) {
        this.json = json;
    }

    /** The notice that a row says. */
    public Notice notice(String column) {
        return read(column, Notice.class);
    }

    /** The channel that a row says, sealed as it was when the row was written. */
    public Channel channel(String column) {
        return read(column, Channel.class);
    }

    String write(Notice notice) {
        return write(Notice.class, notice);
    }

    String write(Channel channel) {
        return write(Channel.class, channel);
    }

    private String write(Class<?> type, Object value) {
        try {
            return json.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a column of a notice cannot be written", bug);
        }
    }

    private <T> T read(String column, Class<T> type) {
        try {
            return json.readValue(column, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a column of a notice cannot be read", corrupt);
        }
    }
}
