package io.keyward.config.encryption.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.testkit.migration.OldSchema;
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
                ('off', false, null, null, null, false, false, null, null, false, null, 8, 4);
            insert into cluster values
                ('c1', 'on', 'sealed', 'PRESENT', 'AWS', '{}', now(), 1, 0), ('c2', 'on', 'plain', 'PRESENT', 'NONE', '{}', now(), 1, 0),
                ('c3', 'on', 'gone', 'DELETED', 'AWS', '{}', now(), 1, 0)
            """;

    @Test
    @Rule("P3")
    void keyUsesKeepTheirIdentity() throws SQLException {
        try (OldSchema old = new OldSchema("2.1", BEFORE)) {
            old.migrate();

            assertThat(old.rows("select concat_ws(' ', id, group_id, region, name, checked_valid) from key_use"))
                    .containsExactly("use on US_EAST_1 arn:1 t");
            assertThat(old.rows("""
                            select concat_ws(' ', k.group_id, k.name, k.settings::json->>'region', k.settings::json->>'roleId', k.state, k.since = u.checked_at, length(k.id))
                            from project_key k join key_use u on u.key_id = k.id""")).containsExactly("on arn:1 US_EAST_1 r CURRENT t 24");
            assertThat(old.rows("""
                            select concat_ws(' ', group_id, provider_keys::json->0->>'key', provider_keys::json->0->>'region', admission_stamps)
                            from encryption_config order by 1""")).containsExactly("off {}", "on mrk-1 US_EAST_1 {}");
            assertThat(old.rows("""
                            select concat_ws(' ', c.name, k.group_id) from cluster c left join project_key k on k.id = c.key_ids
                            order by c.name""")).containsExactly("gone", "plain", "sealed on");
        }
    }
}
