package io.keyward.config.sealing;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.run;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.atlas.ObjectIds;
import io.keyward.config.FarEnd;
import io.keyward.config.encryption.credential.KmsCredentialStore;
import io.keyward.secrets.KeysetTool;
import io.keyward.secrets.Resealing;
import io.keyward.secrets.SealedColumns;
import io.keyward.secrets.Sealer;
import io.keyward.secrets.UnsealableException;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A key of ours goes: everything is sealed by another one then. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class RotationIT {
    private static final byte[] SECRET = "hush".getBytes(StandardCharsets.UTF_8);

    @Inject
    DataSource dataSource;

    @Inject
    @All
    List<SealedColumns> places;

    @Inject
    ResealSweep sweep;

    @Inject
    KmsCredentialStore credentials;

    @Inject
    MeterRegistry registry;

    private final String keyset = ConfigProvider.getConfig().getValue("keyward.secrets.keyset", String.class);
    private final String primary = id(true);
    private final String former = id(false);

    @Test
    @Rule("P4")
    void afterTheSweepTheFormerKeyMayGo() throws SQLException {
        // Given
        String groupId = project();
        String id = ObjectIds.next();
        String owner = "kms-credential:" + groupId + ":" + id;
        Sealer before = Sealer.of(KeysetTool.run(keyset, "promote", former));
        Sealer after = Sealer.of(KeysetTool.run(keyset, "remove", former));
        insert(groupId, id, before.seal(SECRET, owner));
        new Resealing(dataSource, before, places, new SimpleMeterRegistry()).run();
        assertThatThrownBy(() -> after.open(sealed(id), owner)).isInstanceOf(UnsealableException.class);
        assertThat(run(() -> credentials.find(groupId, id)).orElseThrow().secret())
                .isEqualTo("hush");
        assertThat(placesUnder(former)).contains("credential.ha1", "credential.ha1_sha256", "kms_credential.sealed");
        OWNER.get(V2).then().statusCode(200);

        // When
        sweep.sweep();

        // Then
        assertThat(after.open(sealed(id), owner)).isEqualTo(SECRET);
        assertThat(placesUnder(former)).isEmpty();
        assertThat(registry.find("keyward.secrets.sealed").tag("key", former).gauges())
                .isEmpty();
        assertThat(registry.get("keyward.secrets.sealed")
                        .tags("key", primary, "place", "kms_credential.sealed", "primary", "true")
                        .gauge()
                        .value())
                .isPositive();
        OWNER.get(V2).then().statusCode(200);
        given().get("/api/oauth/jwks").then().statusCode(200);
    }

    /** Where something is that this key sealed. */
    private List<String> placesUnder(String key) throws SQLException {
        String mark = "'01' || lpad(to_hex(cast(%s as bigint)), 8, '0')".formatted(key);
        String each = "select '%s.%s' from %1$s where encode(substring(%2$s from 1 for 5), 'hex') = " + mark;
        return strings(places.stream()
                .flatMap(place -> place.sealedColumns().stream())
                .map(column -> each.formatted(column.table(), column.column()))
                .reduce((a, b) -> a + " union " + b)
                .orElseThrow());
    }

    private List<String> strings(String statement) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(statement);
                var found = select.executeQuery()) {
            var strings = new java.util.ArrayList<String>();
            while (found.next()) {
                strings.add(found.getString(1));
            }
            return strings;
        }
    }

    private void insert(String groupId, String id, byte[] sealed) throws SQLException {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("""
                        insert into kms_credential (id, group_id, provider, sealed, created_at)
                        values (?, ?, 'GCP', ?, now())""")) {
            insert.setString(1, id);
            insert.setString(2, groupId);
            insert.setBytes(3, sealed);
            insert.executeUpdate();
        }
    }

    private byte[] sealed(String id) throws SQLException {
        String hex = strings("select encode(sealed, 'hex') from kms_credential where id = '" + id + "'")
                .getFirst();
        return java.util.HexFormat.of().parseHex(hex);
    }

    private String id(boolean primaryOne) {
        return KeysetTool.run(keyset, "list")
                .lines()
                .filter(line -> line.endsWith(" primary") == primaryOne)
                .findFirst()
                .orElseThrow()
                .replace(" primary", "");
    }
}
