package io.keyward.config.encryption.settings.name;

import io.keyward.atlas.region.Cloud;
import io.keyward.atlas.region.CloudRegion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How keys in Google Cloud KMS are called: one version of a key, in one location. Another version is another key. Pure. */
public final class GoogleKeyNames {
    private static final Pattern VERSION =
            Pattern.compile("projects/[a-z0-9][a-z0-9.:-]{0,63}/locations/([a-z0-9-]{1,32})"
                    + "/keyRings/[A-Za-z0-9_-]{1,63}/cryptoKeys/[A-Za-z0-9_-]{1,63}/cryptoKeyVersions/[1-9][0-9]{0,8}");

    private GoogleKeyNames() {}

    /** Where that version of a key is: a region, a multi-region such as {@code eur4}, or {@code global}. Empty when it is no resource name of a version. */
    public static Optional<CloudRegion> location(String name) {
        Matcher version = VERSION.matcher(name);
        return version.matches() ? Optional.of(Cloud.GCP.location(version.group(1))) : Optional.empty();
    }
}
