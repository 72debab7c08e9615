package io.keyward.config.activity.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.activity.entry.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterRulesTest {

    @Test
    void withoutParametersEverythingIsAskedFor() {
        assertThat(EventFilterRules.read(Map.of()))
                .isEqualTo(new EventFilter(Set.of(), Set.of(), Set.of(), null, null));
    }

    @Test
    void parametersMayBeThereSeveralTimes() {
        EventFilter filter = EventFilterRules.read(Map.of(
                "clusterNames", List.of("orders", "carts"),
                "eventType", List.of("CLUSTER_CREATED", "CLUSTER_DELETED"),
                "excludedEventType", List.of("CLUSTER_READY")));

        assertThat(filter.clusterNames()).containsExactlyInAnyOrder("orders", "carts");
        assertThat(filter.types()).containsExactlyInAnyOrder(EventType.CLUSTER_CREATED, EventType.CLUSTER_DELETED);
        assertThat(filter.excludedTypes()).containsExactly(EventType.CLUSTER_READY);
    }

    /** Answers are in whole seconds, so a whole second is what somebody means who sends one back. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z,      2026-01-01T00:00:01Z",
        "2026-01-01T01:00:00+01:00, 2026-01-01T00:00:01Z",
        "2026-01-01T00:00:00.5Z,    2026-01-01T00:00:00.500001Z"
    })
    void theLastMomentIsAskedForToo(String maxDate, Instant until) {
        assertThat(EventFilterRules.read(Map.of("maxDate", List.of(maxDate))).until())
                .isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({
        "eventType,         NO_SUCH_EVENT,        INVALID_ENUM_VALUE",
        "excludedEventType, cluster_created,      INVALID_ENUM_VALUE",
        "minDate,           yesterday,            INVALID_DATE_FORMAT",
        "maxDate,           2026-01-31,           INVALID_DATE_FORMAT"
    })
    void whatCannotBeReadIsRefused(String name, String value, ErrorCode code) {
        assertThatThrownBy(() -> EventFilterRules.read(Map.of(name, List.of(value))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void timesThatHoldNothingAreRefused() {
        assertThatThrownBy(() -> EventFilterRules.read(
                        Map.of("minDate", List.of("2026-01-02T00:00:00Z"), "maxDate", List.of("2026-01-01T00:00:00Z"))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_DATE_RANGE));
    }
}
