package io.keyward.access.peer;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Recognises our own services by their tokens. */
@ApplicationScoped
public class Peers {
    private static final String SCHEME = "Bearer ";

    private final ServiceTokens tokens;
    private final String self;

    Peers(ServiceTokens tokens, Config config) {
        this.tokens = tokens;
        this.self = config.getValue("quarkus.application.name", String.class);
    }

    /** Fails with 401 unless the header carries a token that one of our services made for this one. */
    public Uni<Void> admit(@Nullable String authorization) {
        Optional<String> caller = Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header -> tokens.verify(header.substring(SCHEME.length()), self));
        return caller.isPresent()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(Refusal.of(ErrorCode.USER_UNAUTHORIZED));
    }
}
