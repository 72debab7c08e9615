package io.keyward.atlas.version;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.MediaTypes;
import io.keyward.atlas.Refusal;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Decides on the version and on the type of the body before a resource method is looked for, and rewrites both headers so that the
 * framework finds the method of exactly that version. Comes after authentication: strangers learn nothing about versions.
 */
class VersionFilter {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final ResourceCatalog resources;

    VersionFilter(ResourceCatalog resources) {
        this.resources = resources;
    }

    @ServerRequestFilter(preMatching = true, priority = Priorities.HEADER_DECORATOR)
    void choose(ContainerRequestContext request, RoutingContext http) {
        String path = http.normalizedPath();
        resources
                .versions(request.getMethod(), path)
                .ifPresentOrElse(known -> accept(request, http, known), () -> request.getHeaders()
                        .putSingle(HttpHeaders.ACCEPT, "*/*"));
        resources
                .consumes(request.getMethod(), path)
                .ifPresentOrElse(types -> requireOneOf(types, request), () -> requireJson(request));
    }

    private static void accept(ContainerRequestContext request, RoutingContext http, VersionRules.Known known) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        List<String> accept = headers.getOrDefault(HttpHeaders.ACCEPT, List.of());
        switch (VersionRules.resolve(accept, known)) {
            case VersionRules.Resolution.Served served -> {
                headers.putSingle(HttpHeaders.ACCEPT, served.version().mediaType());
                VersionRules.deprecation(served.version(), known).ifPresent(old -> warn(old, http.response()));
            }
            case VersionRules.Resolution.Gone gone ->
                throw Refusal.of(
                        ErrorCode.VERSION_GONE,
                        gone.version().date().toString(),
                        http.normalizedPath().replaceFirst("^/", ""));
            case VersionRules.Resolution.NotAcceptable none -> throw Refusal.of(ErrorCode.INVALID_VERSION_DATE);
        }
    }

    /** On the response that is still to come, so that errors carry it too. */
    private static void warn(Deprecation old, HttpServerResponse response) {
        response.putHeader("Deprecation", old.sinceHeader());
        old.sunsetHeader().ifPresent(until -> response.putHeader("Sunset", until));
    }

    /** For the few who take something else than JSON, and say so. */
    private static void requireOneOf(List<String> types, ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, types.getFirst());
        } else if (!types.contains(withoutParameters(type))) {
            throw Refusal.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, type)
                    .withDetail("The request body must be sent as " + String.join(" or ", types) + "; the request says "
                            + type + ".");
        }
    }

    private static void requireJson(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        boolean empty = "0".equals(request.getHeaderString(HttpHeaders.CONTENT_LENGTH));
        if (type != null && !empty && WITH_BODY.contains(request.getMethod()) && !isJson(type)) {
            throw Refusal.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, type);
        }
        request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaTypes.KEYWARD_V1);
    }

    private static boolean isJson(String contentType) {
        String type = withoutParameters(contentType);
        return type.equals(MediaTypes.KEYWARD_V1) || (VersionDate.isVendorType(type) && type.endsWith("+json"));
    }

    private static String withoutParameters(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
