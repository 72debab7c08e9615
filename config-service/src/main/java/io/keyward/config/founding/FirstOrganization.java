package io.keyward.config.founding;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.config.access.credential.NewCredential;
import io.keyward.config.access.credential.Settings;
import io.keyward.config.organization.Organization;
import io.keyward.config.organization.member.MemberRules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** @throws IllegalBootstrapException naming every key of the configuration that is missing */
    static FirstOrganization from(BootstrapConfig config) {
        requireAll(config);
        return new FirstOrganization(
                id(config.organizationId()),
                required(config.organizationName()),
                required(config.ownerName()),
                required(config.ownerEmail()),
                new Credentials(required(config.publicKey()), required(config.privateKey())),
                new Credentials(required(config.driverPublicKey()), required(config.driverPrivateKey())));
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
            throw new IllegalBootstrapException(
                    "keyward.bootstrap.organization-id must be 24 characters out of 0-9 and a-f.");
        });
        return configured.orElseGet(ObjectIds::next);
    }

    private static void requireAll(BootstrapConfig config) {
        var needed = new LinkedHashMap<String, Optional<String>>();
        needed.put("organization-name", config.organizationName());
        needed.put("owner-name", config.ownerName());
        needed.put("owner-email", config.ownerEmail());
        needed.put("public-key", config.publicKey());
        needed.put("private-key", config.privateKey());
        needed.put("driver-public-key", config.driverPublicKey());
        needed.put("driver-private-key", config.driverPrivateKey());
        String complaints = needed.entrySet().stream()
                .filter(setting ->
                        setting.getValue().filter(text -> !text.isBlank()).isEmpty())
                .map(setting -> "keyward.bootstrap." + setting.getKey()
                        + " is not set, and there is no organization yet. Set it to create the first one.")
                .collect(Collectors.joining("\n"));
        if (!complaints.isEmpty()) {
            throw new IllegalBootstrapException(complaints);
        }
    }

    private static String required(Optional<String> value) {
        return value.orElseThrow();
    }
}
