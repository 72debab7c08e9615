package io.keyward.config.access.token;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.orgId;
import static io.keyward.config.Tenants.project;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.keyward.access.peer.InternalPort;
import io.keyward.access.peer.ServiceTokens;
import io.keyward.access.principal.Ha1;
import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Whose an API key is, as the other services ask it over the internal port. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class InternalApiKeyIT {
    private static final String KEYS = "/internal/v1/api-keys/";

    @Inject
    InternalPort internal;

    @Inject
    ServiceTokens tokens;

    @Test
    @Rule({"A6", "P4"})
    void tellsWhoseAKeyIsAndKeepsItsSecretSealed() {
        String groupId = project();

        var answer = asValidationService().get(KEYS + OWNER.publicKey());

        answer.then()
                .statusCode(200)
                .body("publicKey", equalTo(OWNER.publicKey()))
                .body("orgId", equalTo(orgId()))
                .body("orgRoles", contains("ORG_OWNER"))
                .body("projectRoles." + "'" + groupId + "'", hasItem("GROUP_OWNER"));
        assertThat(answer.asString())
                .doesNotContain(OWNER.privateKey())
                .doesNotContain(Ha1.of(OWNER.publicKey(), OWNER.privateKey()));
    }

    @Test
    @Rule("A6")
    void knowsNoOtherKeyAndNobodyElse() {
        asValidationService()
                .get(KEYS + "nobodys")
                .then()
                .statusCode(404)
                .body("errorCode", equalTo("RESOURCE_NOT_FOUND"));
        given().port(internal.port()).get(KEYS + OWNER.publicKey()).then().statusCode(401);
    }

    @Test
    void askingFloodsNoLog() {
        List<String> warnings = new CopyOnWriteArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                warnings.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger hibernate = Logger.getLogger("org.hibernate");
        hibernate.addHandler(listener);
        try {
            asValidationService().get(KEYS + OWNER.publicKey()).then().statusCode(200);
        } finally {
            hibernate.removeHandler(listener);
        }
        assertThat(warnings).isEmpty();
    }

    private RequestSpecification asValidationService() {
        return given().port(internal.port())
                .auth()
                .preemptive()
                .oauth2(tokens.issue("validation-service", "config-service"));
    }
}
