package io.keyward.simulator.google.kms.call;

import io.keyward.simulator.google.world.KeyName;
import io.keyward.simulator.google.world.RingName;
import io.keyward.simulator.hosts.HostCall;
import io.keyward.simulator.hosts.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a request names.
 *
 * @param shape the path without what it names, from the last collection on: {@code cryptoKeys/*:encrypt}, {@code keyRings}
 * @param ids what it names, from the project on
 */
public record KmsPath(String shape, List<String> ids) {

    private static final String VERSION = "v1";
    private static final List<String> COLLECTIONS =
            List.of("projects", "locations", "keyRings", "cryptoKeys", "cryptoKeyVersions");
    private static final int RING = 3;
    private static final int KEY = 4;

    /** Reads a path; empty when there is nothing of this kind. */
    public static Optional<KmsPath> of(HostCall call) {
        List<String> segments = new ArrayList<>(call.segments());
        if (segments.size() < 2
                || segments.size() > 1 + 2 * COLLECTIONS.size()
                || !segments.removeFirst().equals(VERSION)) {
            return Optional.empty();
        }
        String last = segments.removeLast();
        int colon = last.lastIndexOf(':');
        String verb = colon < 0 ? "" : last.substring(colon);
        segments.add(last.substring(0, last.length() - verb.length()));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            if (i % 2 == 1) {
                ids.add(segments.get(i));
            } else if (!segments.get(i).equals(COLLECTIONS.get(i / 2))) {
                return Optional.empty();
            }
        }
        boolean one = segments.size() % 2 == 0;
        String collection = COLLECTIONS.get((segments.size() - 1) / 2);
        return Optional.of(new KmsPath(collection + (one ? "/*" : "") + verb, List.copyOf(ids)));
    }

    public String project() {
        return ids.isEmpty() ? "" : ids.getFirst();
    }

    public String location() {
        return ids.size() > 1 ? ids.get(1) : Subject.GLOBAL;
    }

    /** The key ring that is named or is around what is named. */
    public Optional<RingName> ring() {
        return ids.size() < RING ? Optional.empty() : Optional.of(new RingName(project(), location(), ids.get(2)));
    }

    /** The key that is named or is around what is named. */
    public Optional<KeyName> key() {
        return ring().filter(ring -> ids.size() >= KEY).map(ring -> new KeyName(ring, ids.get(RING)));
    }

    /** The number of the version that is named, as it is written. */
    public Optional<String> version() {
        return ids.size() > KEY ? Optional.of(ids.get(KEY)) : Optional.empty();
    }

    /** What disturbances know it by: the key, be a version of it named or not; else the key ring. */
    public String resource() {
        return key().map(KeyName::toString)
                .or(() -> ring().map(RingName::toString))
                .orElse(Subject.NONE);
    }
}
