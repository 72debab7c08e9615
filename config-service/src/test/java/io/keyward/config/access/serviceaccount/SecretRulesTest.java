package io.keyward.config.access.serviceaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.access.OrgRole;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.access.credential.Secret;
import io.keyward.config.access.credential.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SecretRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    static Stream<Arguments> lives() {
        return Stream.of(
                Arguments.of(null, ErrorCode.MISSING_ATTRIBUTE),
                Arguments.of(-1, ErrorCode.INVALID_JSON_ATTRIBUTE),
                Arguments.of(7, ErrorCode.INVALID_JSON_ATTRIBUTE),
                Arguments.of(8761, ErrorCode.INVALID_JSON_ATTRIBUTE),
                Arguments.of(Integer.MAX_VALUE, ErrorCode.INVALID_JSON_ATTRIBUTE));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void aLifeIsBounded(@Nullable Integer hours, ErrorCode expected) {
        assertThatThrownBy(() -> SecretRules.life(hours))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(expected));
    }

    @Test
    void theBoundsAreLives() {
        assertThat(SecretRules.life(8)).isEqualTo(Duration.ofHours(8));
        assertThat(SecretRules.life(8760)).isEqualTo(Duration.ofDays(365));
    }

    @Test
    void twoLiveAtOnceAndExpiredOnesGo() {
        Settings one = settings(secret("1", 1));
        Settings two = SecretRules.with(one, secret("2", 1), "client", NOW);
        assertThat(two.secrets()).extracting(Secret::id).containsExactly("1", "2");

        assertThatThrownBy(() -> SecretRules.with(two, secret("3", 1), "client", NOW))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.SERVICE_ACCOUNT_SECRETS_LIMIT));

        Settings withExpired = settings(secret("1", -1), secret("2", 1));
        assertThat(SecretRules.with(withExpired, secret("3", 1), "client", NOW).secrets())
                .extracting(Secret::id)
                .containsExactly("2", "3");
    }

    @Test
    void onlyWhatIsThereGoes() {
        Settings two = settings(secret("1", 1), secret("2", 1));
        assertThat(SecretRules.without(two, "1", "client").secrets())
                .extracting(Secret::id)
                .containsExactly("2");
        assertThatThrownBy(() -> SecretRules.without(two, "3", "client"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.SERVICE_ACCOUNT_SECRET_NOT_FOUND));
    }

    @Test
    void newSecretsAreLongAndUrlSafe() {
        NewSecret secret = NewSecret.next(NOW, Duration.ofHours(8));
        assertThat(secret.clear()).matches("mdb_sa_sk_[A-Za-z0-9_-]{43}");
        assertThat(secret.kept().matches(secret.clear())).isTrue();
        assertThat(secret.toString())
                .doesNotContain(secret.clear(), secret.kept().hash());
        assertThat(ServiceAccounts.newClientId()).matches("mdb_sa_id_[0-9a-f]{24}");
    }

    private static Settings settings(Secret... secrets) {
        return Settings.of("robot", "", Set.of(OrgRole.ORG_MEMBER)).withSecrets(List.of(secrets));
    }

    private static Secret secret(String id, int hours) {
        return Secret.of(id, "mdb_sa_sk_something", NOW, NOW.plus(Duration.ofHours(hours)));
    }
}
