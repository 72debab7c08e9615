package io.keyward.endpoint.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.model.CreateVpcEndpointRequest;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;

@Rule("E1")
class AwsRequestsTest {
    private static final Order ORDER = new Order("endpoint-1", "project-1", "eu-west-1", null);

    @Test
    void throughAnEndpointGoesWhatAClusterNeedsAndNothingElse() throws JsonProcessingException {
        var policy = new ObjectMapper().readTree(create(false).policyDocument());

        var statements = policy.get("Statement");
        assertThat(statements).hasSize(1);
        var statement = statements.get(0);
        assertThat(statement.get("Effect").asText()).isEqualTo("Allow");
        assertThat(statement.get("Action"))
                .extracting(action -> action.asText())
                .containsExactlyInAnyOrder("kms:DescribeKey", "kms:Encrypt", "kms:Decrypt");
    }

    @Test
    void theEndpointsIdIsTheTokenAndTagsNameWhoseItIs() {
        var request = create(false);

        assertThat(request.clientToken()).isEqualTo("endpoint-1");
        assertThat(request.serviceName()).isEqualTo("com.amazonaws.eu-west-1.kms");
        assertThat(request.tagSpecifications()).singleElement().satisfies(tags -> {
            assertThat(tags.resourceType()).isEqualTo(ResourceType.VPC_ENDPOINT);
            assertThat(tags.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)))
                    .containsOnly(
                            entry("Name", "ours-project-1-endpoint-1"),
                            entry("keyward:endpoint-id", "endpoint-1"),
                            entry("keyward:project-id", "project-1"),
                            entry("keyward:installation", "ours"));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itIsMadeInTheNetworkAsItIs(boolean privateDns) {
        var request = create(privateDns);

        assertThat(request.vpcId()).isEqualTo("vpc-1");
        assertThat(request.subnetIds()).containsExactly("subnet-1", "subnet-2");
        assertThat(request.securityGroupIds()).containsExactly("sg-1");
        assertThat(request.privateDnsEnabled()).isEqualTo(privateDns);
    }

    private static CreateVpcEndpointRequest create(boolean privateDns) {
        var network = new AwsNetwork("vpc-1", List.of("subnet-1", "subnet-2"), List.of("sg-1"), privateDns);
        return new AwsRequests("ours").create(ORDER, network);
    }
}
