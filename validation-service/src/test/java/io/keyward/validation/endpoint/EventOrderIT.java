package io.keyward.validation.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.contracts.ClusterEvent;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterCreated;
import io.keyward.contracts.EncryptionEvent;
import io.keyward.contracts.EncryptionEvent.EncryptionConfigured;
import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.Event;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.enforcement.ClusterFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEndpoints;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What a configuration and its endpoints went through, told in every order: a topic each, and a partition for each endpoint, so that nothing is certain but
 * the order of what one of them tells. Late and repeated events change nothing either.
 */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class EventOrderIT {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ARN = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    @Inject
    KeyUseFixture keyUses;

    @Inject
    EndpointFixture endpoints;

    @Inject
    ClusterFixture clusters;

    @Inject
    Database database;

    @Test
    @Rule("E9")
    void aCoveredRegionIsPrivateInEveryOrder() {
        assertAlways(
                "PRIVATE",
                project -> permutations(List.of(
                        project.configured(1, 0, false),
                        project.configured(2, 10, true),
                        project.first.requested(1, at(20)),
                        project.first.activated(2, at(30)))));
    }

    @Test
    @Rule("E9")
    void aRegionThatLostItsEndpointStaysOffTheInternetInEveryOrder() {
        assertAlways(
                "MISSING",
                project -> permutations(List.of(
                        project.configured(1, 10, true),
                        project.first.activated(2, at(30)),
                        project.first.lost(3, at(40)),
                        project.first.deleted(4, at(50)))));
    }

    @Test
    @Rule("E9")
    void whatCoveredBeforePrivateNetworkingWentOffCoversNothingInAnyOrder() {
        assertAlways(
                "PROVISIONAL",
                project -> permutations(List.of(
                        project.configured(1, 10, true),
                        project.first.activated(1, at(20)),
                        project.first.deleted(2, at(30)),
                        project.configured(2, 40, false),
                        project.configured(3, 50, true))));
    }

    @Test
    @Rule("E9")
    void aSecondEndpointCoversAfterPrivateNetworkingWentOffAndOnInEveryOrder() {
        assertAlways(
                "MISSING",
                project -> interleavings(List.of(
                        List.of(
                                project.configured(1, 10, true),
                                project.configured(2, 40, false),
                                project.configured(3, 50, true)),
                        List.of(project.first.deleted(2, at(30))),
                        List.of(project.second.activated(1, at(60)), project.second.lost(2, at(70))))));
    }

    @Test
    @Rule("E9")
    void privateNetworkingThatIsOffIsOffInEveryOrder() {
        assertAlways(
                "PUBLIC",
                project -> permutations(List.of(
                        project.configured(1, 10, true),
                        project.first.activated(1, at(20)),
                        project.first.deleted(2, at(30)),
                        project.configured(2, 40, false))));
    }

    /** The last event of each tells all, whichever service speaks first; that the first endpoint could be used comes last, and too late, in some orders. */
    @Test
    @Rule({"E9", "E6"})
    void aClusterIsToTakeTheReplacementInEveryOrder() {
        inEveryOrder(
                project -> permutations(List.of(
                        project.created(),
                        project.first.activated(1, at(20)),
                        project.first.replaced(2, at(30), project.next()),
                        project.next().activated(2, at(40)))),
                project -> assertThat(pathsOf(project))
                        .containsExactly(project.next().id()));
    }

    @Test
    @Rule("E9")
    void aClusterIsToTakeTheEndpointInEveryOrder() {
        inEveryOrder(
                project -> permutations(List.of(
                        project.configured(2, 10, true), project.created(), project.first.activated(1, at(20)))),
                project -> assertThat(pathsOf(project)).containsExactly(project.first.id()));
    }

    @Test
    @Rule("E9")
    void aClusterIsToTakeNoEndpointThatIsGoneInAnyOrder() {
        inEveryOrder(
                project -> permutations(List.of(
                        project.created(), project.first.activated(1, at(20)), project.first.deleted(2, at(30)))),
                project -> assertThat(pathsOf(project)).isEmpty());
    }

    private List<String> pathsOf(Project project) {
        return database.query(
                "select p ->> 'endpointId' from cluster, json_array_elements(private_paths::json) as p"
                        + " where cluster_id = ?",
                project.clusterId());
    }

    /** Each order for a project of its own, which requires private networking from the start. */
    private void inEveryOrder(Function<Project, List<List<Event>>> orders, Consumer<Project> then) {
        int count = orders.apply(Project.create()).size();
        for (int i = 0; i < count; i++) {
            var project = Project.create();
            tell(List.of(project.configured(1, 0, true)));
            tell(orders.apply(project).get(i));
            then.accept(project);
        }
    }

    private void assertAlways(String path, Function<Project, List<List<Event>>> orders) {
        int count = orders.apply(Project.create()).size();
        for (int i = 0; i < count; i++) {
            var project = Project.create();
            var order = orders.apply(project).get(i);
            tell(order);
            assertThat(database.one("select path from key_use where key_use_id = ?", project.keyUseId))
                    .as("told in the order %s", order)
                    .isEqualTo(path);
        }
    }

    private void tell(List<Event> events) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> Multi.createFrom()
                    .iterable(events)
                    .onItem()
                    .transformToUniAndConcatenate(event -> switch (event) {
                        case EncryptionEvent configured -> keyUses.take(configured);
                        case EndpointEvent told -> endpoints.take(told);
                        case ClusterEvent wanted -> clusters.take(wanted);
                        default -> throw new IllegalArgumentException(event.toString());
                    })
                    .collect()
                    .last());
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    /** All orders, those included in which an older event comes after a newer one. */
    private static List<List<Event>> permutations(List<Event> events) {
        return interleavings(events.stream().map(List::of).toList());
    }

    /** All orders that keep the order within each of the given lists. */
    private static List<List<Event>> interleavings(List<List<Event>> lists) {
        if (lists.stream().allMatch(List::isEmpty)) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<Event>>();
        for (int i = 0; i < lists.size(); i++) {
            if (lists.get(i).isEmpty()) {
                continue;
            }
            var first = lists.get(i).getFirst();
            var rest = new ArrayList<>(lists);
            rest.set(i, lists.get(i).subList(1, lists.get(i).size()));
            for (var order : interleavings(rest)) {
                var whole = new ArrayList<Event>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }

    private record Project(
            String id,
            String keyUseId,
            String clusterId,
            TestEndpoints first,
            TestEndpoints second,
            TestEndpoints next) {

        static Project create() {
            var id = ObjectIds.next();
            var first = endpoint(id, "vpce-1");
            return new Project(
                    id, ObjectIds.next(), ObjectIds.next(), first, endpoint(id, "vpce-2"), first.replacement("vpce-3"));
        }

        private static TestEndpoints endpoint(String groupId, String reference) {
            return new TestEndpoints(ObjectIds.next(), groupId, TestCloud.REGION, reference);
        }

        ClusterCreated created() {
            return new ClusterCreated(
                    clusterId,
                    1,
                    at(5),
                    Actor.system("config-service"),
                    id,
                    "c",
                    "AWS",
                    List.of(new CloudRegion("AWS", TestCloud.REGION)),
                    List.of(),
                    false);
        }

        EncryptionConfigured configured(long revision, int second, boolean privateNetworking) {
            var use = TestCloud.use(keyUseId, ARN, privateNetworking);
            return new EncryptionConfigured(id, revision, at(second), Actor.system("config-service"), List.of(use));
        }
    }
}
