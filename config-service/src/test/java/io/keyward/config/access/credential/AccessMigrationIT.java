package io.keyward.config.access.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.testkit.migration.OldSchema;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** An installation from before there were service accounts goes on with its keys, roles, people and owners: in a schema of its own. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class AccessMigrationIT {
    private static final String BEFORE = """
            insert into organization values ('o', 'O', now());
            insert into member values ('m', 'o', 'Ada', 'ada@keyward.example', 'ORG_OWNER'), ('n', 'o', 'Ben', 'ben@keyward.example', 'ORG_MEMBER');
            insert into api_key values ('k', 'o', 'API_KEY', 'public', '\\x01', now()), ('d', 'o', 'DRIVER', 'driver', '\\x02', now());
            insert into api_key_org_role values ('k', 'ORG_OWNER');
            insert into project values ('p', 'o', 'A', 'ACTIVE', '[]', true, now(), 1);
            insert into api_key_project_role values ('k', 'p', 'GROUP_OWNER');
            insert into project_owner values ('p', 'n')
            """;

    @Test
    @Rule({"A1", "P3"})
    void everyoneKeepsWhatTheyHad() throws SQLException {
        try (OldSchema old = new OldSchema("2.2", BEFORE)) {
            old.migrate();

            assertThat(old.rows("select id || kind || public_name || encode(ha1, 'hex') from credential order by id"))
                    .containsExactly("dDRIVERdriver02", "kAPI_KEYpublic01");
            assertThat(old.rows("select id from credential where ha1_sha256 is null and deleted_at is null"))
                    .hasSize(2);
            assertThat(old.rows("select credential_id || role from credential_org_role"))
                    .containsExactly("kORG_OWNER");
            assertThat(old.rows("select credential_id || group_id || role from credential_project_role"))
                    .containsExactly("kpGROUP_OWNER");
            assertThat(old.rows("select member_id || role from member_org_role order by 1"))
                    .containsExactly("mORG_OWNER", "nORG_MEMBER");
            assertThat(old.rows("select member_id || group_id || role from member_project_role"))
                    .containsExactly("npGROUP_OWNER");
            assertThatThrownBy(() -> old.execute("update credential set deleted_at = now() where id = 'k'"))
                    .as("what is deleted has no secret")
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> old.execute("update credential set kind = 'OTHER' where id = 'k'"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
