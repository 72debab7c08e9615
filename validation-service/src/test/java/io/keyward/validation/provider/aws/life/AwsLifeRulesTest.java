package io.keyward.validation.provider.aws.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyLife.End;
import io.keyward.validation.check.KeyLife.RotationSource;
import io.keyward.validation.provider.aws.call.AwsFailure;
import io.keyward.validation.provider.aws.call.AwsFailure.Kind;
import io.keyward.validation.provider.aws.life.AwsLifeRules.Rotation;
import io.keyward.validation.provider.aws.life.KeyDescription.Dates;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class AwsLifeRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:30:00Z");
    private static final KeyLife NO_END = new KeyLife(null, null, null, null, null);

    /** The dates of a description, and what ends first. A key that waits for its replicas has days, and no date yet. */
    @ParameterizedTest
    @Rule("V9")
    @CsvSource({
        // deletion,           days, material until,        | ends,                 what
        "                    , ,     ,                      ,                     ",
        "2026-12-01T10:00:00Z, ,     ,                      2026-12-01T10:00:00Z, DELETION",
        "2026-12-01T10:00:00Z, 7,    ,                      2026-12-01T10:00:00Z, DELETION",
        "                    , 7,    ,                      2026-11-29T00:00:00Z, DELETION",
        "                    , ,     2026-12-05T00:00:00Z,  2026-12-05T00:00:00Z, MATERIAL_EXPIRY",
        "2026-12-01T10:00:00Z, ,     2026-12-05T00:00:00Z,  2026-12-01T10:00:00Z, DELETION",
        "2026-12-01T10:00:00Z, ,     2026-11-30T00:00:00Z,  2026-11-30T00:00:00Z, MATERIAL_EXPIRY",
    })
    void readsTheEndOfADescription(
            @Nullable Instant deletion,
            @Nullable Integer days,
            @Nullable Instant materialUntil,
            @Nullable Instant ends,
            @Nullable End what) {
        var key = new KeyDescription(
                "Any", "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT", new Dates(NOW, deletion, days, materialUntil), null);

        assertThat(AwsLifeRules.ending(key, NOW)).isEqualTo(new KeyLife(ends, what, null, null, null));
    }

    /** The best source that is open tells; an open record without entries tells that the key was never rotated. */
    @ParameterizedTest
    @Rule("N1")
    @CsvSource({
        // listed, last listed,       next,                 days, begun by hand,        made,                | rotated,
        //          by
        "true,  2026-10-01T00:00:00Z, 2027-09-30T00:00:00Z, 365,  ,                     2025-01-01T00:00:00Z, 2026-10-01T00:00:00Z, ROTATION_RECORD",
        "true,  2026-10-01T00:00:00Z, ,                     ,     ,                     ,                     2026-10-01T00:00:00Z, ROTATION_RECORD",
        "true,  ,                     2027-09-30T00:00:00Z, 365,  ,                     2025-01-01T00:00:00Z, 2025-01-01T00:00:00Z, CREATION",
        "true,  ,                     ,                     ,     ,                     ,                     ,                     ",
        "false, ,                     2027-09-30T00:00:00Z, 365,  ,                     2025-01-01T00:00:00Z, 2026-09-30T00:00:00Z, ROTATION_SCHEDULE",
        "false, ,                     2027-09-30T00:00:00Z, 365,  2026-11-20T00:00:00Z, ,                     2026-11-20T00:00:00Z, ROTATION_SCHEDULE",
        "false, ,                     2027-09-30T00:00:00Z, 365,  2026-09-01T00:00:00Z, ,                     2026-09-30T00:00:00Z, ROTATION_SCHEDULE",
        "false, ,                     ,                     ,     2026-11-20T00:00:00Z, ,                     2026-11-20T00:00:00Z, ROTATION_SCHEDULE",
        "false, ,                     ,                     ,     ,                     2025-01-01T00:00:00Z, 2025-01-01T00:00:00Z, CREATION",
        "false, ,                     ,                     ,     ,                     ,                     ,                     ",
    })
    void takesTheBestSourceOfRotation(
            boolean listed,
            @Nullable Instant lastListed,
            @Nullable Instant next,
            @Nullable Integer days,
            @Nullable Instant begun,
            @Nullable Instant made,
            @Nullable Instant rotated,
            @Nullable RotationSource source) {
        var life = AwsLifeRules.rotated(NO_END, new Rotation(listed, lastListed, next, days, begun, made));

        assertThat(life.rotatedAt()).isEqualTo(rotated);
        assertThat(life.rotationSource()).isEqualTo(source);
        assertThat(life.nextRotationAt()).isEqualTo(source == null ? null : next);
    }

    /** A source that is only out of order now must not make a younger key look old. */
    @ParameterizedTest
    @Rule("N1")
    @EnumSource(
            value = Kind.class,
            mode = Mode.INCLUDE,
            names = {
                "ACCESS_DENIED",
                "NETWORK_POLICY",
                "DENIED_ON_PUBLIC_PATH",
                "DENIED_TO_NEW_ENDPOINT",
                "WRONG_KEY_USAGE",
                "INVALID_REQUEST",
                "KEY_NOT_FOUND",
                "UNKNOWN_PRINCIPAL"
            })
    void isSentAwayForGoodByRefusalsOnly(Kind kind) {
        assertThat(AwsLifeRules.isClosed(new AwsFailure(kind, "Code", null, null)))
                .isTrue();
    }

    @ParameterizedTest
    @Rule("N1")
    @EnumSource(
            value = Kind.class,
            mode = Mode.EXCLUDE,
            names = {
                "ACCESS_DENIED",
                "NETWORK_POLICY",
                "DENIED_ON_PUBLIC_PATH",
                "DENIED_TO_NEW_ENDPOINT",
                "WRONG_KEY_USAGE",
                "INVALID_REQUEST",
                "KEY_NOT_FOUND",
                "UNKNOWN_PRINCIPAL"
            })
    void asksAgainAnotherDayAfterAnythingElse(Kind kind) {
        assertThat(AwsLifeRules.isClosed(new AwsFailure(kind, "Code", null, null)))
                .isFalse();
    }
}
