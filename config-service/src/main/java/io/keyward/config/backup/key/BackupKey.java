package io.keyward.config.backup.key;

import io.keyward.contracts.BackupEvent.WrappingKey;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A project key under which data of a backup may be.
 *
 * @param keyId identity of the project key
 * @param provider for example {@code AWS}
 * @param name its full name at the provider; it outlives the key
 */
public record BackupKey(String keyId, String provider, String name) {

    /** The same key as a UUID, which is what the Atlas API calls it by: always the same for one project key. */
    public String masterKeyUuid() {
        return UUID.nameUUIDFromBytes(("keyward:project-key:" + keyId).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The key as events tell of it. */
    public WrappingKey wrappingKey() {
        return new WrappingKey(keyId, provider, name);
    }
}
