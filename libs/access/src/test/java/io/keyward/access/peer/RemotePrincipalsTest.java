package io.keyward.access.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.access.Caller;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Ha1;
import io.keyward.access.principal.Principal;
import io.keyward.access.principal.TokenClaims;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.contracts.AccessEvent;
import io.keyward.contracts.Actor;
import io.keyward.secrets.Sealer;
import io.keyward.testkit.MutableClock;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemotePrincipalsTest {
    private static final ApiKey KEY = new ApiKey(
            new Principal("id", Caller.Kind.API_KEY, "abcdefgh", "org", Set.of(), Map.of(), AccessList.NONE),
            Ha1.of("abcdefgh", "x"),
            null);

    private final Sealer sealer = Sealer.of(Sealer.newKeyset());
    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final RemotePrincipals principals =
            new RemotePrincipals(new Owner(), sealer, Duration.ofSeconds(30), clock);
    private int status = 200;
    private int asked;

    @Test
    void anAnswerIsBelievedForAWhileEvenWhenTheOwnerIsDown() {
        // Given
        assertThat(principals.apiKey("abcdefgh").await().indefinitely()).contains(KEY);
        status = 500;

        // When
        clock.advance(Duration.ofSeconds(29));

        // Then
        assertThat(principals.apiKey("abcdefgh").await().indefinitely()).contains(KEY);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void afterThatTheOwnerIsAskedAgain() {
        // Given
        assertThat(principals.apiKey("abcdefgh").await().indefinitely()).contains(KEY);

        // When
        clock.advance(Duration.ofSeconds(30));

        // Then
        assertThat(principals.apiKey("abcdefgh").await().indefinitely()).contains(KEY);
        assertThat(asked).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 500, 503})
    void withoutAnAnswerNobodyIsRefusedForGood(int answered) {
        // Given
        status = answered;

        // Then
        assertThatThrownBy(() -> principals.apiKey("abcdefgh").await().indefinitely())
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
                    assertThat(refusal.retryAfter()).isPresent();
                });
    }

    @Test
    void aRevokedKeyIsForgottenWithTheFirstAnswerThatSaysSo() {
        // Given
        assertThat(principals.apiKey("abcdefgh").await().indefinitely()).contains(KEY);
        status = 404;

        // When
        assertThat(principals.refreshedApiKey("abcdefgh").await().indefinitely())
                .isEmpty();

        // Then
        assertThat(principals.apiKey("abcdefgh").await().indefinitely()).isEmpty();
    }

    @Test
    void thatThereIsNoKeyIsNotRemembered() {
        // Given
        status = 404;
        assertThat(principals.apiKey("abcdefgh").await().indefinitely()).isEmpty();

        // When
        status = 200;

        // Then
        assertThat(principals.apiKey("abcdefgh").await().indefinitely()).contains(KEY);
    }

    @Test
    void whoseATokenIsIsBelievedAsLongUntilWordComesThatItWasRevoked() {
        // Given
        TokenClaims claims = new TokenClaims("jti", "abcdefgh", clock.instant(), clock.instant());
        assertThat(principals.token(claims).await().indefinitely()).contains(KEY.principal());
        status = 404;
        clock.advance(Duration.ofSeconds(29));
        assertThat(principals.token(claims).await().indefinitely()).contains(KEY.principal());

        // When
        principals.forget(new AccessEvent.TokenRevoked(
                "jti", 1, clock.instant(), Actor.system("config-service"), "org", "abcdefgh", clock.instant()));

        // Then
        assertThat(principals.token(claims).await().indefinitely()).isEmpty();
    }

    private final class Owner implements PrincipalClient {
        @Override
        public Uni<ApiKeyDocument> apiKey(String publicKey) {
            return answer(ApiKeyDocument.of(KEY, sealer));
        }

        @Override
        public Uni<PrincipalDocument> token(String tokenId, String clientId) {
            return answer(PrincipalDocument.of(KEY.principal()));
        }

        @Override
        public Uni<String> tokenKeys() {
            return answer("{\"keys\":[]}");
        }

        private <D> Uni<D> answer(D document) {
            asked++;
            return status == 200
                    ? Uni.createFrom().item(document)
                    : Uni.createFrom().failure(new WebApplicationException(status));
        }
    }
}
