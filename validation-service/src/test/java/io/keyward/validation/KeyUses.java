package io.keyward.validation;

import io.keyward.validation.check.KeyAccess;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.keyuse.KeyUse.LastCheck;
import io.keyward.validation.verdict.Standing;
import io.keyward.validation.verdict.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Key uses for tests, with harmless defaults. */
public final class KeyUses {
    public static final Instant SINCE = Instant.parse("2026-11-22T10:00:00Z");

    private KeyUses() {}

    /** A valid key in a region. */
    public static KeyUse valid(String id, String region) {
        return standing(id, region, new Standing(new Verdict.Valid(SINCE), null, null));
    }

    /** A key as it stands, the home one. */
    public static KeyUse standing(String id, String region, Standing standing) {
        return standing(id, region, true, standing);
    }

    /** The same, of whose life this is known. */
    public static KeyUse living(@Nullable KeyLife life, KeyUse use) {
        return of(use.keyId(), use.former(), life, use);
    }

    /** The same key where it is not at home. */
    public static KeyUse elsewhere(String id, String region, KeyUse use) {
        return new KeyUse(
                id,
                use.groupId(),
                use.provider(),
                use.key(),
                region,
                false,
                use.keyId(),
                use.former(),
                use.path(),
                use.access(),
                use.configRevision(),
                use.standing(),
                use.explanation(),
                use.revision(),
                use.lastCheck(),
                use.probe(),
                use.life(),
                use.leaseToken());
    }

    /** The same as a region of a project key, former or not. */
    public static KeyUse of(String keyId, boolean former, KeyUse use) {
        return of(keyId, former, use.life(), use);
    }

    private static KeyUse of(@Nullable String keyId, boolean former, @Nullable KeyLife life, KeyUse use) {
        return new KeyUse(
                use.id(),
                use.groupId(),
                use.provider(),
                use.key(),
                use.region(),
                use.home(),
                keyId,
                former,
                use.path(),
                use.access(),
                use.configRevision(),
                use.standing(),
                use.explanation(),
                use.revision(),
                use.lastCheck(),
                use.probe(),
                life,
                use.leaseToken());
    }

    /** A key as it stands, the home one or not. */
    public static KeyUse standing(String id, String region, boolean home, Standing standing) {
        return new KeyUse(
                id,
                "64b0c0ffee64b0c0ffee64b0",
                "AWS",
                "arn:aws:kms:" + region + ":111122223333:key/" + id,
                region,
                home,
                null,
                false,
                new KeyPath.Public(false),
                new KeyAccess.AwsRole("arn:aws:iam::111122223333:role/r", "external"),
                1,
                standing,
                "It is so.",
                0,
                new LastCheck(SINCE, "VALID", null, 0),
                null,
                null,
                UUID.randomUUID());
    }
}
