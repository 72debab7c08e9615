package io.keyward.config.founding;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.orgId;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.FarEnd;
import io.keyward.config.access.Account;
import io.keyward.config.access.serviceaccount.ServiceAccounts;
import io.keyward.contracts.Actor;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class BootstrapIT {
    private static final Actor SELF = Actor.system("test");

    @Inject
    FoundingStore store;

    @Test
    @Rule("P4")
    void aSecondStartFindsTheOrganizationAndNoSecretIsStoredInClear() {
        boolean created = run(() -> store.foundFirst(
                () -> {
                    throw new AssertionError("nothing is to be created");
                },
                SELF));

        assertThat(created).isFalse();
        assertThat(rows("select name from organization where name = 'Tests'")).hasSize(1);
        assertThat(rows("select email from member where org_id = (select id from organization where name = 'Tests')"))
                .containsExactly("owner@keyward.example");
        assertThat(rows("select cast(credential.* as text) from credential").toString())
                .doesNotContain("owner-private-key");
    }

    @Test
    @Rule("A6")
    void theFirstServiceAccountIsMadeOnceAndNeverAgain() {
        Account first = new Account("mdb_sa_id_" + "0".repeat(24), "mdb_sa_sk_" + "x".repeat(43));

        assertThat(add(first)).isTrue();
        first.token().then().statusCode(200);
        assertThat(add(first)).isFalse();

        OWNER.delete("/api/keyward/v1/orgs/" + orgId() + "/serviceAccounts/" + first.clientId())
                .then()
                .statusCode(204);
        assertThat(add(first)).isFalse();
        first.token().then().statusCode(401);
    }

    private boolean add(Account account) {
        return run(() -> store.addToFirst(
                account.clientId(),
                organization ->
                        ServiceAccounts.founder(organization.id(), account.clientId(), account.secret(), Instant.now()),
                SELF));
    }
}
