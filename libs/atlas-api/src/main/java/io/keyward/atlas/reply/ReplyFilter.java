package io.keyward.atlas.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Wraps, indents and labels answers. Errors are never wrapped: their body says the status anyway, and official clients look for it at the
 * top.
 */
class ReplyFilter {
    private static final int FIRST_ERROR = 400;

    private final ObjectMapper json;

    ReplyFilter(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    void dress(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (!response.hasEntity() || type == null || !isJson(type)) {
            return;
        }
        boolean success = response.getStatus() < FIRST_ERROR;
        if (success && asks(request, "envelope")) {
            response.setEntity(Envelope.around(response.getEntity(), response.getStatus()));
        }
        if (asks(request, "pretty")) {
            response.setEntity(indented(response.getEntity()));
        }
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, label(type, success));
    }

    private Object indented(Object entity) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is answered can be written as JSON.", e);
        }
    }

    private static boolean asks(ContainerRequestContext request, String name) {
        return "true".equalsIgnoreCase(request.getUriInfo().getQueryParameters().getFirst(name));
    }

    private static boolean isJson(MediaType type) {
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }

    private static MediaType label(MediaType type, boolean success) {
        MediaType bare = new MediaType(type.getType(), type.getSubtype());
        return success ? bare.withCharset("utf-8") : bare;
    }
}
