package io.keyward.config.organization;

import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class BootstrapIT {
    @Inject
    OrganizationStore store;

    @Test
    @Rule("P4")
    void aSecondStartFindsTheOrganizationAndNoSecretIsStoredInClear() {
        boolean created = run(() -> store.createFirst(() -> {
            throw new AssertionError("nothing is to be created");
        }));

        assertThat(created).isFalse();
        assertThat(rows("select name from organization where name = 'Tests'")).hasSize(1);
        assertThat(rows("select email from member where org_id = (select id from organization where name = 'Tests')"))
                .containsExactly("owner@keyward.example");
        assertThat(rows("select cast(api_key.* as text) from api_key").toString())
                .doesNotContain("owner-private-key");
    }
}
