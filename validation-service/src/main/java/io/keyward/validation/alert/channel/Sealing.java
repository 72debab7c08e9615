package io.keyward.validation.alert.channel;

import io.keyward.secrets.SealedColumn;
import io.keyward.secrets.SealedColumn.Kind;
import io.keyward.secrets.SealedColumns;
import io.keyward.secrets.Sealer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Seals what channels are opened with, for one project: in another one it does not open. */
@ApplicationScoped
public class Sealing implements SealedColumns {
    private final Sealer sealer;

    Sealing(Sealer sealer) {
        this.sealer = sealer;
    }

    /** Channels as configurations have them, and as notices took them along. */
    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(
                new SealedColumn("alert_configuration", "id", "notifications", Kind.JSON, "t.group_id", Sealing::owner),
                new SealedColumn("notice", "id", "channel", Kind.JSON, "t.group_id", Sealing::owner));
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
