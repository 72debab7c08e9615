package io.keyward.config.access.signing;

import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.peer;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.stranger;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.keyward.config.FarEnd;
import io.keyward.config.Tenants.User;
import io.keyward.config.access.Account;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How signing keys follow one another; time is turned on in the database. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class SigningKeyIT {
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    @Test
    @Rule({"A5", "P4"})
    void everyKeyIsPublishedBeforeItSignsAndUntilItsLastTokenIsOver() {
        User owner = stranger();
        Account account = Account.create(owner, owner.orgId(), "ORG_MEMBER");
        String before = account.bearer();
        String first = kidOf(before);
        assertThat(published()).contains(first);
        given().get("/api/oauth/jwks")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=300"))
                .body("keys[0].kty", is("EC"))
                .body("keys.findAll { it.d != null }.size()", is(0));
        assertThat(peer("endpoint-service")
                        .get("/internal/v1/token-keys")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("keys.kid"))
                .isEqualTo(published());

        turn("30 days");
        List<String> both = await().atMost(A_WHILE).until(SigningKeyIT::published, keys -> keys.size() == 2);
        assertThat(both).contains(first);
        assertThat(kidOf(account.bearer())).isEqualTo(first);

        turn("11 minutes");
        String after = account.bearer();
        assertThat(kidOf(after)).isNotEqualTo(first);
        assertThat(both).contains(kidOf(after));
        Account.with(before).get(V2).then().statusCode(200);
        await().atMost(A_WHILE)
                .untilAsserted(() -> Account.with(after).get(V2).then().statusCode(200));

        turn("66 minutes");
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(published()).containsExactly(kidOf(after)));
        assertThat(rows("select encode(keyset, 'escape') from signing_key").toString())
                .doesNotContain("keyData", "primaryKeyId");
    }

    private static void turn(String time) {
        rows("update signing_key set signs_from = signs_from - interval '" + time + "' returning id");
    }

    private static List<String> published() {
        return given().get("/api/oauth/jwks").then().statusCode(200).extract().path("keys.kid");
    }

    private static String kidOf(String token) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[0])))
                .getString("kid");
    }
}
