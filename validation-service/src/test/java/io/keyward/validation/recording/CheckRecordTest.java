package io.keyward.validation.recording;

import static io.keyward.validation.KeyUses.SINCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.contracts.KeyEvent;
import io.keyward.testkit.Rule;
import io.keyward.validation.Actors;
import io.keyward.validation.KeyUses;
import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive;
import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Valid;
import io.keyward.validation.check.Probe;
import io.keyward.validation.history.Occasion;
import io.keyward.validation.verdict.Ruling;
import io.keyward.validation.verdict.Ruling.Announcement;
import io.keyward.validation.verdict.Standing;
import io.keyward.validation.verdict.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckRecordTest {
    private static final Instant START = SINCE.plusSeconds(60);
    private static final Evidence EVIDENCE = new Evidence("key", "The key was disabled.", "Enable it.", List.of());
    private static final Standing STANDS = new Standing(new Verdict.Valid(SINCE), null, null);
    private static final Ruling NOTHING_NEW = new Ruling(STANDS, Announcement.NOTHING, null);

    @Test
    void theSameAnswerAgainChangesNothing() {
        assertThat(record(new Valid(EVIDENCE, null), Occasion.SCHEDULED, NOTHING_NEW)
                        .isUnchanged())
                .isTrue();
    }

    @Test
    void whatSomebodyAskedForIsAlwaysKept() {
        assertThat(record(new Valid(EVIDENCE, null), Occasion.ON_DEMAND, NOTHING_NEW)
                        .isUnchanged())
                .isFalse();
    }

    @Test
    void aFreshProbeAnotherAnswerAnAnnouncementAndAnotherStandingAreChanges() {
        var suspect = new Ruling(new Standing(STANDS.verdict(), null, START), Announcement.NOTHING, null);
        var announced = new Ruling(STANDS, Announcement.VALIDATED, null);

        assertThat(List.of(
                        record(new Valid(EVIDENCE, Probe.of(new byte[] {1})), Occasion.SCHEDULED, NOTHING_NEW),
                        record(
                                new Inconclusive(Inconclusive.Cause.THROTTLED, EVIDENCE),
                                Occasion.SCHEDULED,
                                NOTHING_NEW),
                        record(new Valid(EVIDENCE, null), Occasion.SCHEDULED, announced),
                        record(new Valid(EVIDENCE, null), Occasion.SCHEDULED, suspect)))
                .noneMatch(CheckRecord::isUnchanged);
    }

    @Rule("P6")
    @ParameterizedTest
    @EnumSource
    void everyAnnouncementHasItsEventWithTheResultingStateAndItsEvidence(Announcement announcement) {
        var revoked = new Standing(new Verdict.Revoked(Revoked.Reason.KEY_DISABLED, START), null, null);
        var record = record(
                new Revoked(Revoked.Reason.KEY_DISABLED, EVIDENCE),
                Occasion.CONFIRMING,
                new Ruling(revoked, announcement, null));

        var event = KeyEvents.of(record, 5, START);

        assertThat(event.isPresent()).isEqualTo(announcement != Announcement.NOTHING);
        event.ifPresent(told -> {
            assertThat(told.revision()).isEqualTo(5);
            assertThat(evidence(told).remedy()).isEqualTo("Enable it.");
        });
    }

    @Test
    void noTwoAnnouncementsShareAnEvent() {
        var types = Arrays.stream(Announcement.values())
                .map(announcement ->
                        record(new Valid(EVIDENCE, null), Occasion.SCHEDULED, new Ruling(STANDS, announcement, null)))
                .flatMap(record -> KeyEvents.of(record, 1, START).stream())
                .map(Object::getClass)
                .toList();

        assertThat(types).doesNotHaveDuplicates().hasSize(Announcement.values().length - 1);
    }

    @Test
    void theExplanationOfAVerdictStaysAsLongAsTheVerdict() {
        var revoked = new Standing(new Verdict.Revoked(Revoked.Reason.KEY_DISABLED, START), null, null);
        var check = new Revoked(Revoked.Reason.KEY_DISABLED, EVIDENCE);

        assertThat(record(check, Occasion.CONFIRMING, new Ruling(revoked, Announcement.REVOKED, null))
                        .explanation())
                .isEqualTo("The key was disabled.");
        assertThat(record(check, Occasion.SCHEDULED, NOTHING_NEW).explanation()).isEqualTo("It is so.");
    }

    private static KeyEvent.Evidence evidence(KeyEvent event) {
        return switch (event) {
            case KeyEvent.KeyValidated told -> told.evidence();
            case KeyEvent.KeyRevoked told -> told.evidence();
            case KeyEvent.KeyHeld told -> told.evidence();
            case KeyEvent.KeyFoundUnusable told -> told.evidence();
            case KeyEvent.KeyUnverified told -> told.evidence();
            case KeyEvent.KeyHoldDecided told -> throw new AssertionError(told);
            case KeyEvent.KeyRetired told -> throw new AssertionError(told);
            case KeyEvent.Unrecognized told -> throw new AssertionError(told);
        };
    }

    private static CheckRecord record(KeyCheck check, Occasion occasion, Ruling ruling) {
        return new CheckRecord(
                KeyUses.standing("k", "us-east-1", STANDS),
                check,
                occasion,
                Actors.SELF,
                START,
                false,
                ruling,
                0,
                START.plusSeconds(60));
    }
}
