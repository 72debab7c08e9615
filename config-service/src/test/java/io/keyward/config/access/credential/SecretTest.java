package io.keyward.config.access.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.access.Caller;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String CLEAR = "mdb_sa_sk_abcdefghij";
    private final Secret secret = Secret.of("65a5e9a1f2c3d4b5a6978801", CLEAR, NOW, NOW.plusSeconds(60));

    @Test
    @Rule("P4")
    void isRecognisedAndNeverPrinted() {
        assertThat(secret.matches(CLEAR)).isTrue();
        assertThat(secret.matches("mdb_sa_sk_abcdefghiJ")).isFalse();
        assertThat(secret.matches("")).isFalse();
        assertThat(secret.tail()).isEqualTo("ghij");

        Settings settings = Settings.of("robot", "", Set.of()).withSecrets(List.of(secret));
        Credential credential = new Credential("id", "org", Caller.Kind.SERVICE_ACCOUNT, "mdb_sa_id_1", NOW, settings);
        assertThat(credential.toString()).doesNotContain(CLEAR, secret.hash());
        assertThat(NewCredential.keyPair("org", Caller.Kind.API_KEY, "public", "hush", settings)
                        .toString())
                .doesNotContain("hush", secret.hash());
    }

    @Test
    void livesUntilItsMoment() {
        assertThat(secret.isLive(NOW.plusSeconds(59))).isTrue();
        assertThat(secret.isLive(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void marksItsTokensWithoutTellingOfItself() {
        assertThat(secret.mark()).hasSize(8).matches("[0-9a-f]+");
        assertThat(secret.hash()).doesNotStartWith(secret.mark());
        assertThat(Secret.of("65a5e9a1f2c3d4b5a6978802", CLEAR, NOW, NOW).mark())
                .isNotEqualTo(secret.mark());
    }
}
