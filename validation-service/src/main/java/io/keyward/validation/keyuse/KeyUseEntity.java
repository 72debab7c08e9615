package io.keyward.validation.keyuse;

import io.keyward.validation.check.KeyAccess;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.Probe;
import io.keyward.validation.keyuse.KeyUse.LastCheck;
import io.keyward.validation.verdict.Standing;
import io.keyward.validation.verdict.StandingCodec;
import io.keyward.validation.verdict.StandingCodec.Columns;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code key_use}. It has no version column: sweeps touch it in bulk, so everyone who changes it does so under a lock on the row or with
 * the lease token and configuration revision in the condition.
 */
@Entity
@Table(name = "key_use")
class KeyUseEntity {
    @Id
    @Column(name = "key_use_id")
    String id;

    @Column(name = "group_id")
    String groupId;

    String provider;

    String key;

    String region;

    /** Whose the key is at its provider; empty when that is not known. */
    String account = "";

    boolean home;

    @Column(name = "key_id")
    @Nullable
    String keyId;

    boolean former;

    @Column(name = "private_networking")
    boolean privateNetworking;

    String path;

    @Column(name = "path_reference")
    @Nullable
    String pathReference;

    @Column(name = "path_address")
    @Nullable
    String pathAddress;

    @Column(name = "path_since")
    @Nullable
    Instant pathSince;

    @Column(name = "path_explanation", columnDefinition = "text")
    @Nullable
    String pathExplanation;

    @Column(name = "path_remedy", columnDefinition = "text")
    @Nullable
    String pathRemedy;

    @Column(name = "role_arn")
    @Nullable
    String roleArn;

    @Column(name = "external_id")
    @Nullable
    String externalId;

    @Column(columnDefinition = "text")
    @Nullable
    String access;

    @Column(name = "credential_id")
    @Nullable
    String credentialId;

    @Column(name = "config_revision")
    long configRevision;

    @Column(name = "retired_at")
    @Nullable
    Instant retiredAt;

    String verdict;

    @Nullable
    String reason;

    @Column(columnDefinition = "text")
    String explanation;

    Instant since;

    @Column(name = "suspected_since")
    @Nullable
    Instant suspectedSince;

    @Column(name = "suspected_last")
    @Nullable
    Instant suspectedLast;

    @Column(name = "suspect_checks")
    int suspectChecks;

    @Column(name = "definite_since")
    @Nullable
    Instant definiteSince;

    @Column(name = "definite_checks")
    int definiteChecks;

    @Column(name = "unverified_since")
    @Nullable
    Instant unverifiedSince;

    @Column(name = "held_since")
    @Nullable
    Instant heldSince;

    /** When an operator last let it be condemned; good for what was suspected of it then. */
    @Column(name = "released_at")
    @Nullable
    Instant releasedAt;

    long revision;

    @Column(name = "checked_at")
    @Nullable
    Instant checkedAt;

    @Column(name = "last_outcome")
    @Nullable
    String lastOutcome;

    @Column(name = "last_reason")
    @Nullable
    String lastReason;

    @Column(name = "last_check_id")
    @Nullable
    Long lastCheckId;

    int unanswered;

    int repeats;

    @Column(columnDefinition = "bytea")
    byte @Nullable [] probe;

    @Embedded
    @Nullable
    KeyLifeEntity life;

    @Column(name = "rotation_looked_at")
    @Nullable
    Instant rotationLookedAt;

    @Column(name = "next_due_at")
    Instant nextDueAt;

    /** When somebody last hinted at it; null when no hint is left to be looked into. */
    @Column(name = "hinted_at")
    @Nullable
    Instant hintedAt;

    /** Since when no check of it is made because it cannot be read; null as long as it can. */
    @Column(name = "set_aside_at")
    @Nullable
    Instant setAsideAt;

    @Column(name = "lease_token")
    @Nullable
    UUID leaseToken;

    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;

    KeyUse toRecord() {
        return new KeyUse(
                id,
                groupId,
                provider,
                key,
                region,
                home,
                keyId,
                former,
                path(),
                access(),
                configRevision,
                standing(),
                explanation,
                revision,
                lastCheck(),
                probe == null ? null : Probe.of(probe),
                life == null ? null : life.toLife(),
                leaseToken);
    }

    KeyAccess access() {
        return new AccessColumns(roleArn, externalId, access).read(provider);
    }

    /** Has it used as {@code other} from now on. */
    void useAs(KeyAccess other) {
        var columns = AccessColumns.of(other);
        roleArn = columns.roleArn();
        externalId = columns.externalId();
        access = columns.access();
        credentialId = other.credentialId();
    }

    Standing standing() {
        return StandingCodec.fromColumns(new Columns(
                verdict,
                reason,
                since,
                suspectedSince,
                suspectedLast,
                suspectChecks,
                definiteSince,
                definiteChecks,
                unverifiedSince,
                heldSince));
    }

    private KeyPath path() {
        return KeyPathCodec.fromColumns(
                new KeyPathCodec.Columns(path, pathReference, pathAddress, pathSince, pathExplanation, pathRemedy));
    }

    private @Nullable LastCheck lastCheck() {
        return checkedAt == null || lastOutcome == null
                ? null
                : new LastCheck(checkedAt, lastOutcome, lastReason, unanswered);
    }

    void stand(Standing standing) {
        var columns = StandingCodec.toColumns(standing);
        verdict = columns.verdict();
        reason = columns.reason();
        since = columns.since();
        suspectedSince = columns.suspectedSince();
        suspectedLast = columns.suspectedLast();
        suspectChecks = columns.suspectChecks();
        definiteSince = columns.definiteSince();
        definiteChecks = columns.definiteChecks();
        unverifiedSince = columns.unverifiedSince();
        heldSince = columns.heldSince();
    }

    /** Has it checked on {@code way} from now on. */
    void goBy(KeyPath way) {
        var columns = KeyPathCodec.toColumns(way);
        path = columns.path();
        pathReference = columns.reference();
        pathAddress = columns.address();
        pathSince = columns.since();
        pathExplanation = columns.explanation();
        pathRemedy = columns.remedy();
    }

    /**
     * There is another way to the key than before: what was suspected on the old one is forgotten, results of checks on it no longer count, the next
     * answer is a new one whatever it says, and the key is due at once.
     */
    void isReachedAnew(Instant now) {
        var standing = standing();
        stand(new Standing(standing.verdict(), null, standing.unverifiedSince()));
        rotationLookedAt = null;
        lastOutcome = null;
        lastReason = null;
        unanswered = 0;
        configRevision++;
        becomeDue(now);
    }

    /** Makes the next check due at {@code now}, and takes the lease from whoever holds it, so that a running check's result is dropped. */
    void becomeDue(Instant now) {
        nextDueAt = now;
        leaseToken = null;
        leaseUntil = null;
    }
}
