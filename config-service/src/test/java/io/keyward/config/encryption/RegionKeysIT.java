package io.keyward.config.encryption;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.FarEnd;
import io.keyward.config.Topic;
import io.keyward.config.encryption.admitted.AdmissionSweeps;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EndpointEvent.Endpoint;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Key uses of regions while others change the project at the same time. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class RegionKeysIT {
    private static final Actor ACTOR = Actor.system("endpoint-service");

    FarEnd others;

    @Inject
    Admissions admissions;

    @Inject
    RegionKeys regionKeys;

    @Inject
    ProjectStore projects;

    private String groupId;

    @BeforeEach
    void aKeyInIreland() {
        others.reset();
        groupId = projectWithKey();
        OWNER.patch(encryption(groupId), "{'awsKms':{'requirePrivateNetworking':true}}")
                .then()
                .statusCode(200);
        run(() -> admissions.admit(groupId, AwsRegion.EU_WEST_1));
        assertThat(regions()).containsExactly("EU_WEST_1", "US_EAST_1");
    }

    @Test
    @Rule({"C18", "P3"})
    void aKeyUseThatEndedBetweenProofAndRecordComesBack() {
        RegionKeys.Regions proved = run(() -> regionKeys.prove(groupId, Cloud.AWS, Set.of(AwsRegion.EU_WEST_1)));
        AdmissionSweeps.forget(groupId);
        locked(() -> regionKeys.release(groupId, ACTOR));
        assertThat(regions()).containsExactly("US_EAST_1");

        locked(() -> regionKeys.adopt(proved, ACTOR));

        assertThat(regions()).containsExactly("EU_WEST_1", "US_EAST_1");
        assertThat(rows("select name from key_use where region = 'EU_WEST_1' and group_id = '" + groupId + "'"))
                .containsExactly(KEY.replace("us-east-1", "eu-west-1"));
    }

    @Test
    @Rule({"C7", "P3"})
    void whoWaitedForTheProjectGoesOnFromWhatItIsByThen() throws SQLException {
        long later = stamp() + 1000;
        try (Connection other =
                        DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password"));
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select id from project where id = '" + groupId + "' for update");
            Topic.publish(
                    Topics.ENDPOINTS,
                    new EndpointEvent.EndpointDeleted(
                            ObjectIds.next(),
                            1,
                            Instant.now(),
                            ACTOR,
                            new Endpoint(groupId, "AWS", "eu-west-1", Instant.now(), null, null, null)));
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                            rows("select query from pg_stat_activity where wait_event_type = 'Lock'"))
                    .anySatisfy(query -> assertThat(query).contains("from project")));
            statement.execute("update encryption_config set admission_stamps = '{\"AWS\":" + later + "}', revision = "
                    + later + " where group_id = '" + groupId + "'");
            other.commit();
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(regions()).containsExactly("US_EAST_1"));

        assertThat(stamp()).isEqualTo(later);
        assertThat(number("revision")).isGreaterThan(later);
    }

    private void locked(Supplier<Uni<Void>> work) {
        run(() -> Panache.withTransaction(() -> projects.lock(groupId).chain(work::get)));
    }

    private List<String> regions() {
        return rows("select region from key_use where group_id = '" + groupId + "' order by region");
    }

    private long stamp() {
        return number("admission_stamps::json->>'AWS'");
    }

    private long number(String column) {
        return Long.parseLong(
                rows("select cast(" + column + " as text) from encryption_config where group_id = '" + groupId + "'")
                        .getFirst());
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }
}
