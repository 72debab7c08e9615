package io.keyward.atlas.reply;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.keyward.atlas.Page;

/** An answer with its HTTP status inside, for clients that cannot see it outside ({@code ?envelope=true}). */
sealed interface Envelope {

    /** A list keeps its shape and gets a status beside. */
    record OfPage(@JsonUnwrapped Page<?> page, int status) implements Envelope {}

    /** Anything else becomes the content. */
    record OfEntity(int status, Object content) implements Envelope {}

    static Envelope around(Object entity, int status) {
        return entity instanceof Page<?> page ? new OfPage(page, status) : new OfEntity(status, entity);
    }
}
