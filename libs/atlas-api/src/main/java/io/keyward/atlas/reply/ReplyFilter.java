package io.keyward.atlas.reply;

import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.QueryFlags;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Wraps, indents and labels answers. Errors are never wrapped: their body says the status anyway, and official clients look for it at the
 * top.
 */
class ReplyFilter {
    private static final int FIRST_ERROR = 400;
    private static final int NO_CONTENT = 204;
    private static final String ENVELOPE = "envelope";
    private static final String PRETTY = "pretty";
    private static final String TYPE_OF_NOTHING = "X-Content-Type";

    private final ReplyJson json;

    ReplyFilter(ReplyJson json) {
        this.json = json;
    }

    /** After the version and the type of the body, so that a request that cannot be served at all is told that first. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.ENTITY_CODER)
    void check(ContainerRequestContext request) {
        var query = request.getUriInfo().getQueryParameters();
        QueryFlags.check(ENVELOPE, query.get(ENVELOPE));
        QueryFlags.check(PRETTY, query.get(PRETTY));
    }

    @ServerResponseFilter
    void dress(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == NO_CONTENT) {
            response.getHeaders().putSingle(TYPE_OF_NOTHING, typeOfNothing(request));
        }
        MediaType type = response.getMediaType();
        if (!response.hasEntity() || type == null || !isJson(type)) {
            return;
        }
        boolean success = response.getStatus() < FIRST_ERROR;
        if (success && asks(request, ENVELOPE)) {
            response.setEntity(Envelope.around(response.getEntity(), response.getStatus()));
        }
        boolean pretty = asks(request, PRETTY);
        if (pretty || isForCustomers(request)) {
            response.setEntity(json.write(response.getEntity(), pretty));
        }
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, label(type, success));
    }

    /** What is said between our own services is theirs, to the last digit of a second. */
    private static boolean isForCustomers(ContainerRequestContext request) {
        return !(request.getUriInfo().getPath() + "/").replaceFirst("^/", "").startsWith("internal/");
    }

    /** Without a body there is nothing to have a type; Atlas names the version all the same. */
    private static String typeOfNothing(ContainerRequestContext request) {
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        MediaType type =
                MediaType.valueOf(accepted == null || accepted.startsWith("*") ? MediaTypes.KEYWARD_V1 : accepted);
        return label(type, true).toString();
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
