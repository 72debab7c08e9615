package io.keyward.config.encryption.settings;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.settings.ProviderState.KeyInUse;
import io.keyward.config.encryption.settings.name.KeyNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One key as a project uses it with one provider, in all regions. A multi-Region key is one key, wherever it was configured.
 *
 * @param id identity of (project, provider, key); kept when a former key becomes the current one again
 * @param config the key by its full name in its home region, and what opens it. Whether it is reached privately is the project's to say, not a former key's
 * @param since since when it is the current one, or was the last time: its rotation clock starts there
 * @param replacedAt when another key took its place or it was given up; absent while it is the current one
 * @param uses its key uses, the home one first
 */
public record ProjectKey(
        String id,
        KmsConfig config,
        Instant since,
        @Nullable Instant replacedAt,
        List<KeyInUse> uses) {

    public Cloud provider() {
        return config.provider();
    }

    /** Full name in its home region. */
    public String name() {
        return config.key();
    }

    /** The region that was configured with it. */
    public CloudRegion home() {
        return config.region();
    }

    /** What opens it. */
    public Opener opener() {
        return config.opener();
    }

    /** Whether another key took its place or it was given up, while something is still under it. */
    public boolean isFormer() {
        return replacedAt != null;
    }

    /** Whether {@code other} is a name of this key: its own, or that of its replica in another region. */
    public boolean isNamed(String other) {
        return KeyNames.isSameKey(provider(), name(), other);
    }

    /** The key use of that region itself. */
    public Optional<KeyInUse> in(CloudRegion region) {
        return uses.stream().filter(use -> use.region().equals(region)).findFirst();
    }

    /** The same key after another one took its place. */
    public ProjectKey replaced(Instant at) {
        return new ProjectKey(id, config, since, isFormer() ? replacedAt : at, uses);
    }

    public ProjectKey withUses(List<KeyInUse> next) {
        return new ProjectKey(id, config, since, replacedAt, next);
    }

    public ProjectKey openedLike(KmsConfig wanted) {
        return new ProjectKey(id, config.openedLike(wanted), since, replacedAt, uses);
    }
}
