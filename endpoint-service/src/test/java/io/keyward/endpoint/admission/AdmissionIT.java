package io.keyward.endpoint.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.keyward.access.ProjectRole;
import io.keyward.access.peer.InternalPort;
import io.keyward.access.peer.ServiceTokens;
import io.keyward.atlas.ObjectIds;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.ConfigService.Admitting;
import io.keyward.endpoint.support.ConfigService.Reply;
import io.keyward.endpoint.support.Person;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint is recorded with config-service's leave, or not at all. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
class AdmissionIT {
    ConfigService config;

    @Inject
    InternalPort internal;

    @Inject
    ServiceTokens tokens;

    private final String groupId = ObjectIds.next();
    private final String endpoints = "/api/atlas/v2/groups/" + groupId + "/encryptionAtRest/AWS/privateEndpoints";
    private Person owner;

    @BeforeEach
    void people() {
        owner = Person.of(config, groupId, ProjectRole.GROUP_OWNER);
    }

    @Rule({"E1", "C18", "A2"})
    @ParameterizedTest
    @CsvSource({
        "400,ENCRYPTION_AT_REST_NOT_ENABLED",
        "400,KMS_PRIVATE_NETWORKING_NOT_REQUIRED",
        "400,KMS_PRIVATE_NETWORKING_NOT_SUPPORTED",
        "400,AWS_KMS_KEY_NOT_REPLICATED_IN_REGION",
        "409,CONCURRENT_MODIFICATION",
        "404,GROUP_NOT_FOUND"
    })
    void aRefusalIsPassedOnInEveryWord(int status, String code) {
        answer(question -> Reply.refused(status, code, "100% so: call kms:ReplicateKey.", "[\"a\",7,[\"b\"]]"));

        create().statusCode(status)
                .header("X-Error-Code", code)
                .body("errorCode", equalTo(code))
                .body("error", equalTo(status))
                .body("detail", equalTo("100% so: call kms:ReplicateKey."))
                .body("parameters[0]", equalTo("a"))
                .body("parameters[1]", equalTo(7))
                .body("parameters[2]", contains("b"));

        nothingIsRecorded();
    }

    @Rule("E1")
    @Test
    void itsOwnTimeToComeBackIsPassedOn() {
        answer(question -> new Reply(
                503, Reply.refused(503, "KMS_UNAVAILABLE", "Throttled.", "[]").body(), Map.of("Retry-After", "42")));

        create().statusCode(503).header("Retry-After", "42").body("errorCode", equalTo("KMS_UNAVAILABLE"));

        nothingIsRecorded();
    }

    @Rule("E1")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {'errorCode':'UNEXPECTED_ERROR','error':500}",
                "401 | {'errorCode':'USER_UNAUTHORIZED','error':401}",
                "404 | {'errorCode':'RESOURCE_NOT_FOUND','error':404}",
                "400 | {'errorCode':'OF_TOMORROW','error':400}",
                "400 | {'errorCode':7}",
                "400 | []",
                "400 | null",
                "502 | <html>",
                "503 | ''",
                "200 | null",
                "204 | ''",
                "200 | <html>",
                "200 | {'stamp':'high'}",
                "200 | {'stamp':null}",
                "200 | {}",
                "200 | []"
            })
    void anAnswerThatIsNoneIsNoAdmission(int status, String body) {
        answer(question -> new Reply(status, body.replace('\'', '"'), Map.of()));

        unavailable(create());

        nothingIsRecorded();
    }

    @Rule("E1")
    @Test
    void withoutAnAnswerNothingIsRecorded() {
        answer(question -> null);

        unavailable(create());

        nothingIsRecorded();
    }

    @Rule("E1")
    @Test
    void anAnswerIsNotWaitedForForEver() {
        var testIsOver = new CountDownLatch(1);
        answer(question -> {
            await(testIsOver);
            return Reply.admitted(config.nextStamp());
        });

        unavailable(create());

        testIsOver.countDown();
        nothingIsRecorded();
    }

    @Rule("E1")
    @Test
    void aProjectThatWasClosedMeanwhileIsAskedForOnceMore() {
        answer(question -> {
            long admitted = config.nextStamp();
            if (config.asked(groupId).size() == 1) {
                close(config.nextStamp()).body("endpoints.size()", equalTo(0));
            }
            return Reply.admitted(admitted);
        });

        create().statusCode(202);

        assertThat(config.asked(groupId)).hasSize(2);
    }

    @Rule("E1")
    @Test
    void aTeardownThatWentThroughMeanwhileIsRespected() {
        answer(question -> {
            long admitted = config.nextStamp();
            close(config.nextStamp());
            answer(again -> Reply.refused(400, "KMS_PRIVATE_NETWORKING_NOT_REQUIRED", "It was turned off.", "[]"));
            return Reply.admitted(admitted);
        });

        create().statusCode(400).body("errorCode", equalTo("KMS_PRIVATE_NETWORKING_NOT_REQUIRED"));

        nothingIsRecorded();
    }

    @Rule("E1")
    @Test
    void aProjectThatIsClosedOverAndOverIsLeftAlone() {
        answer(question -> {
            long admitted = config.nextStamp();
            close(config.nextStamp());
            return Reply.admitted(admitted);
        });

        create().statusCode(409).body("errorCode", equalTo("CONCURRENT_MODIFICATION"));

        assertThat(config.asked(groupId)).hasSize(2);
        nothingIsRecorded();
    }

    @Rule("E1")
    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void anAdmissionAtOrAboveTheClosingCounts(long above) {
        long closed = config.nextStamp();
        close(closed);
        answer(question -> Reply.admitted(closed + above));

        create().statusCode(202);

        assertThat(config.asked(groupId)).hasSize(1);
    }

    private void answer(Admitting answer) {
        config.onAdmission(groupId, answer);
    }

    private ValidatableResponse create() {
        return owner.post(endpoints, "{'regionName':'US_EAST_1'}").then();
    }

    private ValidatableResponse close(long stamp) {
        return RestAssured.given()
                .port(internal.port())
                .auth()
                .preemptive()
                .oauth2(tokens.issue("config-service", "endpoint-service"))
                .contentType("application/json")
                .body("{\"provider\":\"AWS\",\"stamp\":" + stamp + "}")
                .post("/internal/v1/projects/" + groupId + "/closings")
                .then()
                .statusCode(200);
    }

    private void nothingIsRecorded() {
        owner.get(endpoints).then().statusCode(200).body("totalCount", equalTo(0));
    }

    private static void unavailable(ValidatableResponse answer) {
        answer.statusCode(503)
                .header("Retry-After", "5")
                .body("errorCode", equalTo("SERVICE_UNAVAILABLE"))
                .body("detail", containsString("config-service"));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody waited that long");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
