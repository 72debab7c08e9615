package io.keyward.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.access.principal.TokenClaims;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.testkit.MutableClock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

/** Keys come and go, and their owner with them. */
class PublishedKeysTest {
    private static final String ISSUER = "https://keyward";
    private static final SigningKey OLD = SigningKey.generate();
    private static final SigningKey NEW = SigningKey.generate();

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final PublishedKeys keys =
            new PublishedKeys(this::published, jwks -> TokenVerifier.reader(jwks, ISSUER), clock);
    private List<SigningKey> published = List.of(OLD);
    private boolean down;
    private int asked;

    @Test
    void areAskedForOnce() {
        assertThat(isGood(OLD)).isTrue();
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(isGood(OLD)).isTrue();

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void areAskedForAgainAfterAWhileSoThatOneTakenBackCountsNoMore() {
        assertThat(isGood(OLD)).isTrue();
        published = List.of(NEW);

        clock.advance(Duration.ofMinutes(5));

        assertThat(isGood(OLD)).isFalse();
        assertThat(isGood(NEW)).isTrue();
    }

    @Test
    void areAskedForAtOnceWhenATokenNamesAnotherKey() {
        assertThat(isGood(OLD)).isTrue();
        published = List.of(OLD, NEW);
        clock.advance(Duration.ofSeconds(3));

        assertThat(isGood(NEW)).isTrue();
        assertThat(isGood(OLD)).isTrue();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void areNotAskedForByEveryTokenThatNamesNoKey() {
        assertThat(isGood(OLD)).isTrue();
        clock.advance(Duration.ofSeconds(3));

        for (int i = 0; i < 100; i++) {
            assertThat(isGood(NEW)).isFalse();
        }

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void goOnBeingBelievedWhileTheirOwnerIsDown() {
        assertThat(isGood(OLD)).isTrue();
        down = true;

        clock.advance(Duration.ofHours(5));

        for (int i = 0; i < 10; i++) {
            assertThat(isGood(OLD)).isTrue();
        }
        assertThat(asked).as("not at every request").isEqualTo(2);

        down = false;
        published = List.of(NEW);
        clock.advance(Duration.ofSeconds(3));
        assertThat(isGood(OLD)).isFalse();
    }

    @Test
    void withoutThemNobodyIsRefusedForGood() {
        down = true;

        assertThatThrownBy(() -> isGood(OLD)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
            assertThat(refusal.retryAfter()).isPresent();
        });

        assertThatThrownBy(() -> isGood(OLD)).isInstanceOf(Refusal.class);
        assertThat(asked).as("not at every request").isEqualTo(1);

        down = false;
        clock.advance(Duration.ofSeconds(3));
        assertThat(isGood(OLD)).isTrue();
    }

    @Test
    void manyWaitForOneAnswer() {
        List<UniEmitter<? super String>> questions = new ArrayList<>();
        PublishedKeys slow = new PublishedKeys(
                () -> Uni.createFrom().emitter(questions::add), jwks -> TokenVerifier.reader(jwks, ISSUER), clock);

        List<CompletableFuture<Optional<JwtClaims>>> readings = Stream.generate(
                        () -> slow.read(token(OLD)).subscribeAsCompletionStage())
                .limit(10)
                .toList();
        questions.getFirst().complete(SigningKey.publish(published));

        assertThat(questions).hasSize(1);
        assertThat(readings).allSatisfy(reading -> assertThat(reading.join()).isPresent());
    }

    @Test
    void aTokenByAnUnknownKeyWaitsForTheirOwnerToo() {
        assertThat(isGood(OLD)).isTrue();
        down = true;
        clock.advance(Duration.ofSeconds(3));

        assertThatThrownBy(() -> isGood(NEW)).isInstanceOf(Refusal.class);
        assertThat(isGood(OLD)).isTrue();
    }

    @Test
    void whatIsNoKeySetCountsAsNoAnswer() {
        PublishedKeys broken = new PublishedKeys(
                () -> Uni.createFrom().item("<html>"), jwks -> TokenVerifier.reader(jwks, ISSUER), clock);

        assertThatThrownBy(() -> broken.read(token(OLD)).await().indefinitely()).isInstanceOf(Refusal.class);
    }

    private Uni<String> published() {
        asked++;
        return down
                ? Uni.createFrom().failure(new IllegalStateException("down"))
                : Uni.createFrom().item(SigningKey.publish(published));
    }

    private boolean isGood(SigningKey key) {
        return keys.read(token(key)).await().indefinitely().isPresent();
    }

    private String token(SigningKey key) {
        Instant now = clock.instant();
        return new TokenSigner(key, ISSUER)
                .sign(new TokenClaims("6721f0a4c2b1d83e5f9000e1", "client", now, now.plusSeconds(3600)));
    }
}
