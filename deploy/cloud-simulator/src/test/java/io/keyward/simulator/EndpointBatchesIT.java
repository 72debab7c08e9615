package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;

/** A large installation: endpoints made by the thousand, and calls counted without reading the log. */
class EndpointBatchesIT extends SimulatorCase {

    private static final int MANY = 1500;

    @Test
    void endpointsAreMadeByTheThousandAndDescribedByThePage() {
        // Given
        Ec2Client ec2 = clients.ec2();
        String members = IntStream.range(0, MANY)
                .mapToObj(
                        "{\"clientToken\":\"token-%1$d\",\"tags\":{\"crowd\":\"one\",\"number\":\"%1$d\"}}"::formatted)
                .collect(Collectors.joining(","));

        // When
        JsonNode made = controlled(
                        "POST", "/endpoint-batches", "{\"region\":\"us-east-1\",\"endpoints\":[" + members + "]}")
                .path("endpoints");

        // Then
        assertThat(made).hasSize(MANY);
        assertThat(made.at("/7/clientToken").asText()).isEqualTo("token-7");
        assertThat(ec2.describeVpcEndpointsPaginator(request -> request.filters(tagged("number", "7")))
                        .vpcEndpoints())
                .singleElement()
                .satisfies(endpoint -> {
                    assertThat(endpoint.vpcEndpointId())
                            .isEqualTo(made.at("/7/id").asText());
                    assertThat(endpoint.stateAsString()).isEqualTo("available");
                });
        assertThat(ec2.describeVpcEndpointsPaginator(request -> request.filters(tagged("crowd", "one"))).stream()
                        .map(page -> page.vpcEndpoints().size()))
                .containsExactly(1000, MANY - 1000);
        assertThat(send("POST", "/_control/endpoint-batches", "{\"endpoints\":[]}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void callsAreCountedWhateverBecomesOfTheLog() {
        // Given
        Ec2Client ec2 = clients.ec2();
        ec2.describeVpcEndpoints();
        control("PUT", "/disturbances/a", "{\"service\":\"ec2\",\"effect\":\"THROTTLE\",\"calls\":1}");
        assertThat(code(ec2::describeVpcEndpoints)).isEqualTo("RequestLimitExceeded");

        // When
        control("DELETE", "/log", "");
        control("POST", "/reset", "");

        // Then
        JsonNode counted = controlled("GET", "/calls?service=ec2", "").path("calls");
        assertThat(counted).singleElement().satisfies(count -> {
            assertThat(count.path("operation").asText()).isEqualTo("DescribeVpcEndpoints");
            assertThat(count.path("region").asText()).isEqualTo("us-east-1");
            assertThat(count.path("calls").asLong()).isEqualTo(2);
        });
        assertThat(controlled("GET", "/calls?region=eu-west-1", "").path("calls"))
                .isEmpty();
    }

    private static List<Filter> tagged(String tag, String value) {
        return List.of(Filter.builder().name("tag:" + tag).values(value).build());
    }
}
