package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One key as a project uses it with AWS, in all regions. A multi-Region key is one key, wherever it was configured.
 *
 * @param id identity of (project, provider, key); kept when a former key becomes the current one again
 * @param arn full name in its home region
 * @param home the region that was configured with it
 * @param roleId id of the role that opens it
 * @param since since when it is the current one, or was the last time: its rotation clock starts there
 * @param replacedAt when another key took its place or it was given up; absent while it is the current one
 * @param uses its key uses, the home one first
 */
public record ProjectKey(
        String id,
        String arn,
        AwsRegion home,
        String roleId,
        Instant since,
        @Nullable Instant replacedAt,
        List<KeyInUse> uses) {

    /** Whether another key took its place or it was given up, while something is still under it. */
    public boolean isFormer() {
        return replacedAt != null;
    }

    /** Whether {@code other} is a name of this key: its own, or that of its replica in another region. */
    public boolean isNamed(String other) {
        return RegionRules.isSameKey(arn, other);
    }

    /** The key use of that region itself. */
    public Optional<KeyInUse> in(AwsRegion region) {
        return uses.stream().filter(use -> use.region() == region).findFirst();
    }

    /** The same key after another one took its place. */
    ProjectKey replaced(Instant at) {
        return new ProjectKey(id, arn, home, roleId, since, isFormer() ? replacedAt : at, uses);
    }

    ProjectKey withUses(List<KeyInUse> next) {
        return new ProjectKey(id, arn, home, roleId, since, replacedAt, next);
    }

    ProjectKey openedBy(String role) {
        return new ProjectKey(id, arn, home, role, since, replacedAt, uses);
    }
}
