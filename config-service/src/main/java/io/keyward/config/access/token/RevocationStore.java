package io.keyward.config.access.token;

import io.keyward.access.principal.TokenClaims;
import io.keyward.config.activity.Journal;
import io.keyward.contracts.AccessEvent.TokenRevoked;
import io.keyward.contracts.Actor;
import io.keyward.contracts.Topics;
import io.keyward.messaging.Revisions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Tokens that were revoked before their time. */
@ApplicationScoped
class RevocationStore {
    private static final String FIND = "select id from revoked_token where id = :id";
    private static final String REVOKE = """
            insert into revoked_token (id, client_id, expires_at) values (:id, :client, :expires)
            on conflict do nothing
            returning id
            """;

    /** Some at each revocation, and only those that nobody else is forgetting. */
    private static final String FORGET = """
            delete from revoked_token where id in
                (select id from revoked_token where expires_at < :before limit 100 for update skip locked)
            returning id
            """;

    /** How long a revocation is kept after its token has expired: clocks differ. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Journal journal;
    private final Revisions revisions;

    RevocationStore(Journal journal, Revisions revisions) {
        this.journal = journal;
        this.revisions = revisions;
    }

    Uni<Boolean> isRevoked(String tokenId) {
        return Panache.withSession(
                        () -> Panache.getSession().chain(session -> session.createNativeQuery(FIND, String.class)
                                .setParameter("id", tokenId)
                                .getResultList()))
                .map(rows -> !rows.isEmpty());
    }

    /** Revokes a token, with its event; nothing when it was revoked already. */
    Uni<Void> revoke(TokenClaims token, String orgId, Actor actor, Instant now) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(REVOKE, String.class)
                        .setParameter("id", token.tokenId())
                        .setParameter("client", token.clientId())
                        .setParameter("expires", token.expiresAt())
                        .getResultList())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : journal.append(Topics.ACCESS, event(token, orgId, actor, now)))
                .chain(() -> forget(now)));
    }

    private static Uni<Void> forget(Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET, String.class)
                        .setParameter("before", now.minus(GRACE))
                        .getResultList())
                .replaceWithVoid();
    }

    private TokenRevoked event(TokenClaims token, String orgId, Actor actor, Instant now) {
        return new TokenRevoked(
                token.tokenId(), revisions.next(0), now, actor, orgId, token.clientId(), token.expiresAt());
    }
}
