package io.keyward.config.organization;

import io.keyward.atlas.ObjectIds;
import java.util.Optional;

/** What an installation starts with; complete. */
record FirstOrganization(
        String id, String name, String ownerName, String ownerEmail, Credentials owner, Credentials driver) {

    /** A key pair, never printed with its private half. */
    record Credentials(String publicKey, String privateKey) {
        @Override
        public String toString() {
            return publicKey;
        }
    }

    /** @throws IllegalStateException naming the first key of the configuration that is missing */
    static FirstOrganization from(BootstrapConfig config) {
        return new FirstOrganization(
                id(config.organizationId()),
                required("organization-name", config.organizationName()),
                required("owner-name", config.ownerName()),
                required("owner-email", config.ownerEmail()),
                new Credentials(
                        required("public-key", config.publicKey()), required("private-key", config.privateKey())),
                new Credentials(
                        required("driver-public-key", config.driverPublicKey()),
                        required("driver-private-key", config.driverPrivateKey())));
    }

    private static String id(Optional<String> configured) {
        configured.filter(id -> !ObjectIds.isValid(id)).ifPresent(id -> {
            throw new IllegalStateException(
                    "keyward.bootstrap.organization-id must be 24 characters out of 0-9 and a-f.");
        });
        return configured.orElseGet(ObjectIds::next);
    }

    private static String required(String key, Optional<String> value) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalStateException("There is no organization yet, and keyward.bootstrap."
                        + key + " is not set. Set it to create the first one."));
    }
}
