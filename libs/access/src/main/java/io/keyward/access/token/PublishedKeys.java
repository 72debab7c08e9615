package io.keyward.access.token;

import io.keyward.access.token.JwtReader.Reading;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of one issuer by the keys it publishes, which are fetched when they are first needed, again after five minutes, and when
 * a token names a key that is not among them. Never more often than every few seconds, and one at a time: anyone can write a token that names
 * a key. While the issuer gives no answer, the last keys go on being believed.
 */
final class PublishedKeys {
    private static final Logger LOG = Logger.getLogger(PublishedKeys.class);
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(3);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Supplier<Uni<String>> source;
    private final Function<String, JwtReader> reading;
    private final Clock clock;
    private volatile @Nullable Held held;
    private Instant tried = Instant.EPOCH;
    private @Nullable Uni<Held> underWay;

    /**
     * @param source the issuer's key set
     * @param reading how tokens are read by a key set
     */
    PublishedKeys(Supplier<Uni<String>> source, Function<String, JwtReader> reading, Clock clock) {
        this.source = source;
        this.reading = reading;
        this.clock = clock;
    }

    /** What the token says, if it is good at this moment. Fails with 503 when the keys that decide cannot be had. */
    Uni<Optional<JwtClaims>> read(String token) {
        return current().chain(known -> switch (known.reader().read(token, clock.instant())) {
            case Reading.Good(JwtClaims claims) -> Uni.createFrom().item(Optional.of(claims));
            case Reading.Bad bad -> Uni.createFrom().item(Optional.empty());
            case Reading.UnknownKey unknown -> readByNewer(token);
        });
    }

    private Uni<Optional<JwtClaims>> readByNewer(String token) {
        return mayAsk()
                ? fetch().map(newer -> claims(token, newer))
                : Uni.createFrom().item(Optional.empty());
    }

    private Optional<JwtClaims> claims(String token, Held known) {
        return known.reader().read(token, clock.instant()) instanceof Reading.Good(JwtClaims claims)
                ? Optional.of(claims)
                : Optional.empty();
    }

    private Uni<Held> current() {
        Held known = held;
        if (known == null) {
            return mayAsk() ? fetch() : Uni.createFrom().failure(unknown());
        }
        boolean old = !clock.instant().isBefore(known.since().plus(LIFE));
        return old && mayAsk()
                ? fetch().onFailure().recoverWithItem(known)
                : Uni.createFrom().item(known);
    }

    /** Whoever comes while the issuer is being asked waits for that answer. Else it is asked again only after a while, whatever it said. */
    private synchronized boolean mayAsk() {
        return underWay != null || !clock.instant().isBefore(tried.plus(BETWEEN_FETCHES));
    }

    private synchronized Uni<Held> fetch() {
        if (underWay == null) {
            tried = clock.instant();
            underWay = Uni.createFrom()
                    .deferred(source::get)
                    .map(jwks -> new Held(reading.apply(jwks), clock.instant()))
                    .onFailure()
                    .transform(PublishedKeys::noAnswer)
                    .invoke(fetched -> held = fetched)
                    .onTermination()
                    .invoke(this::landed)
                    .memoize()
                    .indefinitely();
        }
        return backHere(underWay);
    }

    private synchronized void landed() {
        underWay = null;
    }

    /** An answer that several wait for comes on the context of the first of them; what follows belongs on everyone's own. */
    private static <T> Uni<T> backHere(Uni<T> shared) {
        Context context = Vertx.currentContext();
        return context == null ? shared : shared.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private static Refusal noAnswer(Throwable failure) {
        LOG.warnf("The keys that verify tokens cannot be had: %s", failure);
        return unknown();
    }

    private static Refusal unknown() {
        return Refusal.of(ErrorCode.SERVICE_UNAVAILABLE).withRetryAfter(RETRY_AFTER);
    }

    private record Held(JwtReader reader, Instant since) {}
}
