package io.keyward.config.encryption;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.run;
import static io.keyward.config.encryption.Admitting.admit;
import static io.keyward.config.encryption.Admitting.privateProject;
import static io.keyward.config.encryption.Admitting.refused;
import static io.keyward.config.encryption.Admitting.stamp;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.FarEnd;
import io.keyward.config.encryption.merge.EncryptionPatch;
import io.keyward.config.encryption.store.AdmissionStore.Admission;
import io.keyward.contracts.Actor;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Admissions of endpoints and closings of the project, whichever comes first. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class EndpointAdmissionRaceIT {
    private static final int RACES = 100;
    private static final Actor ACTOR = Actor.system("endpoint-service");

    FarEnd others;

    @Inject
    Admissions admissions;

    @Inject
    EncryptionService service;

    @BeforeEach
    void forget() {
        others.reset();
    }

    @Test
    @Rule({"C7", "C8"})
    void anAdmissionDuringAClosingIsSeenByTheNextOne() {
        String groupId = privateProject();
        others.onClosing(question -> {
            if (others.asked(groupId + "/closings").size() == 1) {
                grant(groupId);
                return FarEnd.endpoints().to(question);
            }
            return FarEnd.endpoints("us-east-1:INITIATING").to(question);
        });

        OWNER.patch(encryption(groupId), "{'awsKms':{'enabled':false}}")
                .then()
                .statusCode(400)
                .body("errorCode", is("CANNOT_DISABLE_ENCRYPTION_AT_REST_DUE_TO_PRIVATE_ENDPOINTS"));

        others.onClosing(question -> {
            grant(groupId);
            return FarEnd.endpoints().to(question);
        });
        OWNER.patch(encryption(groupId), "{'awsKms':{'enabled':false}}")
                .then()
                .statusCode(409)
                .body("errorCode", is("CONCURRENT_MODIFICATION"));
        OWNER.get(encryption(groupId)).then().body("awsKms.requirePrivateNetworking", is(true));
    }

    @Test
    @Rule({"C7", "E6"})
    void aReplacementThatWasAdmittedBeforeAClosingComesTooLateAndNoneIsAdmittedAfterIt() {
        String groupId = privateProject();
        Registry registry = new Registry();
        others.onClosing(registry::close);
        long admitted = stamp(admit(groupId, "us-east-1"), KEY);

        OWNER.patch(encryption(groupId), "{'awsKms':{'requirePrivateNetworking':false}}")
                .then()
                .statusCode(200);
        registry.make(admitted);

        assertThat(registry.exists()).isFalse();
        refused(admit(groupId, "us-east-1"), 400, "KMS_PRIVATE_NETWORKING_NOT_REQUIRED");
    }

    @Test
    @Rule({"C7", "P3"})
    void howeverTheyRaceNoEndpointIsLeftWherePrivateNetworkingIsOff() throws Exception {
        String groupId = privateProject();
        Registry registry = new Registry();
        others.onClosing(registry::close);
        int off = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int race = 0; race < RACES; race++) {
                CompletableFuture<Void> made = CompletableFuture.runAsync(() -> make(groupId, registry), threads);
                CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> patch(groupId, false), threads);
                CompletableFuture.allOf(made, closed).get(30, SECONDS);

                boolean isPrivate = isPrivate(groupId);
                assertThat(registry.exists() && !isPrivate).as("race %d", race).isFalse();
                off += isPrivate ? 0 : 1;
                registry.delete();
                patch(groupId, true);
            }
        }
        assertThat(off).as("races that the closing won").isPositive();
    }

    /** endpoint-service's side of the protocol: endpoints are made under a stamp, and a closing says what exists. */
    private static final class Registry {
        private long closed;
        private boolean exists;

        synchronized String close(JsonNode closing) {
            closed = Math.max(closed, closing.path("stamp").asLong());
            return exists
                    ? FarEnd.endpoints("us-east-1:INITIATING").to(closing)
                    : FarEnd.endpoints().to(closing);
        }

        synchronized void make(long stamp) {
            exists |= stamp >= closed;
        }

        synchronized boolean exists() {
            return exists;
        }

        synchronized void delete() {
            exists = false;
        }
    }

    /** With pauses of any length before and after the admission, so that the closing falls on each side of both. */
    private void make(String groupId, Registry registry) {
        dawdle();
        Optional<Admission.Granted> admission = grant(groupId);
        dawdle();
        admission.ifPresent(granted -> registry.make(granted.stamp()));
    }

    private static void dawdle() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(MILLISECONDS.toNanos(15)));
    }

    private Optional<Admission.Granted> grant(String groupId) {
        try {
            return Optional.of(run(() -> admissions.admit(groupId, AwsRegion.US_EAST_1)));
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }

    private void patch(String groupId, boolean privately) {
        EncryptionPatch.Aws aws = new EncryptionPatch.Aws(null, null, null, null, null, null, privately);
        try {
            run(() -> service.patch(groupId, new EncryptionPatch(aws, null, null, null), ACTOR));
        } catch (Refusal refused) {
            assertThat(privately).isFalse();
        }
    }

    private static boolean isPrivate(String groupId) {
        return rows("select provider_keys::json->0->>'requirePrivateNetworking' from encryption_config where group_id = '"
                        + groupId + "'")
                .getFirst()
                .equals("true");
    }
}
