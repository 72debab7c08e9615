package io.keyward.local.chaos.validation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.chaos.validation.audit.NoticeRules.Alert;
import io.keyward.local.chaos.validation.audit.NoticeRules.Arrived;
import io.keyward.local.chaos.validation.audit.NoticeRules.Away;
import io.keyward.local.chaos.validation.audit.NoticeRules.Occasion;
import io.keyward.local.chaos.validation.audit.NoticeRules.Way;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeRulesTest {
    private static final String INVALID = "AWS_ENCRYPTION_KEY_INVALID";
    private static final String NETWORK = "ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED";
    private static final Alert OPEN = new Alert("a", INVALID, Set.of(Way.MAIL), "same", at(1), null);
    private static final Alert CLOSED = new Alert("a", INVALID, Set.of(Way.MAIL), "same", at(1), at(2));

    @Test
    void nobodyIsMissedOnEitherWay() {
        // Given
        var alert = new Alert("a", NETWORK, Set.of(Way.MAIL, Way.WEBHOOK), "same", at(1), at(2));
        List<Arrived> all = Stream.of(Way.values())
                .flatMap(way -> Stream.of(Occasion.values()).map(occasion -> arrived(way, "a", occasion, 3)))
                .toList();

        // Then
        assertThat(NoticeRules.audit(List.of(alert), all, List.of())).isEmpty();
        assertThat(all).allSatisfy(one -> assertThat(NoticeRules.audit(
                        List.of(alert),
                        all.stream().filter(other -> !other.equals(one)).toList(),
                        List.of()))
                .hasSize(1));
    }

    @Test
    void whatIsOpenIsNotOver() {
        assertThat(NoticeRules.audit(List.of(OPEN), List.of(mail("a", Occasion.OPENED)), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // type, the same thing, opened at, so that the end of the first is no news
        "AWS_ENCRYPTION_KEY_INVALID, same, 3, true",
        "AWS_ENCRYPTION_KEY_INVALID, other, 3, false",
        "AWS_ENCRYPTION_KEY_INVALID, same, 0, false",
        "ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED, same, 3, false",
    })
    void whatIsSoAgainNeedNotBeToldToBeOver(String type, String same, int openedAt, boolean excused) {
        // Given
        var first = new Alert("a", type, Set.of(Way.MAIL), "same", at(1), at(2));
        var second = new Alert("b", type, Set.of(Way.MAIL), same, at(openedAt), null);

        // When
        List<String> findings = NoticeRules.audit(
                List.of(first, second), List.of(mail("a", Occasion.OPENED), mail("b", Occasion.OPENED)), List.of());

        // Then
        assertThat(findings).hasSize(excused ? 0 : 1);
    }

    @Test
    void nobodyIsToldOfWhatNeverWas() {
        assertThat(NoticeRules.audit(List.of(), List.of(mail("ghost", Occasion.OPENED)), List.of()))
                .singleElement()
                .asString()
                .contains("nobody published");
    }

    @Test
    void theSameHasOneId() {
        // Given
        var first = new Arrived(Way.MAIL, "a", Occasion.OPENED, "one", at(3), false);
        var second = new Arrived(Way.MAIL, "a", Occasion.OPENED, "two", at(3), false);

        // Then
        assertThat(NoticeRules.audit(List.of(OPEN), List.of(first, second), List.of()))
                .singleElement()
                .asString()
                .contains("several ids");
    }

    @ParameterizedTest
    @CsvSource({
        "4, 5, false, true",
        "9, 12, false, true",
        "1, 2, false, false",
        "11, 12, false, false",
        "1, 2, true, true"
    })
    void theSameIsToldTwiceOnlyAroundABlow(int from, int until, boolean excused, boolean right) {
        // Given
        var first = new Arrived(Way.MAIL, "a", Occasion.OPENED, "one", at(3), excused);
        var again = new Arrived(Way.MAIL, "a", Occasion.OPENED, "one", at(10), false);

        // When
        List<String> findings =
                NoticeRules.audit(List.of(OPEN), List.of(first, again), List.of(new Away(at(from), at(until))));

        // Then
        assertThat(findings).hasSize(right ? 0 : 1);
    }

    @Test
    void whatIsOverIsToldToBe() {
        assertThat(NoticeRules.audit(List.of(CLOSED), List.of(mail("a", Occasion.OPENED)), List.of()))
                .singleElement()
                .asString()
                .contains("recovered");
    }

    private static Arrived mail(String alertId, Occasion occasion) {
        return arrived(Way.MAIL, alertId, occasion, 3);
    }

    private static Arrived arrived(Way way, String alertId, Occasion occasion, int second) {
        return new Arrived(way, alertId, occasion, alertId + "." + occasion, at(second), false);
    }

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }
}
