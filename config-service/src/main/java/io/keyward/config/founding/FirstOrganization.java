package io.keyward.config.founding;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.config.access.credential.NewCredential;
import io.keyward.config.access.credential.Settings;
import io.keyward.config.organization.Organization;
import io.keyward.config.organization.member.MemberRules;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** What is to be made of it. */
    Founding founding(Instant now) {
        return new Founding(
                new Organization(id, name, false, now),
                MemberRules.owner(ObjectIds.next(), id, ownerName, ownerEmail),
                List.of(
                        NewCredential.keyPair(
                                id,
                                Caller.Kind.API_KEY,
                                owner.publicKey(),
                                owner.privateKey(),
                                Settings.of("", "Made at first start", Set.of(OrgRole.ORG_OWNER))),
                        NewCredential.keyPair(
                                id,
                                Caller.Kind.DRIVER,
                                driver.publicKey(),
                                driver.privateKey(),
                                Settings.of("", "Made at first start", Set.of()))));
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
