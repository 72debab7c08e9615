package io.keyward.validation.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Ha1;
import io.keyward.access.principal.Principal;
import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestEvents;
import io.keyward.validation.support.TestKeys;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators are told of the installation: once while it lasts, by event and on request. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class OperatorAlertsIT {
    private static final OperatorAlertType TYPE = OperatorAlertType.UNKNOWN_PROVIDER_ANSWER;
    private static final String PRIVATE_KEY = "11111111-2222-3333-4444-555555555555";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    OperatorAlerts alerts;

    @Inject
    TestKeys keys;

    @Inject
    Database database;

    private final String operator = "operator" + ObjectIds.next();

    @BeforeEach
    void anOperator() {
        var principal = new Principal(
                ObjectIds.next(),
                Caller.Kind.OPERATOR,
                operator,
                ObjectIds.next(),
                Set.of(OrgRole.ORG_MEMBER),
                Map.of(),
                AccessList.NONE);
        keys.add(operator, new ApiKey(principal, Ha1.of(operator, PRIVATE_KEY), null));
    }

    @AfterEach
    void nothingStaysOpen() {
        run(() -> alerts.close(TYPE, "The test is over."));
    }

    @Rule("V8")
    @Test
    void thereIsOneOpenAlertOfATypeUntilItCloses() throws InterruptedException {
        run(() -> alerts.close(TYPE, "Of an earlier test."));
        database.query("update operator_alert set closed_at = closed_at - interval '1 hour'");
        try (var events = TestEvents.open(Topics.ALERTS)) {
            tell("one", "1");
            tell("one", "1");
            tell("two", "2");
            String id = list("?status=OPEN&itemsPerPage=500")
                    .body("results.type", hasItem(TYPE.name()))
                    .extract()
                    .path("results.find { it.type == '" + TYPE + "' }.id");
            run(() -> alerts.close(TYPE, "It is over."));
            run(() -> alerts.close(TYPE, "It is over again."));

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.typesOf(id))
                    .containsExactly(
                            "keyward.operator-alert.opened.v1",
                            "keyward.operator-alert.updated.v1",
                            "keyward.operator-alert.closed.v1"));
            assertThat(events.last(id).at("/operatorAlert/facts/0/value").asText())
                    .isEqualTo("2");
            list("?status=CLOSED")
                    .body("results[0].id", equalTo(id))
                    .body("results[0].ending", equalTo("It is over."))
                    .body("results[0].severity", equalTo("WARNING"));
        }
        given().auth()
                .digest(operator, PRIVATE_KEY)
                .get("/api/keyward/v1/operatorAlerts?status=TRACKING")
                .then()
                .statusCode(400)
                .body("errorCode", equalTo("INVALID_ENUM_VALUE"));
    }

    private void tell(String explanation, String keys) {
        run(() -> alerts.open(TYPE, explanation, "Look at it.", Map.of("keys", keys)));
    }

    private ValidatableResponse list(String query) {
        return given().auth()
                .digest(operator, PRIVATE_KEY)
                .get("/api/keyward/v1/operatorAlerts" + query)
                .then()
                .statusCode(200);
    }

    private static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
