package io.keyward.config.activity.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.QueryFlags;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers questions about a log. */
@ApplicationScoped
class EventService {
    private static final String INCLUDE_RAW = "includeRaw";

    private final EventQueryStore store;
    private final ObjectMapper json;

    EventService(EventQueryStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    Uni<Page<EventView>> list(Log log, Paging paging, UriInfo uri) {
        EventFilter filter = EventFilterRules.read(uri.getQueryParameters());
        return store.list(log, filter, includesRaw(uri), paging)
                .map(slice -> slice.page(
                        paging,
                        event -> view(
                                event,
                                uri.getAbsolutePathBuilder()
                                        .path(event.id())
                                        .build()
                                        .toString())));
    }

    Uni<Optional<EventView>> find(Log log, String id, UriInfo uri) {
        return store.find(log, id, includesRaw(uri))
                .map(found ->
                        found.map(event -> view(event, uri.getAbsolutePath().toString())));
    }

    private EventView view(LoggedEvent event, String self) {
        return EventView.of(event, raw(event.payload()), self);
    }

    private @Nullable JsonNode raw(@Nullable String payload) {
        try {
            return payload == null ? null : json.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored event cannot be read", e);
        }
    }

    private static boolean includesRaw(UriInfo uri) {
        return QueryFlags.read(INCLUDE_RAW, uri.getQueryParameters().getFirst(INCLUDE_RAW), false);
    }
}
