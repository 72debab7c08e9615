package io.keyward.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.cloud.VpcEndpoints;
import io.keyward.e2e.cloud.VpcEndpoints.VpcEndpoint;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * A project that is torn down and gets an endpoint at the same moment. Whoever lost gets a longer lead in the next rounds, those of all racers, so
 * that few rounds are enough to come close, on slow machines as well. Both sides start a little late by chance, so that over many rounds
 * every step of the one meets every step of the other.
 */
public final class Racer {
    private static final long LATEST_NANOS = Duration.ofMillis(30).toNanos();
    private static final int DISABLED_EVERY = 4;
    private static final Executor SIDES = Thread::startVirtualThread;

    private final Tenant tenant;
    private final VpcEndpoints cloud;
    private final String region;
    private final Set<String> acknowledged = new HashSet<>();
    private final Lead lead;

    private int rounds;

    public Racer(Stage stage, String region, Lead lead) {
        this.region = region;
        this.lead = lead;
        cloud = stage.vpcEndpoints();
        tenant = Tenant.arrive(stage, region);
        tenant.configure().expect(200);
        tenant.privateNetworking(true).expect(200);
    }

    /** One round; the project is as it was before when it ends. */
    public Outcome race() {
        boolean disabling = ++rounds % DISABLED_EVERY == 0;
        long late = lead.of(disabling);
        CompletableFuture<Reply> teardown =
                after(-late, () -> disabling ? tenant.disableEncryption() : tenant.privateNetworking(false));
        Reply creation = after(late, () -> tenant.endpoints().create(region)).join();
        Outcome outcome = outcome(teardown.join(), creation);
        switch (outcome) {
            case CREATED -> {
                lead.lengthen(disabling);
                removeEndpoint(creation.at("/id"));
            }
            case TORN_DOWN -> {
                lead.shorten(disabling);
                buildUp(disabling);
            }
            case NEITHER -> assertThat(tenant.endpoints().list()).isEmpty();
        }
        return outcome;
    }

    /** In the end, the cloud made no endpoint but those that were acknowledged, and each once. */
    public void verify() {
        assertThat(cloud.of(tenant.groupId(), region))
                .extracting(VpcEndpoint::clientToken)
                .doesNotHaveDuplicates()
                .isSubsetOf(acknowledged);
    }

    private static CompletableFuture<Reply> after(long nanos, Supplier<Reply> request) {
        return CompletableFuture.supplyAsync(
                () -> {
                    LockSupport.parkNanos(
                            Math.max(0, nanos) + ThreadLocalRandom.current().nextLong(LATEST_NANOS));
                    return request.get();
                },
                SIDES);
    }

    private Outcome outcome(Reply teardown, Reply creation) {
        // 503: on a busy machine endpoint-service may not answer within the few seconds that it is given.
        assertThat(teardown.status()).as("%s", teardown).isIn(200, 400, 409, 503);
        assertThat(creation.status()).as("%s", creation).isIn(202, 400, 409);
        boolean tornDown = teardown.status() == 200;
        boolean created = creation.status() == 202;
        assertThat(tornDown && created)
                .as("both succeeded: %s %s", teardown, creation)
                .isFalse();
        JsonNode configuration = tenant.configuration();
        boolean isPrivate = configuration.path("enabled").asBoolean()
                && configuration.path("requirePrivateNetworking").asBoolean();
        assertThat(isPrivate).as("%s after %s", configuration, teardown).isEqualTo(!tornDown);
        if (created) {
            acknowledged.add(creation.at("/id"));
            return Outcome.CREATED;
        }
        return tornDown ? tornDown() : Outcome.NEITHER;
    }

    private Outcome tornDown() {
        assertThat(tenant.endpoints().list()).isEmpty();
        assertThat(cloud.of(tenant.groupId(), region)).noneMatch(VpcEndpoint::exists);
        return Outcome.TORN_DOWN;
    }

    private void removeEndpoint(String id) {
        assertThat(tenant.endpoints().list()).hasSize(1);
        tenant.endpoints().delete(id).expect(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> tenant.endpoints().get(id).status() == 404);
    }

    private void buildUp(boolean disabled) {
        if (disabled) {
            tenant.configure().expect(200);
        }
        tenant.privateNetworking(true).expect(200);
    }
}
