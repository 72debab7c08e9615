package io.keyward.config.access;

import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.stranger;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.access.principal.DigestAlgorithm;
import io.keyward.access.principal.Ha1;
import io.keyward.config.FarEnd;
import io.keyward.config.Tenants.User;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No secret lies in any table, events that are about to leave among them: neither in clear nor as bytes. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class NothingSecretIT {

    @Test
    @Rule({"A6", "P4"})
    void noTableHoldsASecret() {
        User owner = stranger();
        String orgId = owner.orgId();
        Response key = owner.post("/api/keyward/v1/orgs/" + orgId + "/apiKeys", "{'desc':'x','roles':['ORG_MEMBER']}");
        String publicKey = key.path("publicKey");
        String privateKey = key.path("privateKey");
        Account account = Account.create(owner, orgId, "ORG_MEMBER");
        String token = account.bearer();
        account.revoke(token).then().statusCode(200);

        List<String> secrets = Stream.of(
                        privateKey,
                        Ha1.of(publicKey, privateKey),
                        Ha1.of(DigestAlgorithm.SHA_256, publicKey, privateKey),
                        account.secret(),
                        token)
                .flatMap(secret -> Stream.of(secret, HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))))
                .toList();
        List<String> tables =
                rows("select table_name from information_schema.tables where table_schema = current_schema()");

        assertThat(tables).contains("credential", "service_account_secret", "outbox", "signing_key");
        for (String table : tables) {
            String contents =
                    rows("select cast(t.* as text) from \"" + table + "\" t").toString();
            assertThat(secrets).as(table).noneMatch(contents::contains);
        }
    }
}
