package io.keyward.endpoint.region;

import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.provider.RegionView.Sighting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a look showed, in a few characters: the same for the same sightings in whatever order. */
public final class Digest {
    private Digest() {}

    /** Of everything that was seen: whose it is, under which name, and in what condition. */
    public static String of(RegionView.Seen view) {
        var sha256 = sha256();
        view.sightings().stream().map(Sighting::toString).sorted().forEach(sighting -> {
            sha256.update(sighting.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
        });
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has it", e);
        }
    }
}
