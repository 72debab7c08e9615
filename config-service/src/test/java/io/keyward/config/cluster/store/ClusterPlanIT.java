package io.keyward.config.cluster.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.config.FarEnd;
import io.keyward.config.PageStore;
import io.keyward.config.Plans;
import io.keyward.config.Plans.Scan;
import io.keyward.config.Tenants;
import io.keyward.testkit.Engines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 1,000 clusters of one project among 100,000 of another. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class ClusterPlanIT {

    @Test
    void aProjectsClustersAreFoundInTheirOrder() {
        String groupId = Tenants.project();
        Plans.prepare("cluster", clusters(groupId, 1000), clusters(Tenants.project(), 100_000));

        List<Scan> scans = Plans.scans(
                "cluster",
                PageStore.statement(ClusterQueryStore.PRESENT, true),
                Map.of("group", "'" + groupId + "'", "limit", "100", "offset", "900"));

        assertThat(scans).extracting(Scan::source).containsOnly("cluster_of_group");
        assertThat(scans).extracting(Scan::rows).containsExactlyInAnyOrder(1000, 100);
    }

    private static String clusters(String groupId, int number) {
        return """
                insert into cluster (id, group_id, name, phase, encryption_provider, spec, created_at, revision, version)
                select substr(md5('%1$s' || i), 1, 24), '%1$s', 'cluster-' || i, 'PRESENT', 'NONE', '{}', now() + i * interval '1 second', 1, 0
                from generate_series(1, %2$d) i""".formatted(groupId, number);
    }
}
