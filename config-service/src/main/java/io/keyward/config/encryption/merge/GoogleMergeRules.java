package io.keyward.config.encryption.merge;

import static io.keyward.config.encryption.merge.EncryptionPatch.isSent;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.credential.SentCredentials;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KmsConfig.GoogleKms;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.encryption.settings.name.GoogleKeyNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the Google part of a PATCH means for a stored key. Pure. */
final class GoogleMergeRules {
    private static final String ENABLED = "googleCloudKms.enabled";
    private static final String KEY = "googleCloudKms.keyVersionResourceID";
    private static final String SECRET = "googleCloudKms.serviceAccountKey";
    private static final String OPENER = SECRET + " or googleCloudKms.roleId";

    private GoogleMergeRules() {}

    static KeyMerge merge(@Nullable GoogleKms current, EncryptionPatch.@Nullable Google patch, SentCredentials sent) {
        if (patch != null && Boolean.FALSE.equals(patch.enabled())) {
            return new KeyMerge.Off();
        }
        if (patch == null || !patch.asksForSomething()) {
            return current == null ? new KeyMerge.Off() : new KeyMerge.On(current);
        }
        return missing(current, patch)
                .or(() -> wrong(current, patch))
                .<KeyMerge>map(KeyMerge.Refused::new)
                .orElseGet(() -> new KeyMerge.On(merged(current, patch, sent)));
    }

    private static Optional<EncryptionError> missing(@Nullable GoogleKms current, EncryptionPatch.Google patch) {
        if (current != null) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>();
        if (patch.enabled() == null) {
            missing.add(ENABLED);
        }
        if (!isSent(patch.keyVersionResourceID())) {
            missing.add(KEY);
        }
        if (!isSent(patch.roleId()) && !isSent(patch.serviceAccountKey())) {
            missing.add(OPENER);
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(new EncryptionError.MissingFields(missing));
    }

    private static Optional<EncryptionError> wrong(@Nullable GoogleKms current, EncryptionPatch.Google patch) {
        String key = patch.keyVersionResourceID();
        if (key != null && isSent(key) && GoogleKeyNames.location(key).isEmpty()) {
            return Optional.of(new EncryptionError.MalformedKeyVersion(key));
        }
        String secret = patch.serviceAccountKey();
        if (secret == null || !isSent(secret) || isSent(patch.roleId())) {
            return Optional.empty();
        }
        if (current != null && current.opener() instanceof Opener.Role) {
            return Optional.of(new EncryptionError.RoleStays(SECRET));
        }
        return GoogleKeyFile.isOne(secret) ? Optional.empty() : Optional.of(new EncryptionError.NoKeyFile());
    }

    /** Nothing is missing any more: what was not sent is stored. */
    private static GoogleKms merged(@Nullable GoogleKms current, EncryptionPatch.Google patch, SentCredentials sent) {
        String key = patch.keyVersionResourceID();
        return new GoogleKms(
                key != null && isSent(key) ? key : stored(current).key(),
                opener(patch, sent).orElseGet(() -> stored(current).opener()));
    }

    /** A role comes first; what is sent beside it is ignored. */
    private static Optional<Opener> opener(EncryptionPatch.Google patch, SentCredentials sent) {
        String roleId = patch.roleId();
        return roleId != null && isSent(roleId)
                ? Optional.of(new Opener.Role(Cloud.GCP, roleId))
                : sent.idFor(Cloud.GCP).map(Opener.ServiceAccount::new);
    }

    private static GoogleKms stored(@Nullable GoogleKms current) {
        if (current == null) {
            throw new IllegalStateException("neither sent nor stored");
        }
        return current;
    }
}
