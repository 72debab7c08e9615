package io.keyward.validation.alert.rules;

import static io.keyward.validation.alert.condition.AlertType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED;
import static io.keyward.validation.alert.condition.AlertType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL;
import static io.keyward.validation.alert.rules.Facts.SINCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.alert.condition.Condition;
import io.keyward.validation.alert.condition.Condition.Certainty;
import io.keyward.validation.endpoint.EndpointState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("N4")
class EndpointAlertRulesTest {
    private static final AlertPolicy POLICY =
            new AlertPolicy(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofHours(24));

    /** The whole table of an endpoint that was never replaced. */
    @ParameterizedTest
    @CsvSource({
        "REQUESTED,         ,       ",
        "AWAITING_APPROVAL, ,       ",
        "ACTIVE,            ,       ",
        "FAILED,            FAILED, could not be made. It broke.",
        "LOST,              LOST,   It broke. It is being replaced by itself.",
        "DELETING,          ,       ",
        "DELETED,           ,       "
    })
    void anEndpointThatFailedOrWasLostIsACondition(
            EndpointState state, @Nullable String reason, @Nullable String ending) {
        var conditions = troubles(Facts.of(state, "It broke."));

        if (reason == null) {
            assertThat(conditions).isEmpty();
        } else {
            assertThat(conditions).singleElement().satisfies(condition -> {
                assertThat(condition.certainty()).isEqualTo(Certainty.HOLDS);
                assertThat(condition.content().reason()).isEqualTo(reason);
                assertThat(condition.content().explanation()).endsWith(ending);
            });
        }
    }

    /** The whole table of a lost endpoint and the one that replaces it: one condition, about the first, until the second can be used. */
    @ParameterizedTest
    @Rule("E6")
    @CsvSource(
            delimiter = '|',
            value = {
                // the first | the second  | could be used | about | words
                "LOST     | REQUESTED         | false | e1 | endpoint e2, is being made",
                "LOST     | AWAITING_APPROVAL | false | e1 | endpoint e2, waits for your approval",
                "LOST     | FAILED            | false | e1 | endpoint e2, failed. Three in a day.",
                "LOST     | LOST              | false | e1 | endpoint e2, was removed or rejected as well. Three in a day.",
                "LOST     | DELETING          | false | e1 | ",
                "LOST     | DELETED           | false | e1 | replaced by itself",
                "LOST     | ACTIVE            | true  |    | ",
                "ACTIVE   | REQUESTED         | false |    | ",
                "ACTIVE   | FAILED            | false |    | ",
                // let go, which is said of the first one first
                "DELETING | REQUESTED         | false |    | ",
                "DELETING | FAILED            | false |    | ",
                "DELETING | LOST              | false |    | ",
                // not let go along with it, or it would be gone before
                "DELETED  | FAILED            | false | e2 | could not be made. Three in a day.",
                "DELETED  | LOST              | false | e2 | replaced by itself",
                // the second had taken the first one's place
                "DELETING | LOST              | true  | e2 | replaced by itself",
                "DELETED  | LOST              | true  | e2 | replaced by itself",
                "DELETED  | FAILED            | true  | e2 | is not replaced any more. Three in a day."
            })
    void aLineageHasOneConditionUntilOneOfItCanBeUsed(
            EndpointState first, EndpointState second, boolean usable, @Nullable String about, @Nullable String words) {
        var facts = Facts.of(
                Facts.endpoint("e1", first, true, null, "Somebody deleted it."),
                Facts.endpoint("e2", second, usable, "e1", "Three in a day."));

        var conditions = troubles(facts);

        assertThat(conditions)
                .extracting(condition -> condition.subject().id())
                .isEqualTo(about == null ? List.of() : List.of(about));
        assertThat(conditions)
                .allSatisfy(condition ->
                        assertThat(condition.content().explanation()).contains(words == null ? "" : words));
    }

    @Test
    @Rule("E6")
    void whoeverKeepsRejectingIsToldOnceAndWhatToDoInTheEnd() {
        var facts = Facts.of(
                Facts.endpoint("e1", EndpointState.LOST, true, null, "Rejected."),
                Facts.endpoint("e2", EndpointState.LOST, false, "e1", "Rejected."),
                Facts.endpoint("e3", EndpointState.FAILED, false, "e2", "Rejected three times in a day."));

        assertThat(troubles(facts)).singleElement().satisfies(condition -> {
            assertThat(condition.subject().id()).isEqualTo("e1");
            assertThat(condition.content().reason()).isEqualTo("REPLACEMENT_FAILED");
            assertThat(condition.content().explanation())
                    .endsWith("endpoint e3, failed. Rejected three times in a day.");
            assertThat(condition.content().remedy()).contains("delete it");
        });
    }

    @ParameterizedTest
    @Rule("E11")
    @CsvSource({
        "AWAITING_APPROVAL, 86399, NOT_SEEN_TO_END",
        "AWAITING_APPROVAL, 86400, HOLDS",
        "REQUESTED,         86400, ",
        "ACTIVE,            86400, ",
        "FAILED,            86400, ",
        "LOST,              86400, ",
        "DELETING,          86400, ",
        "DELETED,           86400, "
    })
    void anApprovalThatIsLateIsACondition(EndpointState state, long seconds, @Nullable Certainty expected) {
        var conditions = at(SINCE.plusSeconds(seconds), Facts.of(state, null)).stream()
                .filter(condition -> condition.type() == ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL)
                .toList();

        assertThat(conditions)
                .extracting(Condition::certainty)
                .isEqualTo(expected == null ? List.of() : List.of(expected));
        assertThat(conditions)
                .allSatisfy(
                        condition -> assertThat(condition.content().remedy()).startsWith("Approve"));
    }

    private static List<Condition> troubles(ProjectFacts facts) {
        return at(SINCE, facts).stream()
                .filter(condition -> condition.type() == ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED)
                .toList();
    }

    private static List<Condition> at(Instant now, ProjectFacts facts) {
        return AlertRules.conditions(facts, POLICY, now);
    }
}
