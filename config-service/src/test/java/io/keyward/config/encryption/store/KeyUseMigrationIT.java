package io.keyward.config.encryption.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.FarEnd;
import io.keyward.config.OldSchema;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
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
        try (OldSchema old = new OldSchema("2.1", BEFORE)) {
            old.migrate();

            assertThat(old.rows("select concat_ws(' ', id, group_id, region, arn, checked_valid) from key_use"))
                    .containsExactly("use on US_EAST_1 arn:1 t");
        }
    }
}
