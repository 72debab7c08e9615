package io.keyward.config.encryption.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** An installation from before keys had regions goes on with the key uses it had: in a schema of its own. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class KeyUseMigrationIT {
    private static final String BEFORE = """
            insert into organization values ('o', 'O', now());
            insert into project values ('on', 'o', 'A', 'ACTIVE', '[]', true, now(), 1), ('off', 'o', 'B', 'ACTIVE', '[]', true, now(), 1);
            insert into aws_role values ('r', 'on', 'x', 'arn', now(), now(), 0);
            insert into encryption_config values
                ('on', true, 'mrk-1', 'US_EAST_1', 'r', false, false, 'use', 'arn:1', true, '2026-01-01T00:00:00Z', 7, 3),
                ('off', false, null, null, null, false, false, null, null, false, null, 8, 4)
            """;

    @Test
    @Rule("P3")
    void keyUsesKeepTheirIdentity() throws SQLException {
        String schema = "old_" + UUID.randomUUID().toString().replace("-", "");
        flyway(schema).target("2.1").load().migrate();
        try (Connection connection =
                        DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password"));
                Statement statement = connection.createStatement()) {
            connection.setSchema(schema);
            statement.execute(BEFORE);

            flyway(schema).load().migrate();

            ResultSet rows = statement.executeQuery("select id, group_id, region, arn, checked_valid from key_use");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("id")).isEqualTo("use");
            assertThat(rows.getString("group_id")).isEqualTo("on");
            assertThat(rows.getString("region")).isEqualTo("US_EAST_1");
            assertThat(rows.getString("arn")).isEqualTo("arn:1");
            assertThat(rows.getBoolean("checked_valid")).isTrue();
            assertThat(rows.next()).isFalse();
            statement.execute("drop schema " + schema + " cascade");
        }
    }

    private FluentConfiguration flyway(String schema) {
        return Flyway.configure(getClass().getClassLoader())
                .dataSource(setting("jdbc.url"), setting("username"), setting("password"))
                .schemas(schema)
                .locations("classpath:db/migration");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }
}
