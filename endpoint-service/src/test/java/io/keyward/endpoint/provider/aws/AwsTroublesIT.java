package io.keyward.endpoint.provider.aws;

import static io.keyward.endpoint.provider.aws.SimulatedEc2.ALONE;
import static io.keyward.endpoint.provider.aws.SimulatedEc2.NAMELESS;
import static io.keyward.endpoint.provider.aws.SimulatedEc2.REGION;
import static io.keyward.endpoint.provider.aws.SimulatedEc2.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we say of EC2 when it refuses, fails or is silent, through AWS's own SDK, with a simulator of this class's own. */
class AwsTroublesIT {
    @RegisterExtension
    static final SimulatedEc2 ec2 = new SimulatedEc2();

    private static final AwsPrivateEndpoints provider = ec2.provider();

    @Test
    @Rule("E4")
    void namesThatCannotBeHadAreRefusedWithWhatToDo() {
        var first = order(ALONE);
        var ref = ec2.made(provider.create(first));

        refused(order(ALONE), "something else in the VPC answers to KMS's name");
        refused(order(NAMELESS), "enableDnsHostnames and enableDnsSupport");

        assertThat(ec2.seen(REGION).get(first.endpointId()).seen())
                .isInstanceOfSatisfying(
                        Observation.Up.class, up -> assertThat(up.address()).startsWith(ref));
        ec2.await(() -> provider.delete(REGION, ref));
        var second = ec2.made(provider.create(order(ALONE)));
        ec2.await(() -> provider.delete(REGION, second));
    }

    @ParameterizedTest
    @Rule("E4")
    @CsvSource(delimiter = '|', textBlock = """
            "effect":"THROTTLE"                                            | being asked too much
            "effect":"UNREACHABLE"                                         | could not be reached
            "effect":"FAIL","code":"UnauthorizedOperation","status":403    | ec2:DescribeVpcEndpoints
            "effect":"FAIL","code":"AuthFailure","status":401              | whether this region is enabled
            "effect":"FAIL","code":"OptInRequired","status":401            | enable this region
            "effect":"FAIL","code":"RequestExpired","status":400           | set the clock
            "effect":"FAIL","code":"InternalError","status":500            | EC2 failed
            "effect":"FAIL","code":"Brand.New","status":400                | (EC2: Brand.New)
            """)
    void aLookThatFailsSaysWhy(String disturbance, String saying) {
        disturb("DescribeVpcEndpoints", disturbance);

        assertThat(ec2.await(() -> provider.observe(REGION)))
                .isInstanceOfSatisfying(RegionView.Unseen.class, unseen -> assertThat(unseen.cause())
                        .contains(saying));
    }

    /** Else a proxy with a page of its own would make every endpoint of the region look removed. */
    @ParameterizedTest
    @Rule({"P2", "E6", "E12"})
    @ValueSource(
            strings = {
                "",
                "{}",
                "<html>Please sign in to the network.</html>",
                "<Response/>",
                "<DescribeVpcEndpointsResponse><vpcEndpointSet/></DescribeVpcEndpointsResponse>"
            })
    void whoeverAnswersInsteadShowsNothingAndDidNothing(String body) {
        var intercept = "\"effect\":\"INTERCEPT\",\"body\":\"" + body + "\"";
        disturb("DescribeVpcEndpoints", intercept);
        disturb("CreateVpcEndpoint", intercept);
        disturb("DeleteVpcEndpoints", intercept);

        assertThat(ec2.await(() -> provider.observe(REGION))).isInstanceOf(RegionView.Unseen.class);
        assertThat(ec2.await(() -> provider.create(order(ObjectIds.next())))).isInstanceOf(Answer.TryLater.class);
        assertThat(ec2.await(() -> provider.delete(REGION, "vpce-0123456789abcdef0")))
                .isInstanceOf(Answer.TryLater.class);
    }

    @ParameterizedTest
    @Rule("E4")
    @CsvSource(delimiter = '|', textBlock = """
            "effect":"THROTTLE"                                                | TryLater | being asked too much
            "effect":"FAIL","code":"InsufficientFreeAddressesInSubnet","status":400 | Refused | a subnet with free addresses
            "effect":"FAIL","code":"VpcEndpointLimitExceeded","status":400     | Refused  | raise the limit
            """)
    void aRequestThatFailsSaysWhyAndWhetherItIsMadeAgain(String disturbance, String answer, String saying) {
        disturb("CreateVpcEndpoint", disturbance);
        var order = order(ObjectIds.next());

        var told = ec2.await(() -> provider.create(order));

        assertThat(told.getClass().getSimpleName()).isEqualTo(answer);
        assertThat(told.toString()).contains(saying);
    }

    @Test
    @Rule("E4")
    void silenceIsNoAnswer() {
        disturb("DescribeVpcEndpoints", "\"effect\":\"HANG\"");
        disturb("CreateVpcEndpoint", "\"effect\":\"HANG\",\"when\":\"AFTER\"");

        ec2.with(ec2.secret(), "300ms", impatient -> {
            assertThat(ec2.await(() -> impatient.observe(REGION)))
                    .isEqualTo(new RegionView.Unseen(AwsTrouble.TIMED_OUT.text()));
            assertThat(ec2.await(() -> impatient.create(order(ObjectIds.next()))))
                    .isEqualTo(new Answer.TryLater(AwsTrouble.TIMED_OUT.text()));
        });
    }

    @Test
    @Rule("E4")
    void credentialsThatAreNotOursAreTold() {
        ec2.with("somebody-elses-secret", "3s", stranger -> assertThat(ec2.await(() -> stranger.observe(REGION)))
                .isInstanceOfSatisfying(RegionView.Unseen.class, unseen -> assertThat(unseen.cause())
                        .contains("check our AWS credentials")));
    }

    @Test
    @Rule("E1")
    void withoutANetworkNothingIsAsked() {
        var lost = ec2.providerWithoutNetwork();

        assertThat(ec2.await(() -> lost.create(order(ObjectIds.next()))))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.message())
                        .contains("there is no VPC"));
    }

    private static void refused(Order order, String saying) {
        assertThat(ec2.await(() -> provider.create(order)))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.message())
                        .contains(saying, "(EC2: InvalidParameter)")
                        .doesNotContain("vpc-"));
    }

    private static void disturb(String operation, String disturbance) {
        ec2.control("PUT", "disturbances/" + operation, """
                {"service":"ec2","operation":"%s",%s}""".formatted(operation, disturbance));
    }
}
