package io.keyward.simulator.azure.world.link;

import java.util.Arrays;
import java.util.Locale;

/** How far the resource is. */
public enum Provisioning {
    CREATING("Creating"),
    UPDATING("Updating"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed"),
    CANCELED("Canceled"),
    DELETING("Deleting"),
    /** Not Azure's: it is not found any more. */
    GONE("Gone");

    private final String wireName;

    Provisioning(String wireName) {
        this.wireName = wireName;
    }

    public static Provisioning named(String name) {
        return Arrays.stream(values())
                .filter(state -> state.wireName.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no provisioning state"));
    }

    public String wireName() {
        return wireName;
    }
}
