package io.keyward.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.TenantEndpoints;
import java.time.Duration;
import java.util.Set;
import org.awaitility.core.ConditionFactory;

/**
 * Waits as official clients wait for a private endpoint: a status that is neither expected on the way nor a goal is an error at once, and so is one that
 * shows in the first look after a request.
 */
public final class EndpointWaiter {
    private static final String ON_THE_WAY = "INITIATING";
    private static final String ON_THE_WAY_OUT = "DELETING";
    private static final Set<String> GOALS = Set.of("PENDING_ACCEPTANCE", "ACTIVE", "FAILED");
    private static final int GONE = 404;

    private final TenantEndpoints endpoints;

    public EndpointWaiter(TenantEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** After a POST: what became of the endpoint. */
    public JsonNode untilMade(String id) {
        return patience()
                .until(
                        () -> endpoints.get(id).expect(200).json(),
                        endpoint -> isGoal(endpoint.path("status").asText()));
    }

    private static boolean isGoal(String status) {
        assertThat(status).matches(seen -> seen.equals(ON_THE_WAY) || GOALS.contains(seen), "made, or on the way");
        return GOALS.contains(status);
    }

    /** After a DELETE: from the first look on only DELETING, and then nothing. */
    public void untilGone(String id) {
        patience().until(() -> {
            Reply reply = endpoints.get(id);
            assertThat(reply.status() == GONE || reply.at("/status").equals(ON_THE_WAY_OUT))
                    .as("%s", reply)
                    .isTrue();
            return reply.status() == GONE;
        });
    }

    private static ConditionFactory patience() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
