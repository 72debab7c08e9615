package io.keyward.validation.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.verdict.ConfirmationPolicy.Agreement;
import io.keyward.validation.verdict.Ruling.Announcement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictRulesTest {
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Evidence EVIDENCE = new Evidence("arn", "explanation", null, List.of());
    private static final ConfirmationPolicy POLICY = new ConfirmationPolicy(
            new Agreement(2, Duration.ofSeconds(1)),
            new Agreement(3, Duration.ofSeconds(60)),
            new Agreement(3, Duration.ofMinutes(10)),
            Duration.ofHours(1));
    private static final KeyCheck VALID = new KeyCheck.Valid(EVIDENCE, null);
    private static final KeyCheck SILENCE = new Inconclusive(Cause.UNREACHABLE, EVIDENCE);
    private static final KeyCheck DISABLED = new Revoked(Reason.KEY_DISABLED, EVIDENCE);
    private static final KeyCheck DENIED = new Revoked(Reason.ACCESS_REVOKED, EVIDENCE);
    private static final KeyCheck UNASSIGNED = new Revoked(Reason.ASSIGNMENT_REVOKED, EVIDENCE);
    private static final KeyCheck NO_ENCRYPT = new Unusable(Problem.ENCRYPT_DENIED, true, EVIDENCE);
    private static final KeyCheck NEVER_FOUND = new Unusable(Problem.KEY_NEVER_FOUND, false, EVIDENCE);

    private static final Standing UNCHECKED = Standing.unchecked(T0);
    private static final Standing WAS_VALID = Standing.settled(new Verdict.Valid(T0));
    private static final Standing WAS_REVOKED = Standing.settled(new Verdict.Revoked(Reason.KEY_DISABLED, T0));
    private static final Standing WAS_UNUSABLE = Standing.settled(new Verdict.Unusable(Problem.ENCRYPT_DENIED, T0));

    /** The whole table: every verdict met by every kind of settled answer and by silence. Definite answers once are a suspicion only. */
    @ParameterizedTest
    @Rule({"V4", "V7", "P2"})
    @CsvSource({
        "UNCHECKED, VALID,       VALID,     VALIDATED",
        "UNCHECKED, DISABLED,    UNCHECKED, NOTHING",
        "UNCHECKED, NO_ENCRYPT,  UNUSABLE,  FOUND_UNUSABLE",
        "UNCHECKED, NEVER_FOUND, UNUSABLE,  FOUND_UNUSABLE",
        "UNCHECKED, SILENCE,     UNCHECKED, UNVERIFIED",
        "VALID,     VALID,       VALID,     NOTHING",
        "VALID,     DISABLED,    VALID,     NOTHING",
        "VALID,     NO_ENCRYPT,  UNUSABLE,  FOUND_UNUSABLE",
        "VALID,     NEVER_FOUND, UNUSABLE,  FOUND_UNUSABLE",
        "VALID,     SILENCE,     VALID,     UNVERIFIED",
        "REVOKED,   VALID,       VALID,     VALIDATED",
        "REVOKED,   DISABLED,    REVOKED,   NOTHING",
        "REVOKED,   DENIED,      REVOKED,   REVOKED",
        "REVOKED,   NO_ENCRYPT,  UNUSABLE,  FOUND_UNUSABLE",
        "REVOKED,   NEVER_FOUND, REVOKED,   NOTHING",
        "REVOKED,   SILENCE,     REVOKED,   UNVERIFIED",
        "UNUSABLE,  VALID,       VALID,     VALIDATED",
        "UNUSABLE,  DISABLED,    UNUSABLE,  NOTHING",
        "UNUSABLE,  NO_ENCRYPT,  UNUSABLE,  NOTHING",
        "UNUSABLE,  NEVER_FOUND, UNUSABLE,  FOUND_UNUSABLE",
        "UNUSABLE,  SILENCE,     UNUSABLE,  UNVERIFIED",
    })
    void followsTheTable(String current, String check, String next, Announcement announcement) {
        var ruling = VerdictRules.next(standing(current), check(check), POLICY, at(10));

        assertThat(ruling.next().verdict().spelling()).isEqualTo(next);
        assertThat(ruling.announcement()).isEqualTo(announcement);
    }

    /** The first answer after a restore: what it settles is told, though it is no news here; what settles nothing is not. */
    @ParameterizedTest
    @Rule({"P2", "P3"})
    @CsvSource({
        "UNCHECKED, VALID,       VALIDATED",
        "UNCHECKED, SILENCE,     NOTHING",
        "VALID,     VALID,       VALIDATED",
        "VALID,     DISABLED,    NOTHING",
        "VALID,     NO_ENCRYPT,  FOUND_UNUSABLE",
        "VALID,     SILENCE,     NOTHING",
        "REVOKED,   VALID,       VALIDATED",
        "REVOKED,   DISABLED,    REVOKED",
        "REVOKED,   NEVER_FOUND, REVOKED",
        "REVOKED,   SILENCE,     NOTHING",
        "UNUSABLE,  NO_ENCRYPT,  FOUND_UNUSABLE",
        "UNUSABLE,  DISABLED,    NOTHING",
        "UNUSABLE,  SILENCE,     NOTHING",
    })
    void tellsAnewWhatAnAnswerSettles(String current, String check, Announcement announcement) {
        var ruling = VerdictRules.next(standing(current), check(check), POLICY, at(10));

        var anew = VerdictRules.toldAnew(ruling);

        assertThat(anew.announcement()).isEqualTo(announcement);
        assertThat(anew.next()).isEqualTo(ruling.next());
        assertThat(anew.confirmAfter()).isEqualTo(ruling.confirmAfter());
    }

    @Test
    @Rule("P7")
    void tellsAnewOfAHoldThatStands() {
        var held = new Standing(WAS_VALID.verdict(), null, null, T0);

        var agreed = VerdictRules.toldAnew(VerdictRules.next(held, DISABLED, POLICY, at(10)));
        var silent = VerdictRules.toldAnew(VerdictRules.next(held, SILENCE, POLICY, at(10)));

        assertThat(agreed.announcement()).isEqualTo(Announcement.HELD);
        assertThat(silent.announcement()).isEqualTo(Announcement.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    @Rule("V7")
    void believesNoRevocationAtOnce(Reason reason) {
        var ruling = VerdictRules.next(WAS_VALID, new Revoked(reason, EVIDENCE), POLICY, at(10));

        assertThat(ruling.next().verdict().stopsClusters()).isFalse();
        assertThat(ruling.next().suspicion()).isNotNull();
        assertThat(ruling.confirmAfter()).isNotNull();
    }

    @Test
    @Rule({"V2", "V7", "P1"})
    void condemnsADisabledKeyByTheSecondCheckASecondLater() {
        var first = VerdictRules.next(WAS_VALID, DISABLED, POLICY, at(10));
        var second = VerdictRules.next(first.next(), DISABLED, POLICY, at(11));

        assertThat(first.confirmAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(second.next().verdict()).isEqualTo(new Verdict.Revoked(Reason.KEY_DISABLED, at(11)));
        assertThat(second.announcement()).isEqualTo(Announcement.REVOKED);
        assertThat(second.confirmAfter()).isNull();
    }

    @Test
    @Rule("V7")
    void countsNoTwoAnswersOfTheSameMoment() {
        var first = VerdictRules.next(WAS_VALID, DISABLED, POLICY, at(10));
        var second = VerdictRules.next(first.next(), DISABLED, POLICY, at(10).plusMillis(400));

        assertThat(second.next().verdict().stopsClusters()).isFalse();
        assertThat(second.confirmAfter()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    @Rule({"V7", "P1"})
    void condemnsDeniedAccessByThreeChecksOverAMinute() {
        var first = VerdictRules.next(WAS_VALID, DENIED, POLICY, at(0));
        var second = VerdictRules.next(first.next(), DENIED, POLICY, at(30));
        var third = VerdictRules.next(second.next(), DENIED, POLICY, at(60));

        assertThat(first.confirmAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(second.confirmAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(second.next().verdict().stopsClusters()).isFalse();
        assertThat(third.next().verdict().stopsClusters()).isTrue();
    }

    /** Whatever is denied so may only be on its way, in either direction. */
    @Test
    @Rule({"V7", "P1"})
    void condemnsADeniedAssignmentByThreeChecksOverTenMinutes() {
        var first = VerdictRules.next(WAS_VALID, UNASSIGNED, POLICY, at(0));
        var second = VerdictRules.next(first.next(), UNASSIGNED, POLICY, at(300));
        var early = VerdictRules.next(second.next(), UNASSIGNED, POLICY, at(420));
        var third = VerdictRules.next(second.next(), UNASSIGNED, POLICY, at(600));

        assertThat(first.confirmAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(early.next().verdict().stopsClusters()).isFalse();
        assertThat(third.next().verdict()).isEqualTo(new Verdict.Revoked(Reason.ASSIGNMENT_REVOKED, at(600)));
    }

    @Test
    @Rule("V7")
    void doesNotTakeADenialForADefiniteState() {
        var denied = VerdictRules.next(WAS_VALID, DENIED, POLICY, at(0));
        var disabled = VerdictRules.next(denied.next(), DISABLED, POLICY, at(10));
        var confirmed = VerdictRules.next(disabled.next(), DISABLED, POLICY, at(11));

        assertThat(disabled.next().verdict().stopsClusters()).isFalse();
        assertThat(disabled.confirmAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(confirmed.next().verdict().stopsClusters()).isTrue();
    }

    @Test
    @Rule("V7")
    void dropsASuspicionOnOneValidAnswer() {
        var suspect = VerdictRules.next(WAS_VALID, DISABLED, POLICY, at(10)).next();
        var cleared = VerdictRules.next(suspect, VALID, POLICY, at(11)).next();

        assertThat(cleared).isEqualTo(WAS_VALID);
    }

    @Test
    @Rule("P2")
    void neitherCountsNorForgetsOverSilence() {
        var suspect = VerdictRules.next(WAS_VALID, DISABLED, POLICY, at(10)).next();
        var silent = VerdictRules.next(suspect, SILENCE, POLICY, at(11)).next();
        var again = VerdictRules.next(silent, DISABLED, POLICY, at(12)).next();

        assertThat(silent.suspicion()).isEqualTo(suspect.suspicion());
        assertThat(silent.verdict()).isEqualTo(WAS_VALID.verdict());
        assertThat(again.verdict().stopsClusters()).isTrue();
        assertThat(again.unverifiedSince()).isNull();
    }

    @Test
    void startsASuspicionAnewWhenItHasLapsed() {
        var suspect = VerdictRules.next(WAS_VALID, DISABLED, POLICY, at(10)).next();
        var muchLater = at(10).plus(POLICY.lapse()).plusSeconds(1);
        var anew = VerdictRules.next(suspect, DISABLED, POLICY, muchLater).next();

        assertThat(anew.verdict().stopsClusters()).isFalse();
        assertThat(anew.suspicion()).isEqualTo(Suspicion.first(true, muchLater));
    }

    @Test
    @Rule({"P2", "V3"})
    void tellsOnceThatAKeyIsUnverifiedAndOnceThatItAnswersAgain() {
        var first = VerdictRules.next(WAS_VALID, SILENCE, POLICY, at(10));
        var second = VerdictRules.next(first.next(), SILENCE, POLICY, at(20));
        var answered = VerdictRules.next(second.next(), VALID, POLICY, at(30));

        assertThat(first.next().unverifiedSince()).isEqualTo(at(10));
        assertThat(second).isEqualTo(new Ruling(first.next(), Announcement.NOTHING, null));
        assertThat(answered.announcement()).isEqualTo(Announcement.VALIDATED);
        assertThat(answered.next()).isEqualTo(WAS_VALID);
    }

    @Test
    void keepsTheBeginningOfARevocationWhoseReasonChanges() {
        var pending = new Revoked(Reason.KEY_PENDING_DELETION, EVIDENCE);

        var ruling = VerdictRules.next(WAS_REVOKED, pending, POLICY, at(10));

        assertThat(ruling.next().verdict()).isEqualTo(new Verdict.Revoked(Reason.KEY_PENDING_DELETION, T0));
        assertThat(ruling.announcement()).isEqualTo(Announcement.REVOKED);
    }

    /** The whole table of a held key, whatever it was believed to be before. */
    @ParameterizedTest
    @Rule({"V8", "V4", "P7"})
    @CsvSource({
        "VALID,     VALID,       VALID,     false, VALIDATED",
        "VALID,     DISABLED,    VALID,     true,  NOTHING",
        "VALID,     DENIED,      VALID,     true,  NOTHING",
        "VALID,     NO_ENCRYPT,  UNUSABLE,  false, FOUND_UNUSABLE",
        "VALID,     NEVER_FOUND, VALID,     true,  NOTHING",
        "VALID,     SILENCE,     VALID,     true,  UNVERIFIED",
        "UNUSABLE,  VALID,       VALID,     false, VALIDATED",
        "UNUSABLE,  DISABLED,    UNUSABLE,  true,  NOTHING",
        "UNUSABLE,  NO_ENCRYPT,  UNUSABLE,  false, FOUND_UNUSABLE",
        "UNUSABLE,  NEVER_FOUND, UNUSABLE,  true,  NOTHING",
        "UNCHECKED, DISABLED,    UNCHECKED, true,  NOTHING",
        "UNCHECKED, VALID,       VALID,     false, VALIDATED",
    })
    void aHeldKeyFollowsTheTable(String current, String check, String next, boolean held, Announcement announcement) {
        var ruling = VerdictRules.next(holding(standing(current)), check(check), POLICY, at(7200));

        assertThat(ruling.next().verdict().spelling()).isEqualTo(next);
        assertThat(ruling.next().heldSince()).isEqualTo(held ? at(11) : null);
        assertThat(ruling.announcement()).isEqualTo(announcement);
        assertThat(ruling.confirmAfter()).isNull();
    }

    @Test
    @Rule({"V8", "P7"})
    void holdsACondemnationAndTellsItOnce() {
        var suspect = VerdictRules.next(WAS_VALID, DISABLED, POLICY, at(10)).next();
        var condemning = VerdictRules.next(suspect, DISABLED, POLICY, at(11));

        var held = VerdictRules.held(suspect, condemning, at(11));

        assertThat(held.next()).isEqualTo(new Standing(WAS_VALID.verdict(), suspect.suspicion(), null, at(11)));
        assertThat(held.announcement()).isEqualTo(Announcement.HELD);
        assertThat(VerdictRules.held(held.next(), condemning, at(12)))
                .isEqualTo(new Ruling(held.next(), Announcement.NOTHING, null));
    }

    @Test
    @Rule({"V8", "P2"})
    void tellsThatAHeldKeyAnswersAgain() {
        var silent =
                VerdictRules.next(holding(WAS_VALID), SILENCE, POLICY, at(20)).next();
        var again = VerdictRules.next(silent, DISABLED, POLICY, at(30));

        assertThat(silent)
                .isEqualTo(new Standing(WAS_VALID.verdict(), holding(WAS_VALID).suspicion(), at(20), at(11)));
        assertThat(again.next()).isEqualTo(holding(WAS_VALID));
        assertThat(again.announcement()).isEqualTo(Announcement.HELD);
    }

    @Test
    @Rule({"V8", "P1"})
    void condemnsAReleasedKeyByTheNextAnswerHoweverLateItIs() {
        var late = at(11).plus(POLICY.lapse().multipliedBy(9));

        var released = VerdictRules.released(holding(WAS_VALID), late);

        assertThat(released.verdict()).isEqualTo(WAS_VALID.verdict());
        assertThat(VerdictRules.next(released, DISABLED, POLICY, late.plusSeconds(1))
                        .next()
                        .verdict())
                .isEqualTo(new Verdict.Revoked(Reason.KEY_DISABLED, late.plusSeconds(1)));
    }

    @Test
    @Rule("V8")
    void suspectsARefusedKeyFromTheBeginning() {
        var refused = VerdictRules.refused(holding(WAS_VALID));

        assertThat(refused).isEqualTo(WAS_VALID);
        assertThat(VerdictRules.next(refused, DISABLED, POLICY, at(20)).next().suspicion())
                .isEqualTo(Suspicion.first(true, at(20)));
    }

    @Test
    void holdsNothingButCondemnations() {
        var harmless = VerdictRules.next(WAS_VALID, DISABLED, POLICY, at(10));

        assertThatIllegalArgumentException().isThrownBy(() -> VerdictRules.held(WAS_VALID, harmless, at(10)));
    }

    /** The same, held since second 11. */
    private static Standing holding(Standing standing) {
        return new Standing(standing.verdict(), Suspicion.first(true, at(10)), null, at(11));
    }

    private static Instant at(long seconds) {
        return T0.plusSeconds(seconds);
    }

    private static Standing standing(String verdict) {
        return switch (verdict) {
            case "UNCHECKED" -> UNCHECKED;
            case "VALID" -> WAS_VALID;
            case "REVOKED" -> WAS_REVOKED;
            case "UNUSABLE" -> WAS_UNUSABLE;
            default -> throw new IllegalArgumentException(verdict);
        };
    }

    private static KeyCheck check(String check) {
        return switch (check) {
            case "VALID" -> VALID;
            case "SILENCE" -> SILENCE;
            case "DISABLED" -> DISABLED;
            case "DENIED" -> DENIED;
            case "NO_ENCRYPT" -> NO_ENCRYPT;
            case "NEVER_FOUND" -> NEVER_FOUND;
            default -> throw new IllegalArgumentException(check);
        };
    }
}
