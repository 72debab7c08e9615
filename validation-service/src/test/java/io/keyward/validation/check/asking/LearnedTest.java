package io.keyward.validation.check.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.KeyAccess.GoogleAccount;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.GoogleKey;
import io.keyward.validation.check.asking.Finding.Works;
import io.keyward.validation.check.asking.Finding.Wrong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LearnedTest {
    private static final Learned READABLE =
            new Learned(new Wrong(Problem.DESCRIBE_KEY_DENIED, true, "the key encrypts and decrypts"), null);

    @Test
    @Rule({"C2", "P6"})
    void withAKeyThatIsOnlyProposedNothingIsEncryptedYet() {
        assertThat(READABLE.of(key("use"))).isEqualTo(READABLE);
        assertThat(READABLE.of(key(null)).finding())
                .isEqualTo(new Wrong(Problem.DESCRIBE_KEY_DENIED, false, "the key encrypts and decrypts"));
    }

    @Test
    void whatElseIsLearnedStaysAsItIs() {
        var works = new Learned(new Works(null), null);

        assertThat(works.of(key(null))).isSameAs(works);
    }

    private static GoogleKey key(@Nullable String keyUseId) {
        return new GoogleKey(
                "g",
                keyUseId,
                "k",
                "global",
                new KeyPath.Public(false),
                new GoogleAccount(null, "a@p"),
                null,
                null,
                false);
    }
}
