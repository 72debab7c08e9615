package io.keyward.config.encryption.settings;

import static io.keyward.config.encryption.settings.EncryptionPatch.isSent;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a PATCH means for a stored configuration. Pure: the customer's cloud and the project's clusters are asked by others. */
public final class EncryptionRules {
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9-]{1,256}");
    private static final Pattern KEY_ARN =
            Pattern.compile("arn:(aws(?:-cn|-us-gov)?):kms:([a-z0-9-]+):[0-9]{12}:key/[A-Za-z0-9-]{1,256}");

    private EncryptionRules() {}

    /** The outcome of a merge. */
    public sealed interface Merge {
        /** Nothing that was sent differs from what is stored. */
        record Unchanged() implements Merge {}

        /** What is wanted from now on; not yet checked with the customer's cloud. */
        record Changed(EncryptionConfig next) implements Merge {}

        record Refused(EncryptionError error) implements Merge {}
    }

    /** Merges per provider: what is not sent stays, and {@code enabled:false} erases. */
    public static Merge merge(EncryptionConfig current, EncryptionPatch patch) {
        Optional<EncryptionError> foreign = foreignProvider(patch);
        if (foreign.isPresent()) {
            return new Merge.Refused(foreign.get());
        }
        boolean searchNodes =
                patch.enabledForSearchNodes() == null ? current.enabledForSearchNodes() : patch.enabledForSearchNodes();
        return switch (mergeAws(current.aws(), patch.awsKms())) {
            case AwsMerge.Refused(EncryptionError error) -> new Merge.Refused(error);
            case AwsMerge.Off() -> outcome(current, new EncryptionConfig(null, searchNodes));
            case AwsMerge.On(AwsKms aws) -> outcome(current, new EncryptionConfig(aws, searchNodes));
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
                .map(key -> new EncryptionError.KeyInvalid(key.arn(), now.stayingNames()));
    }

    /**
     * Whether a wanted configuration means another key than the current one; false where there is none.
     *
     * @param arn full name of the wanted key, as far as it could be learned
     */
    public static boolean isOtherKey(EncryptionState current, AwsKms wanted, String arn) {
        AwsKms former = current.config().aws();
        return former != null
                && !current.isKey(arn)
                && !(wanted.key().equals(former.key()) && wanted.region() == former.region());
    }

    private static Merge outcome(EncryptionConfig current, EncryptionConfig next) {
        return next.equals(current) ? new Merge.Unchanged() : new Merge.Changed(next);
    }

    private static Optional<EncryptionError> foreignProvider(EncryptionPatch patch) {
        if (patch.azureKeyVault() != null && patch.azureKeyVault().asksForSomething()) {
            return Optional.of(new EncryptionError.ProviderNotSupported("azureKeyVault"));
        }
        if (patch.googleCloudKms() != null && patch.googleCloudKms().asksForSomething()) {
            return Optional.of(new EncryptionError.ProviderNotSupported("googleCloudKms"));
        }
        return Optional.empty();
    }

    private sealed interface AwsMerge {
        record On(AwsKms aws) implements AwsMerge {}

        record Off() implements AwsMerge {}

        record Refused(EncryptionError error) implements AwsMerge {}
    }

    private static AwsMerge mergeAws(@Nullable AwsKms current, EncryptionPatch.@Nullable Aws sent) {
        if (sent == null || (sent.enabled() == null && !sent.asksForSomething())) {
            return keep(current, sent);
        }
        if (Boolean.FALSE.equals(sent.enabled())) {
            return new AwsMerge.Off();
        }
        if (sent.carriesCredentials() && !isSent(sent.roleId())) {
            return new AwsMerge.Refused(new EncryptionError.CredentialsNotSupported());
        }
        List<String> missing = missing(current, sent);
        if (!missing.isEmpty()) {
            return new AwsMerge.Refused(new EncryptionError.MissingFields(missing));
        }
        return merged(current, sent);
    }

    private static AwsMerge keep(@Nullable AwsKms current, EncryptionPatch.@Nullable Aws sent) {
        if (current == null) {
            return new AwsMerge.Off();
        }
        boolean privately = sent == null || sent.requirePrivateNetworking() == null
                ? current.requirePrivateNetworking()
                : sent.requirePrivateNetworking();
        return new AwsMerge.On(new AwsKms(current.key(), current.region(), current.roleId(), privately));
    }

    private static List<String> missing(@Nullable AwsKms current, EncryptionPatch.Aws sent) {
        List<String> missing = new ArrayList<>();
        if (current == null) {
            if (sent.enabled() == null) {
                missing.add("awsKms.enabled");
            }
            if (!isSent(sent.customerMasterKeyID())) {
                missing.add("awsKms.customerMasterKeyID");
            }
            if (!isSent(sent.region())) {
                missing.add("awsKms.region");
            }
            if (!isSent(sent.roleId())) {
                missing.add("awsKms.roleId");
            }
        }
        return missing;
    }

    /** Nothing is missing any more: every field is either sent or stored. */
    private static AwsMerge merged(@Nullable AwsKms current, EncryptionPatch.Aws sent) {
        String key = sentOr(sent.customerMasterKeyID(), current == null ? "" : current.key());
        String roleId = sentOr(sent.roleId(), current == null ? "" : current.roleId());
        String spelling =
                sentOr(sent.region(), current == null ? "" : current.region().name());
        Optional<AwsRegion> region = AwsRegion.find(spelling);
        if (region.isEmpty()) {
            return new AwsMerge.Refused(new EncryptionError.UnknownRegion(spelling));
        }
        Optional<EncryptionError> wrong = checkKey(key, region.get());
        if (wrong.isPresent()) {
            return new AwsMerge.Refused(wrong.get());
        }
        boolean privately = sent.requirePrivateNetworking() == null
                ? current != null && current.requirePrivateNetworking()
                : sent.requirePrivateNetworking();
        return new AwsMerge.On(new AwsKms(key, region.get(), roleId, privately));
    }

    private static String sentOr(@Nullable String sent, String stored) {
        return sent != null && isSent(sent) ? sent : stored;
    }

    /** The key's form, and that its ARN lies in the region; an alias is neither id nor ARN: it can be pointed elsewhere behind our back. */
    private static Optional<EncryptionError> checkKey(String key, AwsRegion region) {
        if (KEY_ID.matcher(key).matches()) {
            return Optional.empty();
        }
        Matcher arn = KEY_ARN.matcher(key);
        if (!arn.matches()) {
            return Optional.of(new EncryptionError.MalformedKey(key));
        }
        String partition = arn.group(1);
        String keyRegion = arn.group(2);
        if (!keyRegion.equals(region.cloudName())) {
            return Optional.of(new EncryptionError.RegionMismatch(keyRegion, region.atlasName()));
        }
        return partition.equals(region.partition())
                ? Optional.empty()
                : Optional.of(new EncryptionError.PartitionMismatch(partition, region.partition()));
    }
}
