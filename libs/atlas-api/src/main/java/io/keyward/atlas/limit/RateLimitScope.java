package io.keyward.atlas.limit;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose bucket a request is taken from: the project's when its path has one, else the caller's. Whoever authenticates callers says who it
 * is; a request of nobody's (open paths, our own services) is not limited.
 */
public final class RateLimitScope {
    private static final String CALLER = RateLimitScope.class.getName() + ".caller";
    private static final Pattern PROJECT = Pattern.compile("/api/[^/]+/[^/]+/groups/([0-9a-f]{24})(?:/.*)?");

    private RateLimitScope() {}

    /**
     * Remembers who is calling. To be called once the caller is known and may see the project of the path, before priority
     * {@code Priorities.AUTHORIZATION} of the filters.
     *
     * @param id the caller's id, whatever kind of caller it is
     */
    public static void setCaller(RoutingContext request, String id) {
        request.put(CALLER, id);
    }

    static Optional<String> of(RoutingContext request) {
        String caller = request.get(CALLER);
        return Optional.ofNullable(caller).map(id -> {
            Matcher project = PROJECT.matcher(request.normalizedPath());
            return project.matches() ? project.group(1) : id;
        });
    }
}
