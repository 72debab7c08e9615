package io.keyward.validation.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.atlas.ObjectIds;
import io.keyward.secrets.KeysetTool;
import io.keyward.secrets.Sealer;
import io.keyward.secrets.UnsealableException;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.support.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key of ours goes: what it sealed is sealed by another one then. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class RotationIT {
    private static final byte[] SECRET = "hush".getBytes(StandardCharsets.UTF_8);

    @Inject
    Database database;

    @Inject
    ResealSweep sweep;

    private final String keyset = ConfigProvider.getConfig().getValue("keyward.secrets.keyset", String.class);
    private final String former = KeysetTool.run(keyset, "list")
            .lines()
            .filter(line -> !line.endsWith(" primary"))
            .findFirst()
            .orElseThrow();
    private final Sealer before = Sealer.of(KeysetTool.run(keyset, "promote", former));
    private final Sealer after = Sealer.of(KeysetTool.run(keyset, "remove", former));
    private final String groupId = ObjectIds.next();
    private final String id = ObjectIds.next();
    private final String channels = "alert-channels:" + groupId;

    @AfterEach
    void leaveNothing() {
        database.query("delete from credential where credential_id = ?", id);
        database.query("delete from alert_configuration where id = ?", id);
    }

    @Test
    @Rule("P4")
    void afterTheSweepTheFormerKeyMayGo() {
        // Given
        String owner = "credential:" + groupId + ":" + id;
        String json = "[{\"a\":{\"sealed\":\"%s\",\"shown\":\"***\"}},{\"b\":{\"sealed\":\"%s\"}}]"
                .formatted(inBase64(before), inBase64(after));
        database.query("insert into credential values (?, ?, ?, now())", id, groupId, before.seal(SECRET, owner));
        database.query(CONFIGURATION, id, groupId, json);
        assertThatThrownBy(() -> after.open(sealed(), owner)).isInstanceOf(UnsealableException.class);

        // When
        sweep.sweep();

        // Then
        assertThat(after.open(sealed(), owner)).isEqualTo(SECRET);
        assertThat(opens("0", "a")).isEqualTo(SECRET);
        assertThat(opens("1", "b")).isEqualTo(SECRET);
        assertThat(inConfiguration("0", "a", "shown")).isEqualTo("***");
    }

    private static final String CONFIGURATION = """
            insert into alert_configuration
                (id, group_id, event_type_name, enabled, created_at, updated_at, matchers, notifications, revision)
            values (?, ?, 'CLUSTER_STOP_NOT_OBSERVED', false, now(), now(), '[]', ?, 0)""";

    private String inBase64(Sealer sealer) {
        return Base64.getEncoder().encodeToString(sealer.seal(SECRET, channels));
    }

    private byte[] opens(String index, String name) {
        return after.open(Base64.getDecoder().decode(inConfiguration(index, name, "sealed")), channels);
    }

    private String inConfiguration(String... path) {
        return database.one(
                "select cast(notifications as json) #>> cast(string_to_array(?, ',') as text[]) from alert_configuration where id = ?",
                String.join(",", path),
                id);
    }

    private byte[] sealed() {
        return HexFormat.of()
                .parseHex(database.one("select encode(sealed, 'hex') from credential where credential_id = ?", id));
    }
}
