package io.keyward.endpoint.watch;

import static io.keyward.endpoint.reconcile.Rounds.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.Actor;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.provider.Providers;
import io.keyward.endpoint.reconcile.Rounds;
import io.keyward.endpoint.registry.EndpointStore;
import io.keyward.endpoint.registry.EndpointStore.Creation;
import io.keyward.endpoint.registry.NewEndpoint;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.endpoint.support.Database;
import io.keyward.endpoint.support.TestCloud;
import io.keyward.endpoint.support.TestSettings;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
@QuarkusTestResource(TestSettings.class)
class CensusSweepIT {
    private static final Actor OWNER = new Actor(Actor.API_KEY, "key-1", "owner", "192.0.2.1");
    private static final String REGION = "eu-west-1";

    @Inject
    CensusSweep sweep;

    @Inject
    EndpointStore store;

    @Inject
    Providers providers;

    @Inject
    Rounds rounds;

    @Inject
    Database database;

    @Inject
    MeterRegistry meters;

    private final String groupId = ObjectIds.next();

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

    @Test
    void countsWhatIsShownAndForHowLongItHasBeenUnderWay() {
        create();
        database.query("update endpoint set since = now() - interval '10 minutes'");

        await(sweep::sweep);

        assertThat(count("INITIATING")).isEqualTo(1);
        assertThat(count("ACTIVE")).isZero();
        assertThat(meters.get("keyward.endpoint.oldest.under.way").gauge().value())
                .isBetween(600.0, 700.0);
    }

    @Test
    void tellsWhichRegionIsInTrouble() {
        create();
        TestCloud.disturb("DescribeVpcEndpoints", "\"effect\":\"UNREACHABLE\"");
        rounds.run();
        rounds.run();

        await(sweep::sweep);

        assertThat(meters.get("keyward.endpoint.region.failures")
                        .tag("region", REGION)
                        .gauge()
                        .value())
                .isEqualTo(2);
    }

    @Test
    @Rule("E12")
    void findsWhatWasLeftBehindWhereNoEndpointIsAnyMore() {
        var gone = create();
        await(() -> store.requestDeletion(groupId, "AWS", gone, OWNER));
        rounds.run();
        await(sweep::sweep);
        var before = orphans();
        var orphan = new Order(ObjectIds.next(), groupId, REGION, null);
        await(() -> providers.get("AWS").create(orphan));
        await(() -> providers.get("AWS").create(new Order(gone, groupId, REGION, null)));

        rounds.run();
        await(sweep::sweep);

        assertThat(orphans()).isEqualTo(before + 1);
        assertThat(TestCloud.statesOf(orphan.endpointId())).containsExactly("available");
        assertThat(TestCloud.statesOf(gone)).containsExactly("gone");
    }

    private String create() {
        var creation = await(() -> store.create(new NewEndpoint(groupId, "AWS", REGION), 1, OWNER));
        return ((Creation.Created) creation).endpoint().id();
    }

    private double count(String status) {
        return meters.get("keyward.endpoints").tag("status", status).gauge().value();
    }

    private double orphans() {
        return meters.get("keyward.endpoints.orphaned").gauge().value();
    }
}
