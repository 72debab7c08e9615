package io.keyward.endpoint.provider.aws;

import static io.keyward.endpoint.provider.aws.SimulatedEc2.ALONE;
import static io.keyward.endpoint.provider.aws.SimulatedEc2.INSTALLATION;
import static io.keyward.endpoint.provider.aws.SimulatedEc2.REGION;
import static io.keyward.endpoint.provider.aws.SimulatedEc2.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.atlas.ObjectIds;
import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.simulator.Accounts;
import io.keyward.testkit.Rule;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What EC2 makes, shows and removes for us, through AWS's own SDK, with a simulator of this class's own. */
class AwsPrivateEndpointsIT {
    @RegisterExtension
    static final SimulatedEc2 ec2 = new SimulatedEc2();

    private static final AwsPrivateEndpoints provider = ec2.provider();

    @Test
    @Rule("E2")
    void makesAnEndpointOnceShowsItAndRemovesIt() {
        var order = order(ObjectIds.next());

        var ref = ec2.made(provider.create(order));

        assertThat(ec2.await(() -> provider.create(order))).isEqualTo(new Answer.Accepted(ref));
        assertThat(ec2.seen(REGION).get(order.endpointId()).seen())
                .isInstanceOfSatisfying(
                        Observation.Up.class,
                        up -> assertThat(up.address()).startsWith(ref).endsWith(".kms.us-east-1.vpce.amazonaws.com"));
        assertThat(ec2.await(() -> provider.delete(REGION, ref))).isEqualTo(new Answer.Accepted(ref));
        assertThat(ec2.seen(REGION)).doesNotContainKey(order.endpointId());
        assertThat(ec2.await(() -> provider.delete(REGION, ref))).isEqualTo(new Answer.Accepted(ref));
        assertThat(ec2.await(() -> provider.delete(REGION, "vpce-0000000000000beef")))
                .isEqualTo(new Answer.Accepted("vpce-0000000000000beef"));
    }

    @Test
    @Rule("E1")
    void itsTagsNameProjectEndpointAndInstallationAndItIsInTheProjectsNetwork() {
        var shared = order(ObjectIds.next());
        var own = order(ALONE);

        var ofShared = report(ec2.made(provider.create(shared)));
        var ref = ec2.made(provider.create(own));

        assertThat(ofShared.get("vpcId").asText()).isEqualTo(Accounts.PLATFORM_VPC);
        var ofOwn = report(ref);
        assertThat(ofOwn.get("vpcId").asText()).isEqualTo("vpc-alone");
        assertThat(ofOwn.at("/tags/Name").asText()).isEqualTo(INSTALLATION + "-" + ALONE + "-" + own.endpointId());
        assertThat(ofOwn.at("/tags/keyward:project-id").asText()).isEqualTo(ALONE);
        assertThat(ofOwn.at("/tags/keyward:endpoint-id").asText()).isEqualTo(own.endpointId());
        assertThat(ofOwn.at("/tags/keyward:installation").asText()).isEqualTo(INSTALLATION);
        ec2.await(() -> provider.delete(REGION, ref));
    }

    @ParameterizedTest
    @Rule("E2")
    @CsvSource({
        "pending,           Pending",
        "pendingAcceptance, PendingApproval",
        "available,         Up",
        "partial,           Up",
        "rejected,          Refused",
        "failed,            Refused",
        "expired,           Refused",
    })
    void readsEveryState(String state, String seen) {
        ec2.control("PUT", "endpoint-creations/all", """
                {"state":"%s","code":"TestTrouble","message":"subnet-1 said no."}""".formatted(state));
        var order = order(ObjectIds.next());
        var ref = ec2.made(provider.create(order));

        var sighting = ec2.seen(REGION).get(order.endpointId());

        assertThat(sighting.ref()).isEqualTo(ref);
        assertThat(sighting.seen().getClass().getSimpleName()).isEqualTo(seen);
        assertThat(sighting.seen().toString()).doesNotContain("subnet-1");
        assertThat(ec2.meters().get("keyward.endpoints.partial").gauge().value())
                .isEqualTo(state.equals("partial") ? 1 : 0);
        ec2.await(() -> provider.delete(REGION, ref));
    }

    @Test
    @Rule("E2")
    void aReplacementWaitsForAcceptanceToo() {
        ec2.control("PUT", "endpoint-creations/all", """
                {"state":"pendingAcceptance"}""");
        var first = order(ObjectIds.next());
        var second = order(first.groupId());
        ec2.control("POST", "endpoints/" + ec2.made(provider.create(first)) + "/reject", "");

        var ref = ec2.made(provider.create(second));

        assertThat(ec2.seen(REGION).get(first.endpointId()).seen()).isInstanceOf(Observation.Refused.class);
        assertThat(ec2.seen(REGION).get(second.endpointId()).seen()).isEqualTo(new Observation.PendingApproval(ref));
        ec2.control("POST", "endpoints/" + ref + "/activate", "");
        assertThat(ec2.seen(REGION).get(second.endpointId()).seen()).isInstanceOf(Observation.Up.class);
    }

    @Test
    void seesMoreThanOnePageShows() {
        var region = "eu-north-1";
        var members = IntStream.range(0, 1001)
                .mapToObj(number -> """
                        {"tags":{"keyward:endpoint-id":"%024x","keyward:installation":"test"}}""".formatted(number))
                .collect(Collectors.joining(","));
        ec2.control("POST", "endpoint-batches", """
                {"region":"%s","endpoints":[%s]}""".formatted(region, members));
        ec2.control("POST", "endpoint-batches", """
                {"region":"%s","endpoints":[{"tags":{"keyward:installation":"another"}}]}""".formatted(region));
        var before = looks(region);

        var seen = ec2.seen(region);

        assertThat(seen).hasSize(1001);
        assertThat(looks(region) - before).isEqualTo(2);
    }

    private static JsonNode report(String ref) {
        for (JsonNode endpoint : ec2.control("GET", "endpoints", "").get("endpoints")) {
            if (endpoint.get("id").asText().equals(ref)) {
                return endpoint;
            }
        }
        throw new IllegalStateException("there is no " + ref);
    }

    private static long looks(String region) {
        var counts = ec2.control("GET", "calls?service=ec2&operation=DescribeVpcEndpoints&region=" + region, "")
                .get("calls");
        return counts.isEmpty() ? 0 : counts.get(0).get("calls").asLong();
    }
}
