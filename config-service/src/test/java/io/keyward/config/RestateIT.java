package io.keyward.config;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.contracts.Topics;
import io.keyward.messaging.epoch.Restated;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A restored database: what it holds was told of under an earlier epoch, and is told of anew. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class RestateIT {
    /** The first revision of the epoch that tests run in. */
    private static final long FLOOR = 1L << 40;

    @Inject
    @All
    List<Restated> all;

    FarEnd others;

    @BeforeEach
    void forget() {
        others.reset();
    }

    @Test
    @Rule("P3")
    void whatWasToldUnderAnEarlierEpochIsToldAnewAsItIs() {
        // Given
        String groupId = projectWithKey();
        String clusterId = OWNER.post(clusters(groupId), cluster("restored", "AWS"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        restore("project", "id", groupId);
        restore("encryption_config", "group_id", groupId);
        restore("cluster", "id", clusterId);

        // When
        restate(Topics.PROJECTS, groupId);
        restate(Topics.ENCRYPTION, groupId);
        restate(Topics.CLUSTERS, clusterId);

        // Then
        assertThat(last(Topics.PROJECTS, groupId)).isEqualTo("keyward.project.updated.v1 " + (FLOOR + 1));
        assertThat(last(Topics.ENCRYPTION, groupId)).isEqualTo("keyward.encryption.configured.v1 " + (FLOOR + 1));
        assertThat(last(Topics.CLUSTERS, clusterId)).isEqualTo("keyward.cluster.updated.v1 " + (FLOOR + 1));
        assertThat(rows("select cast(asked_revision as text) from cluster where id = '" + clusterId + "'"))
                .containsExactly(Long.toString(FLOOR + 1));
    }

    @Test
    @Rule("P3")
    void whatWasToldSinceIsLeftAlone() {
        // Given
        String groupId = projectWithKey();
        List<String> before = events(groupId);

        // When
        all.stream()
                .filter(one -> List.of(Topics.PROJECTS, Topics.ENCRYPTION).contains(one.topic()))
                .forEach(one -> run(() -> one.restate(groupId, FLOOR, true)));

        // Then
        assertThat(events(groupId)).isEqualTo(before);
    }

    private void restate(String topic, String id) {
        Restated restated = all.stream()
                .collect(Collectors.toMap(Restated::topic, Function.identity()))
                .get(topic);
        String justBefore = id.substring(0, id.length() - 1);
        assertThat(run(() -> restated.older(FLOOR, justBefore, 1))).containsExactly(id);
        run(() -> restated.restate(id, FLOOR, true));
        assertThat(run(() -> restated.older(FLOOR, justBefore, 1))).doesNotContain(id);
    }

    private static void restore(String table, String column, String id) {
        assertThat(rows("update %s set revision = 5 where %s = '%s' returning %2$s".formatted(table, column, id)))
                .containsExactly(id);
    }

    private static String last(String topic, String id) {
        return rows("select type || ' ' || (payload ->> 'revision') from outbox where topic = '%s' and key = '%s' order by position desc"
                        .formatted(topic, id))
                .getFirst();
    }

    private static List<String> events(String id) {
        return rows("select type from outbox where key = '" + id + "' order by position");
    }
}
