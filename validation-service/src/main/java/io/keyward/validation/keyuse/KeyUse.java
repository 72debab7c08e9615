package io.keyward.validation.keyuse;

import io.keyward.validation.check.KeyAccess;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.KeyRef.AzureKey;
import io.keyward.validation.check.KeyRef.GoogleKey;
import io.keyward.validation.check.Probe;
import io.keyward.validation.verdict.Standing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as one project uses it in one region, with all that is known of it.
 *
 * @param id minted by config-service
 * @param provider {@code AWS}, {@code AZURE} or {@code GCP}
 * @param key full name at the provider
 * @param home whether its key serves every region that has no key use of its own
 * @param keyId the project key that this is a region of; null when it was told before there were any
 * @param former whether its project key was replaced or given up, and something is still under it
 * @param path the way on which it is checked
 * @param access as whom it is used
 * @param configRevision rises when the way to the key changes; a check of another revision says nothing
 * @param explanation for an operator: why the verdict is what it is
 * @param revision of the last event on {@code keyward.keys}, 0 when there was none
 * @param lastCheck null when it was never checked the way it is checked now
 * @param probe null until a first check succeeded
 * @param life when the key ends by itself and when it was renewed, as far as that is known; null when nothing is
 * @param leaseToken who checks it now; null when nobody does
 */
public record KeyUse(
        String id,
        String groupId,
        String provider,
        String key,
        String region,
        boolean home,
        @Nullable String keyId,
        boolean former,
        KeyPath path,
        KeyAccess access,
        long configRevision,
        Standing standing,
        String explanation,
        long revision,
        @Nullable LastCheck lastCheck,
        @Nullable Probe probe,
        @Nullable KeyLife life,
        @Nullable UUID leaseToken) {

    /**
     * What a check needs to know.
     *
     * @param rotationDue whether it is to ask when the key was renewed, too
     */
    public KeyRef ref(boolean rotationDue) {
        return switch (access) {
            case KeyAccess.AwsRole role ->
                new AwsKey(groupId, id, key, region, path, role.roleArn(), role.externalId(), probe, rotationDue);
            case KeyAccess.AzureApplication application ->
                new AzureKey(groupId, id, key, region, path, application, null, probe, rotationDue);
            case KeyAccess.GoogleAccount account ->
                new GoogleKey(groupId, id, key, region, path, account, null, probe, rotationDue);
        };
    }

    /** The same, with something else believed of it. */
    public KeyUse believed(Standing other, String why) {
        return new KeyUse(
                id,
                groupId,
                provider,
                key,
                region,
                home,
                keyId,
                former,
                path,
                access,
                configRevision,
                other,
                why,
                revision,
                lastCheck,
                probe,
                life,
                leaseToken);
    }

    /** Since when the guard holds back its condemnation; null unless it does. */
    public @Nullable Instant heldSince() {
        return standing.heldSince();
    }

    /** Checks in a row, up to the last one, that got no answer. */
    public int unanswered() {
        return lastCheck == null ? 0 : lastCheck.unanswered();
    }

    /**
     * The last check that was recorded.
     *
     * @param at when it started
     * @param outcome {@code VALID}, {@code REVOKED}, {@code UNUSABLE} or {@code INCONCLUSIVE}
     * @param reason symbolic; null when the outcome is VALID
     * @param unanswered how many in a row, this one included, got no answer
     */
    public record LastCheck(
            Instant at, String outcome, @Nullable String reason, int unanswered) {}
}
