package io.keyward.simulator.google.world;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Written as its ring is, followed by {@code /cryptoKeys/demo}. */
public record KeyName(RingName ring, String id) {

    private static final String KEYS = "/cryptoKeys/";

    @JsonCreator
    public static KeyName parse(String name) {
        int at = name.indexOf(KEYS);
        String id = at < 0 ? "" : name.substring(at + KEYS.length());
        if (id.isEmpty() || id.contains("/")) {
            throw new IllegalArgumentException("not the name of a key: " + name);
        }
        return new KeyName(RingName.parse(name.substring(0, at)), id);
    }

    public VersionName version(int number) {
        return new VersionName(this, number);
    }

    @Override
    @JsonValue
    public String toString() {
        return ring + KEYS + id;
    }
}
