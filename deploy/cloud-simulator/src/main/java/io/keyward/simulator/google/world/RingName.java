package io.keyward.simulator.google.world;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Written {@code projects/customer-keys/locations/us-east4/keyRings/demo}. */
public record RingName(String project, String location, String id) {

    private static final int PARTS = 6;

    @JsonCreator
    public static RingName parse(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length != PARTS
                || !parts[0].equals("projects")
                || !parts[2].equals("locations")
                || !parts[4].equals("keyRings")) {
            throw new IllegalArgumentException("not the name of a key ring: " + name);
        }
        return new RingName(parts[1], parts[3], parts[5]);
    }

    @Override
    @JsonValue
    public String toString() {
        return "projects/" + project + "/locations/" + location + "/keyRings/" + id;
    }
}
