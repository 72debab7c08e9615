package io.keyward.config.access.serviceaccount;

import io.keyward.access.OrgRole;
import io.keyward.config.access.credential.NewCredential;
import io.keyward.config.access.credential.Settings;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Makes service accounts. */
public final class ServiceAccounts {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "mdb_sa_id_";
    private static final int BYTES = 12;

    private ServiceAccounts() {}

    /** A client id that nobody has. */
    static String newClientId() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return PREFIX + HexFormat.of().formatHex(random);
    }

    /** The account that owns an organisation from its beginning, by a secret that was chosen elsewhere and lives as long as any can. */
    public static NewCredential founder(String orgId, String clientId, String secret, Instant now) {
        NewSecret kept = NewSecret.of(secret, now, Duration.ofHours(SecretRules.MAX_HOURS));
        Settings settings = Settings.of("bootstrap", "Made at first start", Set.of(OrgRole.ORG_OWNER))
                .withSecrets(List.of(kept.kept()));
        return NewCredential.serviceAccount(orgId, clientId, settings);
    }
}
