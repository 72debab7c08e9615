package io.keyward.validation.enforcement.plan;

import io.keyward.contracts.ClusterEvent.CloudRegion;
import java.util.List;

/**
 * What a cluster's data is wrapped with, and where.
 *
 * @param keyProvider {@code NONE}, or the provider of the wanted key
 * @param regions where its nodes run
 * @param keyIds the project keys under which anything of it is or is to be wrapped, the wanted one first. Empty without any, and when they were never
 *     told: then the keys that the project uses now with {@code keyProvider} count
 */
public record Wrapping(String keyProvider, List<CloudRegion> regions, List<String> keyIds) {
    private static final String NO_KEY = "NONE";

    public Wrapping {
        regions = List.copyOf(regions);
        keyIds = List.copyOf(keyIds);
    }

    /** Whether it is under a key of the provider. One that leaves its key for none is under whichever it was, which is not told. */
    public boolean isUnderKeyOf(String provider) {
        return needsKeys() && (keyProvider.equals(provider) || keyProvider.equals(NO_KEY));
    }

    /** Whether there is any customer key without which its data cannot be read. */
    boolean needsKeys() {
        return !keyIds.isEmpty() || !keyProvider.equals(NO_KEY);
    }
}
