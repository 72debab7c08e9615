package io.keyward.endpoint.reconcile;

import static io.keyward.endpoint.reconcile.Rounds.await;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.waitAtMost;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.endpoint.lifecycle.EndpointStatus;
import io.keyward.endpoint.provider.PrivateEndpointProvider;
import io.keyward.endpoint.provider.Providers;
import io.keyward.endpoint.registry.Endpoint;
import io.keyward.endpoint.registry.EndpointStore;
import io.keyward.endpoint.registry.EndpointStore.Creation;
import io.keyward.endpoint.registry.NewEndpoint;
import io.keyward.endpoint.support.Database;
import io.keyward.endpoint.support.TestCloud;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the whole way share: from what is asked for to what there is in EC2, and back. */
abstract class Scene {
    static final Actor OWNER = new Actor(Actor.API_KEY, "key-1", "owner", "192.0.2.1");
    static final String AWS = "AWS";
    static final String REGION = "us-east-1";
    static final String ELSEWHERE = "eu-west-1";

    @Inject
    EndpointStore store;

    @Inject
    Rounds rounds;

    @Inject
    Providers providers;

    @Inject
    Database database;

    final String groupId = ObjectIds.next();

    @BeforeEach
    void nothingElseIsThere() {
        database.query("delete from endpoint");
        database.query("delete from region_look");
        TestCloud.calm();
    }

    @AfterEach
    void leaveItAsItWas() {
        TestCloud.reset();
    }

    final PrivateEndpointProvider aws() {
        return providers.get(AWS);
    }

    final String create() {
        return create(groupId, REGION);
    }

    /** For a project of its own. */
    final String createIn(String region) {
        return create(ObjectIds.next(), region);
    }

    final String create(String project, String region) {
        var creation = await(() -> store.create(new NewEndpoint(project, AWS, region), 1, OWNER));
        assertThat(creation).isInstanceOf(Creation.Created.class);
        return ((Creation.Created) creation).endpoint().id();
    }

    final String createActive() {
        var id = create();
        untilIs(id, EndpointStatus.ACTIVE);
        return id;
    }

    final void delete(String id) {
        var project = projectOf(id);
        await(() -> store.requestDeletion(project, AWS, id, OWNER));
    }

    final Optional<Endpoint> find(String id) {
        var project = projectOf(id);
        return await(() -> store.find(project, AWS, id));
    }

    private String projectOf(String id) {
        return database.query("select group_id from endpoint where endpoint_id = ?", id)
                .getFirst();
    }

    final String referenceOf(String id) {
        return find(id).orElseThrow().reference().orElseThrow();
    }

    final Optional<EndpointStatus> statusOf(String id) {
        return find(id).flatMap(Endpoint::status);
    }

    /** Empty when there is nothing to say. */
    final String messageOf(String id) {
        return find(id).orElseThrow().errorMessage().orElse("");
    }

    /** What the project has in any region, oldest first. */
    final List<EndpointStatus> statuses() {
        return await(() -> store.ofProject(groupId, AWS)).stream()
                .map(endpoint -> endpoint.status().orElseThrow())
                .toList();
    }

    final void untilIs(String id, EndpointStatus status) {
        waitAtMost(10, SECONDS).untilAsserted(() -> {
            rounds.run();
            assertThat(statusOf(id)).contains(status);
        });
    }

    final void untilGone(String id) {
        waitAtMost(10, SECONDS).untilAsserted(() -> {
            rounds.run();
            assertThat(statusOf(id)).isEmpty();
        });
    }

    /** Moves a time of all endpoints into the past, so far that whatever waits for it has waited long enough. */
    final void age(String column) {
        database.query("update endpoint set " + column + " = now() - interval '1 hour'");
    }

    final String inRegion(String column, String region) {
        return database.query("select " + column + " from region_look where region = ?", region)
                .getFirst();
    }
}
