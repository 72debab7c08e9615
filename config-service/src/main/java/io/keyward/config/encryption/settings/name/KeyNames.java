package io.keyward.config.encryption.settings.name;

import io.keyward.atlas.region.Cloud;

/** How keys are called, whichever their provider. Pure. */
public final class KeyNames {
    private KeyNames() {}

    /** Whether two full names mean the same key. */
    public static boolean isSameKey(Cloud provider, String name, String other) {
        return switch (provider) {
            case AWS -> AwsKeyNames.isSameKey(name, other);
            case AZURE -> AzureKeyNames.isSameKey(name, other);
            case GCP -> name.equals(other);
        };
    }
}
