package io.keyward.simulator.azure.world.vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A key with all its versions.
 *
 * @param versions oldest first, at least one; the last is the one that is meant when none is named
 * @param rotationPolicy the policy's JSON as it was set, or null
 * @param deletedAt since when it is deleted and can be recovered; null while it is not
 * @param purgeAt when it then goes for good
 */
public record VaultKey(
        String vaultHost,
        String name,
        List<KeyVersion> versions,
        @Nullable String rotationPolicy,
        @Nullable Instant deletedAt,
        @Nullable Instant purgeAt) {

    public static String name(String vaultHost, String key) {
        return vaultHost + "/" + key.toLowerCase(Locale.ROOT);
    }

    /** The identifier without a version. */
    public String id() {
        return "https://" + vaultHost + "/keys/" + name;
    }

    /** The identifier of one version. */
    public String id(KeyVersion version) {
        return id() + "/" + version.id();
    }

    public String recoveryId() {
        return "https://" + vaultHost + "/deletedkeys/" + name;
    }

    public boolean deleted() {
        return deletedAt != null;
    }

    public boolean purged(Instant now) {
        return purgeAt != null && !purgeAt.isAfter(now);
    }

    public KeyVersion newest() {
        return versions.getLast();
    }

    public Optional<KeyVersion> version(String id) {
        return versions.stream().filter(version -> version.id().equals(id)).findFirst();
    }

    public VaultKey with(KeyVersion added) {
        return of(Stream.concat(versions.stream(), Stream.of(added)).toList());
    }

    /** With one of its versions changed; the newest when no version is named. */
    public VaultKey change(@Nullable String versionId, UnaryOperator<KeyVersion> change) {
        String wanted = versionId == null ? newest().id() : versionId;
        List<KeyVersion> changed = new ArrayList<>(versions);
        changed.replaceAll(version -> version.id().equals(wanted) ? change.apply(version) : version);
        return of(List.copyOf(changed));
    }

    public VaultKey withRotationPolicy(String json) {
        return new VaultKey(vaultHost, name, versions, json, deletedAt, purgeAt);
    }

    public VaultKey deleted(Instant when, Instant purge) {
        return new VaultKey(vaultHost, name, versions, rotationPolicy, when, purge);
    }

    public VaultKey recovered() {
        return new VaultKey(vaultHost, name, versions, rotationPolicy, null, null);
    }

    private VaultKey of(List<KeyVersion> changed) {
        return new VaultKey(vaultHost, name, changed, rotationPolicy, deletedAt, purgeAt);
    }
}
