package io.keyward.validation.alert.channel;

import io.keyward.secrets.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Seals what channels are opened with, for one project: in another one it does not open. */
@ApplicationScoped
public class Sealing {
    private final Sealer sealer;

    Sealing(Sealer sealer) {
        this.sealer = sealer;
    }

    /** The text as it may be stored. */
    public String seal(String groupId, String secret) {
        var sealed = sealer.seal(secret.getBytes(StandardCharsets.UTF_8), owner(groupId));
        return Base64.getEncoder().encodeToString(sealed);
    }

    /** The text again, for whoever delivers. */
    public String open(String groupId, String sealed) {
        return new String(sealer.open(Base64.getDecoder().decode(sealed), owner(groupId)), StandardCharsets.UTF_8);
    }

    private static String owner(String groupId) {
        return "alert-channels:" + groupId;
    }
}
