package io.keyward.config.encryption.merge;

import static io.keyward.config.encryption.merge.EncryptionPatch.isSent;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the AWS part of a PATCH means for a stored key. Pure. */
final class AwsMergeRules {
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9-]{1,256}");
    private static final Pattern KEY_ARN =
            Pattern.compile("arn:(aws(?:-cn|-us-gov)?):kms:([a-z0-9-]+):[0-9]{12}:key/[A-Za-z0-9-]{1,256}");

    private AwsMergeRules() {}

    static KeyMerge merge(@Nullable AwsKms current, EncryptionPatch.@Nullable Aws sent) {
        if (sent == null || (sent.enabled() == null && !sent.asksForSomething())) {
            return keep(current, sent);
        }
        if (Boolean.FALSE.equals(sent.enabled())) {
            return new KeyMerge.Off();
        }
        if (sent.carriesCredentials() && !isSent(sent.roleId())) {
            return new KeyMerge.Refused(new EncryptionError.CredentialsNotSupported());
        }
        List<String> missing = missing(current, sent);
        if (!missing.isEmpty()) {
            return new KeyMerge.Refused(new EncryptionError.MissingFields(missing));
        }
        return merged(current, sent);
    }

    private static KeyMerge keep(@Nullable AwsKms current, EncryptionPatch.@Nullable Aws sent) {
        if (current == null) {
            return new KeyMerge.Off();
        }
        boolean privately = sent == null || sent.requirePrivateNetworking() == null
                ? current.requirePrivateNetworking()
                : sent.requirePrivateNetworking();
        return new KeyMerge.On(new AwsKms(current.key(), current.region(), current.roleId(), privately));
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
    private static KeyMerge merged(@Nullable AwsKms current, EncryptionPatch.Aws sent) {
        String key = sentOr(sent.customerMasterKeyID(), current == null ? "" : current.key());
        String roleId = sentOr(sent.roleId(), current == null ? "" : current.roleId());
        String spelling =
                sentOr(sent.region(), current == null ? "" : current.region().name());
        Optional<AwsRegion> region = AwsRegion.find(spelling);
        if (region.isEmpty()) {
            return new KeyMerge.Refused(new EncryptionError.UnknownRegion(spelling));
        }
        Optional<EncryptionError> wrong = checkKey(key, region.get());
        if (wrong.isPresent()) {
            return new KeyMerge.Refused(wrong.get());
        }
        boolean privately = sent.requirePrivateNetworking() == null
                ? current != null && current.requirePrivateNetworking()
                : sent.requirePrivateNetworking();
        return new KeyMerge.On(new AwsKms(key, region.get(), roleId, privately));
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
