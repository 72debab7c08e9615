package io.keyward.config.access.serviceaccount;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.access.credential.Secret;
import io.keyward.config.access.credential.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long secrets live, and how many of them at once: two, so that a new one can be brought out before the old one goes. */
final class SecretRules {
    static final int MIN_HOURS = 8;
    static final int MAX_HOURS = 8760;
    static final int MAX_LIVE = 2;

    private SecretRules() {}

    /** The life that a request asks for; refused with 400 when it is none, too short or too long. */
    static Duration life(@Nullable Integer hours) {
        if (hours == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "secretExpiresAfterHours");
        }
        if (hours < MIN_HOURS || hours > MAX_HOURS) {
            throw Refusal.of(ErrorCode.INVALID_JSON_ATTRIBUTE, "secretExpiresAfterHours")
                    .withDetail("secretExpiresAfterHours must be between " + MIN_HOURS + " and " + MAX_HOURS + ".");
        }
        return Duration.ofHours(hours);
    }

    /** With one more secret; those that have expired go. Refused with 409 when there are two that have not. */
    static Settings with(Settings current, Secret secret, String clientId, Instant now) {
        List<Secret> live =
                current.secrets().stream().filter(kept -> kept.isLive(now)).toList();
        if (live.size() >= MAX_LIVE) {
            throw Refusal.of(ErrorCode.SERVICE_ACCOUNT_SECRETS_LIMIT, clientId, MAX_LIVE);
        }
        return current.withSecrets(
                Stream.concat(live.stream(), Stream.of(secret)).toList());
    }

    /** Without a secret; refused with 404 when it is not there. */
    static Settings without(Settings current, String secretId, String clientId) {
        List<Secret> rest = current.secrets().stream()
                .filter(secret -> !secret.id().equals(secretId))
                .toList();
        if (rest.size() == current.secrets().size()) {
            throw Refusal.of(ErrorCode.SERVICE_ACCOUNT_SECRET_NOT_FOUND, secretId, clientId);
        }
        return current.withSecrets(rest);
    }
}
