package io.keyward.validation.cadence.claim;

import io.keyward.validation.cadence.claim.DueCheck.Why;
import io.keyward.validation.cadence.lane.Lane;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyLife.End;
import io.keyward.validation.check.KeyLife.RotationSource;
import io.keyward.validation.check.Probe;
import io.keyward.validation.keyuse.AccessColumns;
import io.keyward.validation.keyuse.KeyPathCodec;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUse.LastCheck;
import io.keyward.validation.verdict.StandingCodec;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A row that a claim answers, read column by column: thousands a second, which is no work for an entity. */
final class DueRow {
    /** What a claim answers of {@code key_use k}. Positions below are those of this list. */
    static final String COLUMNS = """
        k.key_use_id, k.group_id, k.provider, k.key, k.region, k.account, k.home, k.key_id, k.former,
        k.path, k.path_reference, k.path_address, k.path_since, k.path_explanation, k.path_remedy,
        k.role_arn, k.external_id, k.config_revision, k.explanation, k.revision,
        k.verdict, k.reason, k.since, k.suspected_since, k.suspected_last, k.suspect_checks, k.definite_since, k.definite_checks,
        k.unverified_since, k.held_since,
        k.checked_at, k.last_outcome, k.last_reason, k.unanswered, k.probe,
        k.ends_at, k.end_kind, k.rotated_at, k.rotation_source, k.next_rotation_at, k.rotation_looked_at,
        k.hinted_at, k.released_at, k.lease_token,
        (select m.check_interval_seconds from enforcement_mode m where m.group_id = k.group_id), k.access\
        """;

    private static final int PATH = 9;
    private static final int WAY = 15;
    private static final int STANDING = 20;
    private static final int LAST_CHECK = 30;
    private static final int LIFE = 35;
    private static final int WISHES = 40;

    private final Row row;

    DueRow(Row row) {
        this.row = row;
    }

    /** Which key use it is about, however little else of it can be read. */
    String keyUseId() {
        return row.getString(0);
    }

    /**
     * The check that it is about.
     *
     * @param claimedAt when it was handed out
     * @param rotationBefore keys whose rotation was last looked at before this are to be asked for it
     */
    DueCheck toCheck(Instant claimedAt, long startBy, Instant rotationBefore) {
        var lookedAt = instant(WISHES);
        var interval = row.getInteger(WISHES + 4);
        return new DueCheck(
                toUse(),
                new Lane(row.getString(2), row.getString(4), row.getString(5)),
                why(),
                claimedAt,
                startBy,
                lookedAt == null || lookedAt.isBefore(rotationBefore),
                interval == null ? null : Duration.ofSeconds(interval));
    }

    private Why why() {
        if (instant(WISHES + 1) != null) {
            return Why.HINT;
        }
        var releasedAt = instant(WISHES + 2);
        var checkedAt = instant(LAST_CHECK);
        return releasedAt != null && (checkedAt == null || releasedAt.isAfter(checkedAt)) ? Why.RELEASE : Why.TURN;
    }

    private KeyUse toUse() {
        var probe = row.getBuffer(LAST_CHECK + 4);
        return new KeyUse(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(6),
                row.getString(7),
                row.getBoolean(8),
                KeyPathCodec.fromColumns(path()),
                new AccessColumns(row.getString(WAY), row.getString(WAY + 1), row.getString(WISHES + 5))
                        .read(row.getString(2)),
                row.getLong(WAY + 2),
                StandingCodec.fromColumns(standing()),
                row.getString(WAY + 3),
                row.getLong(WAY + 4),
                lastCheck(),
                probe == null ? null : Probe.of(probe.getBytes()),
                life(),
                row.getUUID(WISHES + 3));
    }

    private KeyPathCodec.Columns path() {
        return new KeyPathCodec.Columns(
                row.getString(PATH),
                row.getString(PATH + 1),
                row.getString(PATH + 2),
                instant(PATH + 3),
                row.getString(PATH + 4),
                row.getString(PATH + 5));
    }

    private StandingCodec.Columns standing() {
        return new StandingCodec.Columns(
                row.getString(STANDING),
                row.getString(STANDING + 1),
                row.getOffsetDateTime(STANDING + 2).toInstant(),
                instant(STANDING + 3),
                instant(STANDING + 4),
                row.getInteger(STANDING + 5),
                instant(STANDING + 6),
                row.getInteger(STANDING + 7),
                instant(STANDING + 8),
                instant(STANDING + 9));
    }

    private @Nullable LastCheck lastCheck() {
        var checkedAt = instant(LAST_CHECK);
        @Nullable String outcome = row.getString(LAST_CHECK + 1);
        return checkedAt == null || outcome == null
                ? null
                : new LastCheck(checkedAt, outcome, row.getString(LAST_CHECK + 2), row.getInteger(LAST_CHECK + 3));
    }

    private @Nullable KeyLife life() {
        var endsAt = instant(LIFE);
        var rotatedAt = instant(LIFE + 2);
        var nextRotationAt = instant(LIFE + 4);
        @Nullable String end = row.getString(LIFE + 1);
        @Nullable String source = row.getString(LIFE + 3);
        return endsAt == null && rotatedAt == null && nextRotationAt == null
                ? null
                : new KeyLife(
                        endsAt,
                        end == null ? null : End.valueOf(end),
                        rotatedAt,
                        source == null ? null : RotationSource.valueOf(source),
                        nextRotationAt);
    }

    private @Nullable Instant instant(int column) {
        @Nullable OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
