package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** VPC endpoints as EC2's own SDK sees them. Time is moved, not waited for. */
class VpcEndpointsIT extends SimulatorCase {

    private static final String SERVICE = "com.amazonaws.us-east-1.kms";

    private Ec2Client ec2;

    @BeforeEach
    void signIn() {
        ec2 = clients.ec2();
    }

    @Test
    void anEndpointIsPendingThenAvailableThenDeletingThenDeletedThenNotFound() {
        // Given
        String id = create(request("a")).vpcEndpointId();
        List<String> seen = new ArrayList<>(List.of(state(id)));

        // When
        later("PT2S");
        seen.add(state(id));
        ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(id));
        seen.add(state(id));
        later("PT4S");
        seen.add(state(id));
        later("PT10S");

        // Then
        assertThat(seen).containsExactly("pending", "available", "deleting", "deleted");
        assertThat(code(() -> state(id))).isEqualTo("InvalidVpcEndpointId.NotFound");
        assertThat(ec2.describeVpcEndpoints().vpcEndpoints()).isEmpty();
    }

    @Test
    void aDescriptionSaysWhatWasAskedForAndWhatCameOfIt() {
        // Given
        VpcEndpoint created = create(request("a").policyDocument(DENY_ALL));

        // When
        VpcEndpoint described = describe(created.vpcEndpointId());

        // Then
        assertThat(described).isEqualTo(created);
        assertThat(described.vpcEndpointId()).matches("vpce-[0-9a-f]{17}");
        assertThat(described.vpcEndpointType()).isEqualTo(VpcEndpointType.INTERFACE);
        assertThat(described.serviceName()).isEqualTo(SERVICE);
        assertThat(described.vpcId()).isEqualTo(Accounts.PLATFORM_VPC);
        assertThat(described.ownerId()).isEqualTo(Accounts.PLATFORM);
        assertThat(described.subnetIds()).containsExactly(Accounts.PLATFORM_SUBNET, Accounts.PLATFORM_OTHER_SUBNET);
        assertThat(described.networkInterfaceIds()).hasSize(2);
        assertThat(described.groups()).singleElement().satisfies(group -> assertThat(group.groupId())
                .isEqualTo(Accounts.PLATFORM_SECURITY_GROUP));
        assertThat(described.policyDocument()).isEqualTo(DENY_ALL);
        assertThat(described.privateDnsEnabled()).isFalse();
        assertThat(described.creationTimestamp()).isNotNull();
        assertThat(described.tags()).containsExactly(tag("keyward:endpoint-id", "a"));
        assertThat(described.dnsEntries()).singleElement().satisfies(entry -> assertThat(entry.dnsName())
                .startsWith(described.vpcEndpointId() + "-")
                .endsWith(".kms.us-east-1.vpce.amazonaws.com"));
    }

    @Test
    void aClientTokenMakesOneEndpointHoweverOftenAndInWhateverStateItIsByThen() {
        // Given
        VpcEndpoint first = create(request("a"));

        // When
        String whilePending = create(request("a")).vpcEndpointId();
        later("PT2S");
        String whileAvailable = create(request("a")).vpcEndpointId();
        ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(first.vpcEndpointId()));
        later("PT1H");
        VpcEndpoint afterwards = create(request("a"));

        // Then
        assertThat(List.of(whilePending, whileAvailable, afterwards.vpcEndpointId()))
                .containsOnly(first.vpcEndpointId());
        assertThat(afterwards.stateAsString()).isEqualTo("deleted");
        assertThat(code(() -> create(request("a").privateDnsEnabled(true)))).isEqualTo("IdempotentParameterMismatch");
        assertThat(controlled("GET", "/endpoints", "").get("endpoints")).hasSize(1);
    }

    @Test
    void withoutAClientTokenEachRequestMakesOne() {
        create(request("a").clientToken(null));
        create(request("a").clientToken(null));

        assertThat(ec2.describeVpcEndpoints().vpcEndpoints()).hasSize(2);
    }

    @Test
    void filtersAreAllToHoldAndEachForOneOfItsValues() {
        // Given
        String first = create(request("a")).vpcEndpointId();
        later("PT2S");
        String second = create(request("b")).vpcEndpointId();

        // Then
        assertThat(ids(filter("tag:keyward:endpoint-id", "a"))).containsExactly(first);
        assertThat(ids(filter("tag:keyward:endpoint-id", "a", "b"), filter("vpc-endpoint-state", "pending")))
                .containsExactly(second);
        assertThat(ids(filter("tag:keyward:endpoint-id", "*"), filter("vpc-id", Accounts.PLATFORM_VPC)))
                .containsExactly(first, second);
        assertThat(ids(filter("tag:other", "*"))).isEmpty();
        assertThat(code(() -> ids(filter("colour", "green")))).isEqualTo("InvalidFilter");
    }

    @Test
    void pagesLeaveNothingOutWhenEndpointsGoMeanwhile() {
        // Given
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(create(request("token-" + i)).vpcEndpointId());
        }
        var first = ec2.describeVpcEndpoints(r -> r.maxResults(2));

        // When
        control("POST", "/endpoints/" + made.get(1) + "/vanish", "");
        var second = ec2.describeVpcEndpoints(r -> r.maxResults(2).nextToken(first.nextToken()));
        var third = ec2.describeVpcEndpoints(r -> r.maxResults(2).nextToken(second.nextToken()));

        // Then
        assertThat(ids(first.vpcEndpoints())).isEqualTo(made.subList(0, 2));
        assertThat(ids(second.vpcEndpoints())).isEqualTo(made.subList(2, 4));
        assertThat(ids(third.vpcEndpoints())).isEqualTo(made.subList(4, 5));
        assertThat(third.nextToken()).isNull();
        assertThat(code(() -> ec2.describeVpcEndpoints(r -> r.nextToken("x")))).isEqualTo("InvalidNextToken");
    }

    @Test
    void aPaginatorSeesThemAll() {
        for (int i = 0; i < 3; i++) {
            create(request("token-" + i));
        }

        assertThat(ec2.describeVpcEndpointsPaginator(r -> r.maxResults(1)).vpcEndpoints())
                .hasSize(3);
    }

    @Test
    void aDeletionTellsOneByOneWhatIsNotThere() {
        // Given
        String id = create(request("a")).vpcEndpointId();

        // When
        List<UnsuccessfulItem> unsuccessful =
                ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(id, UNKNOWN)).unsuccessful();

        // Then
        assertThat(unsuccessful).singleElement().satisfies(item -> {
            assertThat(item.resourceId()).isEqualTo(UNKNOWN);
            assertThat(item.error().code()).isEqualTo("InvalidVpcEndpoint.NotFound");
        });
        assertThat(state(id)).isEqualTo("deleting");
        assertThat(ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(id)).unsuccessful())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "vpc-0000000000000beef, subnet-0c0ffee0000000011, sg-0c0ffee0000000021, com.amazonaws.us-east-1.kms, InvalidVpcId.NotFound",
        "vpc-0c0ffee0000000001, subnet-0000000000000beef, sg-0c0ffee0000000021, com.amazonaws.us-east-1.kms, InvalidSubnetID.NotFound",
        "vpc-0c0ffee0000000001, subnet-0c0ffee0000000011, sg-0000000000000beef, com.amazonaws.us-east-1.kms, InvalidSecurityGroupID.NotFound",
        "vpc-0c0ffee0000000001, subnet-0c0ffee0000000011, sg-0c0ffee0000000021, com.amazonaws.eu-west-1.kms, InvalidServiceName"
    })
    void whatIsNotThereIsNamed(String vpc, String subnet, String group, String service, String code) {
        assertThat(code(() -> create(request("a")
                        .vpcId(vpc)
                        .subnetIds(subnet)
                        .securityGroupIds(group)
                        .serviceName(service))))
                .isEqualTo(code);
        assertThat(ec2.describeVpcEndpoints().vpcEndpoints()).isEmpty();
    }

    @Test
    void otherRequestsThatMakeNoSenseAreRefused() {
        assertThat(code(() -> create(request("a").vpcEndpointType(VpcEndpointType.GATEWAY))))
                .isEqualTo("InvalidParameter");
        assertThat(code(() -> create(request("a").policyDocument("{}")))).isEqualTo("InvalidPolicyDocument");
        assertThat(code(() -> create(request("a").vpcId(null)))).isEqualTo("MissingParameter");
        assertThat(code(() -> create(request("a".repeat(65))))).isEqualTo("InvalidParameterValue");
        assertThat(code(() -> create(request("a").dryRun(true)))).isEqualTo("DryRunOperation");
        assertThat(code(() -> describe(UNKNOWN))).isEqualTo("InvalidVpcEndpointId.NotFound");
        assertThat(code(() -> describe("vpc-1"))).isEqualTo("InvalidVpcEndpointId.Malformed");
        assertThat(code(() -> ec2.describeVpcs())).isEqualTo("InvalidAction");
    }

    @Test
    void aVpcHasOnePrivateNameForAService() {
        create(request("a").privateDnsEnabled(true));

        assertThat(message(() -> create(request("b").privateDnsEnabled(true))))
                .startsWith("private-dns-enabled cannot be set");
        assertThat(code(() -> create(request("b").privateDnsEnabled(true)))).isEqualTo("InvalidParameter");
    }

    @Test
    void eachVpcHasItsOwnPrivateName() {
        // Given
        control("PUT", "/networks/vpc-other", """
                {"subnetIds":["subnet-other"],"securityGroupIds":["sg-other"]}""");
        create(request("a").privateDnsEnabled(true));

        // When
        VpcEndpoint other = create(other("b").privateDnsEnabled(true));

        // Then
        assertThat(other.groups()).singleElement().satisfies(group -> assertThat(group.groupId())
                .isEqualTo("sg-other"));
        assertThat(other.dnsEntries())
                .extracting(DnsEntry::dnsName)
                .endsWith("kms.us-east-1.amazonaws.com")
                .hasSize(2);
        assertThat(ids(filter("vpc-id", "vpc-other"))).containsExactly(other.vpcEndpointId());
        assertThat(code(() -> create(request("c").subnetIds("subnet-other")))).isEqualTo("InvalidSubnet");
        control("DELETE", "/networks/vpc-other", "");
        assertThat(code(() -> create(other("d")))).isEqualTo("InvalidVpcId.NotFound");
    }

    @ParameterizedTest
    @CsvSource({"dnsSupport", "dnsHostnames"})
    void aPrivateNameNeedsBothDnsAttributes(String attribute) {
        control("PUT", "/networks/vpc-other", """
                {"subnetIds":["subnet-other"],"securityGroupIds":["sg-other"],"%s":false}""".formatted(attribute));

        assertThat(message(() -> create(other("a").privateDnsEnabled(true))))
                .startsWith("Enabling private DNS requires both enableDnsSupport and enableDnsHostnames");
        assertThat(create(other("a")).stateAsString()).isEqualTo("pending");
    }

    @Test
    void anEndpointThatWasRejectedHasNoPrivateName() {
        String id = create(request("a").privateDnsEnabled(true)).vpcEndpointId();

        control("POST", "/endpoints/" + id + "/reject", "");

        assertThat(create(request("b").privateDnsEnabled(true)).stateAsString()).isEqualTo("pending");
    }

    @Test
    void aLimitCountsWhatIsNotOnItsWayOut() {
        // Given
        control("PUT", "/endpoint-settings", "{\"limitPerVpc\":1}");
        String id = create(request("a")).vpcEndpointId();

        // Then
        assertThat(code(() -> create(request("b")))).isEqualTo("VpcEndpointLimitExceeded");
        ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(id));
        assertThat(create(request("b")).stateAsString()).isEqualTo("pending");
    }

    @Test
    void accountsAndRegionsDoNotSeeEachOthersEndpoints() {
        // Given
        String id = create(request("a")).vpcEndpointId();
        Ec2Client tenant = clients.ec2(Clients.CUSTOMER, "us-east-1");
        Ec2Client elsewhere = clients.ec2(Clients.platform(), "eu-west-1");

        // Then
        assertThat(tenant.describeVpcEndpoints().vpcEndpoints()).isEmpty();
        assertThat(elsewhere.describeVpcEndpoints().vpcEndpoints()).isEmpty();
        assertThat(code(() -> tenant.describeVpcEndpoints(r -> r.vpcEndpointIds(id))))
                .isEqualTo("InvalidVpcEndpointId.NotFound");
        assertThat(tenant.deleteVpcEndpoints(r -> r.vpcEndpointIds(id)).unsuccessful())
                .hasSize(1);
        assertThat(code(() -> tenant.createVpcEndpoint(request("b").build()))).isEqualTo("InvalidVpcId.NotFound");
        assertThat(state(id)).isEqualTo("pending");
    }

    @Test
    void aCallerNeedsThePermission() {
        // Given
        Ec2Client role =
                clients.ec2(clients.assume(Accounts.CANARY_ROLE_ARN, Accounts.CANARY_EXTERNAL_ID), "us-east-1");

        // Then
        assertThat(code(role::describeVpcEndpoints)).isEqualTo("UnauthorizedOperation");
        assertThat(message(() -> role.createVpcEndpoint(request("a").build())))
                .contains("not authorized to perform: ec2:CreateTags");
        assertThat(message(role::describeVpcEndpoints))
                .startsWith("You are not authorized to perform this operation.")
                .endsWith("because no identity-based policy allows the ec2:DescribeVpcEndpoints action");
    }

    @Test
    void itsPolicyCanBeChanged() {
        // Given
        String id = create(request("a")).vpcEndpointId();

        // When
        ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(id).policyDocument(DENY_ALL));

        // Then
        assertThat(describe(id).policyDocument()).isEqualTo(DENY_ALL);
        ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(id).resetPolicy(true));
        assertThat(describe(id).policyDocument()).contains("Allow");
    }

    private static final String UNKNOWN = "vpce-0000000000000beef";
    private static final String DENY_ALL =
            "{\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    private static CreateVpcEndpointRequest.Builder request(String token) {
        return CreateVpcEndpointRequest.builder()
                .clientToken(token)
                .vpcEndpointType(VpcEndpointType.INTERFACE)
                .serviceName(SERVICE)
                .vpcId(Accounts.PLATFORM_VPC)
                .subnetIds(Accounts.PLATFORM_SUBNET, Accounts.PLATFORM_OTHER_SUBNET)
                .securityGroupIds(Accounts.PLATFORM_SECURITY_GROUP)
                .privateDnsEnabled(false)
                .tagSpecifications(
                        s -> s.resourceType(ResourceType.VPC_ENDPOINT).tags(tag("keyward:endpoint-id", token)));
    }

    private static CreateVpcEndpointRequest.Builder other(String token) {
        return request(token).vpcId("vpc-other").subnetIds("subnet-other").securityGroupIds(List.<String>of());
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }

    private VpcEndpoint create(CreateVpcEndpointRequest.Builder request) {
        return ec2.createVpcEndpoint(request.build()).vpcEndpoint();
    }

    private VpcEndpoint describe(String id) {
        return ec2.describeVpcEndpoints(r -> r.vpcEndpointIds(id))
                .vpcEndpoints()
                .getFirst();
    }

    private String state(String id) {
        return describe(id).stateAsString();
    }

    private List<String> ids(Filter... filters) {
        return ids(ec2.describeVpcEndpoints(
                        DescribeVpcEndpointsRequest.builder().filters(filters).build())
                .vpcEndpoints());
    }

    private static List<String> ids(List<VpcEndpoint> endpoints) {
        return endpoints.stream().map(VpcEndpoint::vpcEndpointId).toList();
    }

    private void later(String offset) {
        control("PUT", "/clock", "{\"offset\":\"" + offset + "\"}");
    }
}
