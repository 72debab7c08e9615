package io.keyward.validation.hint.source;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.limit.RateLimitScope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets hints in by the token of their source, before anything looks at their body, and only where those of its cloud arrive. Whoever has none is counted by
 * address, and the others by source, so that guessing takes nothing from those who send.
 *
 * <p>The token is in a header, or, since Pub/Sub sends no headers of anybody's, in the address. What it could be stolen for is a check now and then.
 */
public class HintGate {
    /** Where hints are sent to, whatever the cloud. */
    static final String HINTS = "/api/keyward/v1/hints/";

    /** The header that holds the token. */
    static final String HEADER = "Keyward-Hint-Token";

    /** The parameter that holds it where no header can. */
    static final String PARAMETER = "token";

    private static final String SOURCE = HintGate.class.getName() + ".source";

    private final HintSourceStore sources;

    HintGate(HintSourceStore sources) {
        this.sources = sources;
    }

    /** The source of a request that was let in. */
    public static HintSource sourceOf(RoutingContext http) {
        return Objects.requireNonNull(http.get(SOURCE), "only the requests of sources are let in");
    }

    /** Finds out whose request it is, for those who count. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
    Uni<Void> recognize(RoutingContext http) {
        return isHint(http)
                ? find(http).invoke(found -> note(http, found)).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** Once it is counted. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHORIZATION + 1)
    void refuse(RoutingContext http) {
        if (isHint(http)
                && http.get(SOURCE) == null
                && !HttpMethod.OPTIONS.equals(http.request().method())) {
            throw Refusal.of(ErrorCode.USER_UNAUTHORIZED)
                    .withDetail("The header " + HEADER + " or the parameter " + PARAMETER
                            + " must hold the token of a hint source of this cloud.");
        }
    }

    private Uni<Optional<HintSource>> find(RoutingContext http) {
        return Optional.ofNullable(http.request().getHeader(HEADER))
                .or(() -> Optional.ofNullable(http.request().getParam(PARAMETER)))
                .flatMap(HintToken::parse)
                .map(token -> sources.find(token).map(found -> found.filter(source -> arrivesAt(source, http))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static boolean arrivesAt(HintSource source, RoutingContext http) {
        return http.normalizedPath().equals(pathOf(source.provider()));
    }

    /** Where the hints of a cloud arrive. */
    static String pathOf(String provider) {
        return HINTS + provider.toLowerCase(Locale.ROOT);
    }

    private static void note(RoutingContext http, Optional<HintSource> found) {
        found.ifPresent(source -> http.put(SOURCE, source));
        RateLimitScope.setCaller(http, found.map(HintSource::id).orElseGet(() -> addressOf(http)));
    }

    private static String addressOf(RoutingContext http) {
        return "address " + http.request().remoteAddress().hostAddress();
    }

    private static boolean isHint(RoutingContext http) {
        return http.normalizedPath().startsWith(HINTS);
    }
}
