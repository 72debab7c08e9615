package io.keyward.e2e.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.contracts.Topics;
import java.util.List;

/** A tenant with a multi-Region key over private endpoints in two regions, and three clusters: one in each, and one in both. */
public final class Fleet {
    public static final String HOME = "us-east-1";
    public static final String AWAY = "eu-west-1";
    public static final String AT_HOME = "at-home";
    public static final String AT_AWAY = "away";
    public static final String IN_BOTH = "in-both";
    public static final List<String> ALL = List.of(AT_HOME, AT_AWAY, IN_BOTH);

    private final Stage stage;
    private final Tenant tenant;

    private Fleet(Stage stage) {
        this.stage = stage;
        tenant = Tenant.covered(stage, HOME, AWAY);
    }

    /** All running, both regions with an ACTIVE endpoint. */
    public static Fleet arrive(Stage stage) {
        Fleet fleet = new Fleet(stage);
        fleet.tenant.createCluster(AT_HOME, HOME).expect(201);
        fleet.tenant.createCluster(AT_AWAY, AWAY).expect(201);
        fleet.tenant.createCluster(IN_BOTH, HOME, AWAY).expect(201);
        ALL.forEach(fleet.tenant::awaitRunning);
        return fleet;
    }

    public Tenant tenant() {
        return tenant;
    }

    public void assertAllRunning() {
        assertThat(ALL).allSatisfy(cluster -> Tenant.assertRunning(tenant.cluster(cluster)));
    }

    /** How often the cluster was asked to stop. */
    public long stopRequests(String cluster) {
        return stage.events().typesOf(Topics.ENFORCEMENT, tenant.clusterId(cluster)).stream()
                .filter("keyward.cluster.stop-requested.v1"::equals)
                .count();
    }
}
