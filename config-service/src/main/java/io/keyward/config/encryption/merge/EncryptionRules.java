package io.keyward.config.encryption.merge;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.credential.SentCredentials;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.situation.Situation;
import java.util.Optional;

/** What a PATCH means for a stored configuration. Pure: the customer's cloud and the project's clusters are asked by others. */
public final class EncryptionRules {
    private EncryptionRules() {}

    /** The outcome of a merge. */
    public sealed interface Merge {
        /** Nothing that was sent differs from what is stored. */
        record Unchanged() implements Merge {}

        /** What is wanted from now on; not yet checked with the customer's cloud. */
        record Changed(Proposal proposal) implements Merge {}

        record Refused(EncryptionError error) implements Merge {}
    }

    /**
     * Merges per provider: what is not sent stays, and {@code enabled:false} erases.
     *
     * @param sent the secrets that the PATCH carries, with their ids
     */
    public static Merge merge(EncryptionConfig current, EncryptionPatch patch, SentCredentials sent) {
        EncryptionConfig next = current.searching(patch.enabledForSearchNodes());
        for (Cloud provider : Cloud.values()) {
            switch (merge(provider, current, patch, sent)) {
                case KeyMerge.Refused(EncryptionError error) -> {
                    return new Merge.Refused(error);
                }
                case KeyMerge.Off() -> next = next.with(provider, Optional.empty());
                case KeyMerge.On(KmsConfig key) -> next = next.with(provider, Optional.of(key));
            }
        }
        return next.equals(current) ? new Merge.Unchanged() : new Merge.Changed(new Proposal(next, sent));
    }

    private static KeyMerge merge(
            Cloud provider, EncryptionConfig current, EncryptionPatch patch, SentCredentials sent) {
        return switch (provider) {
            case AWS -> AwsMergeRules.merge(current.aws().orElse(null), patch.awsKms());
            case AZURE ->
                AzureMergeRules.merge(current.azure().orElse(null), patch.azureKeyVault(), sent.idFor(provider));
            case GCP -> GoogleMergeRules.merge(current.google().orElse(null), patch.googleCloudKms(), sent);
        };
    }

    /**
     * Whether clusters that stay stand in the way of giving the key up: always. An invalid key comes first, for they cannot be unwrapped to leave it.
     *
     * @param valid whether the current key is valid
     */
    public static Optional<EncryptionError> cannotDisable(Situation now, boolean valid) {
        return now.stayingClusters().isEmpty()
                ? Optional.empty()
                : keyInvalid(now, valid).or(() -> Optional.of(new EncryptionError.CannotDisable(now.stayingNames())));
    }

    /** Whether clusters that stay could not move to another key, because the current one is not valid. */
    public static Optional<EncryptionError> keyInvalid(Situation now, boolean valid) {
        return now.state()
                .current()
                .filter(key -> !valid && !now.stayingClusters().isEmpty())
                .map(key -> new EncryptionError.KeyInvalid(key.name(), now.stayingNames()));
    }

    /**
     * Whether a wanted configuration means another key than the current one; false where there is none.
     *
     * @param name full name of the wanted key, as far as it could be learned
     */
    public static boolean isOtherKey(ProviderState current, KmsConfig wanted, String name) {
        return current.config()
                .filter(former -> !current.isKey(name) && !wanted.spellsSameKeyAs(former))
                .isPresent();
    }
}
