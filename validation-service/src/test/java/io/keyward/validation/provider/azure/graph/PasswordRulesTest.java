package io.keyward.validation.provider.azure.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("V9")
class PasswordRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    /** The application's secrets as {@code hint@day of December 2026}, and the day on which the one that begins with {@code abc} ends. */
    @ParameterizedTest
    @CsvSource({
        "'',                                     ",
        "abc@05,                               05",
        "abd@05,                                 ",
        "ABC@05,                                 ",
        "abc@05 xyz@07,                        05",
        "abc@05 abc@07,                          ",
        "abc@05 abc@05,                        05",
        "-@05,                                 05",
        "abc@05 -@07,                            ",
        "abc@05 -@05,                          05",
        "ab@05,                                  ",
    })
    void anEndIsTakenOnlyWhereThereIsOneThatItCanBe(String known, @Nullable String day) {
        var application = new JsonObject()
                .put(
                        "passwordCredentials",
                        new JsonArray(Stream.of(known.split(" "))
                                .filter(one -> !one.isEmpty())
                                .map(one -> one.split("@"))
                                .map(one -> password(one[0], "2026-12-" + one[1] + "T00:00:00Z"))
                                .toList()));

        assertThat(PasswordRules.end(PasswordCredential.of(application), "abcdef", NOW))
                .isEqualTo(Optional.ofNullable(day).map(one -> Instant.parse("2026-12-" + one + "T00:00:00Z")));
    }

    /** Whoever was let in a moment ago holds none of those that had ended by then. */
    @Test
    void whatHasEndedIsNotTheSecretThatLetUsIn() {
        var known = Stream.of(password("abc", "2026-11-22T12:00:00Z"), password("abc", "2027-11-22T12:00:00.1234567Z"))
                .flatMap(one ->
                        PasswordCredential.of(new JsonObject().put("passwordCredentials", new JsonArray().add(one)))
                                .stream())
                .toList();

        assertThat(PasswordRules.end(known, "abcdef", NOW)).contains(Instant.parse("2027-11-22T12:00:00.123456700Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'passwordCredentials':null}",
                "{'passwordCredentials':'abc'}",
                "{'passwordCredentials':{}}",
                "{'passwordCredentials':[null,'abc',7,{}]}",
                "{'passwordCredentials':[{'hint':'abc','endDateTime':null}]}",
                "{'passwordCredentials':[{'hint':'abc','endDateTime':7}]}",
                "{'passwordCredentials':[{'hint':'abc','endDateTime':'tomorrow'}]}",
                "{'passwordCredentials':[{'hint':['abc'],'endDateTime':'2027-01-01T00:00:00Z'}]}"
            })
    void whatCannotBeReadSaysNothing(String application) {
        assertThat(PasswordRules.end(
                        PasswordCredential.of(new JsonObject(application.replace('\'', '"'))), "abcdef", NOW))
                .isEmpty();
    }

    private static JsonObject password(String hint, String end) {
        return new JsonObject().put("hint", hint.equals("-") ? null : hint).put("endDateTime", end);
    }
}
