package io.keyward.config.access.credential;

import io.keyward.access.Caller;
import io.keyward.config.access.credential.Settings.Address;
import java.time.Instant;
import java.util.List;

/**
 * Something that people or programs call with. It carries nothing that authenticates but the hashes of a service account's secrets.
 *
 * @param publicName the public key, or the client id; never given to another credential, not even after this one was deleted
 */
public record Credential(
        String id, String orgId, Caller.Kind kind, String publicName, Instant createdAt, Settings settings) {

    /** What paths of the API name it by: keys by their id, service accounts by their client id. */
    public CredentialRef ref() {
        return new CredentialRef(orgId, kind, kind == Caller.Kind.SERVICE_ACCOUNT ? publicName : id);
    }

    /**
     * Whether it owns the organisation and can prove that it does.
     *
     * @param listed whether it needs an access list for that
     */
    boolean actsAsOwner(Settings with, boolean listed, Instant now) {
        return with.isOwner()
                && (kind != Caller.Kind.SERVICE_ACCOUNT || with.hasLiveSecret(now))
                && !(listed && with.addresses().isEmpty());
    }

    /** Blocks of addresses from which it may be used. */
    public List<Address> addresses() {
        return settings.addresses();
    }
}
