package io.keyward.validation.enforcement.plan;

import static io.keyward.validation.KeyUses.SINCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.KeyUses;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.Standing;
import io.keyward.validation.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class RestoreRulesTest {
    private static final LongPredicate BEFORE = ignored -> true;
    private static final LongPredicate SINCE_THEN = ignored -> false;
    private static final Verdict VALID = new Verdict.Valid(SINCE);
    private static final Verdict REVOKED = new Verdict.Revoked(Reason.KEY_DISABLED, SINCE);
    private static final StopReason BY_HAND = StopReason.byHand(SINCE, "anna");
    private static final StopReason BY_KEY =
            new StopReason(StopReason.Kind.KEY, "revoked", "arn", "us-east-1", "KEY_DISABLED", "It was.", SINCE);

    private final KeyUse valid = use("valid", new Standing(VALID, null, null));
    private final KeyUse revoked = use("revoked", new Standing(REVOKED, null, null));
    private final KeyUse silent = use("silent", new Standing(VALID, null, SINCE));
    private final KeyUse held = use("held", new Standing(VALID, null, null, SINCE));

    @Test
    @Rule("P2")
    void whatKeysWereBeforeIsNoReason() {
        assertThat(RestoreRules.isKnown(Set.of(), List.of(valid), BEFORE)).isFalse();
        assertThat(RestoreRules.isKnown(Set.of(BY_KEY), List.of(revoked), BEFORE))
                .isFalse();
        assertThat(RestoreRules.isKnown(Set.of(), List.of(valid), SINCE_THEN)).isTrue();
        assertThat(RestoreRules.isKnown(Set.of(), List.of(), BEFORE)).isTrue();
    }

    @Test
    @Rule("P2")
    void oneKeyInDoubtLeavesTheClusterAsOthersKnowIt() {
        assertThat(RestoreRules.isKnown(Set.of(), List.of(valid, silent), SINCE_THEN))
                .isFalse();
        assertThat(RestoreRules.isKnown(Set.of(), List.of(valid, held), SINCE_THEN))
                .isFalse();
    }

    @Test
    @Rule("P1")
    void aReasonThatWasSeenStopsItWhateverTheOthersSay() {
        assertThat(RestoreRules.isKnown(Set.of(BY_KEY), List.of(silent, revoked), SINCE_THEN))
                .isTrue();
        assertThat(RestoreRules.isKnown(Set.of(BY_HAND), List.of(silent), BEFORE))
                .isTrue();
    }

    private static KeyUse use(String id, Standing standing) {
        return KeyUses.standing(id, "us-east-1", standing);
    }
}
