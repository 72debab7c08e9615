package io.keyward.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** Endpoints that fail, wait, or change behind their owner's back. */
class EndpointControlIT extends SimulatorCase {

    private Ec2Client ec2;

    @BeforeEach
    void signIn() {
        ec2 = clients.ec2();
    }

    @ParameterizedTest
    @CsvSource({"pending", "pendingAcceptance", "partial", "rejected", "failed", "expired"})
    void aCreationEndsAsControlWants(String state) {
        // Given
        control("PUT", "/endpoint-creations/a", "{\"state\":\"" + state + "\"}");
        String id = create("a");

        // When
        later("PT1H");

        // Then
        assertThat(describe(id).stateAsString()).isEqualTo(state);
    }

    @Test
    void aFailedCreationSaysWhyAndTheNextOneSucceeds() {
        // Given
        String failing =
                "{\"region\":\"us-east-1\",\"state\":\"failed\",\"code\":\"Capacity\",\"message\":\"None left.\",\"calls\":1}";
        control("PUT", "/endpoint-creations/a", failing);
        String failed = create("a");
        String fine = create("b");

        // When
        later("PT1H");

        // Then
        assertThat(describe(failed).lastError().code()).isEqualTo("Capacity");
        assertThat(describe(failed).lastError().message()).isEqualTo("None left.");
        assertThat(describe(fine).stateAsString()).isEqualTo("available");
        assertThat(describe(fine).lastError()).isNull();
        assertThat(controlled("GET", "/endpoint-creations", "")).isEmpty();
    }

    @Test
    void anOutcomeForAnotherRegionLeavesThisOneAlone() {
        // Given
        control("PUT", "/endpoint-creations/a", "{\"region\":\"eu-west-1\",\"state\":\"failed\"}");
        String id = create("a");

        // When
        later("PT1H");

        // Then
        assertThat(describe(id).stateAsString()).isEqualTo("available");
        assertThat(controlled("GET", "/endpoint-creations", "").at("/a/state").asText())
                .isEqualTo("failed");
        assertThat(controlled("DELETE", "/endpoint-creations/a", "")).isEmpty();
    }

    @Test
    void aDemandForAcceptanceStaysUntilItIsTakenAway() {
        // Given
        control("PUT", "/endpoint-creations/a", "{\"state\":\"pendingAcceptance\"}");
        String first = create("a");
        later("PT1M");
        control("POST", "/endpoints/" + first + "/reject", "");

        // When
        String second = create("b");
        later("PT2M");
        control("POST", "/endpoints/" + second + "/activate", "");
        String third = create("c");
        control("DELETE", "/endpoint-creations/a", "");
        String fourth = create("d");
        later("PT3M");

        // Then
        assertThat(describe(first).stateAsString()).isEqualTo("rejected");
        assertThat(describe(second).stateAsString()).isEqualTo("available");
        assertThat(describe(third).stateAsString()).isEqualTo("pendingAcceptance");
        assertThat(describe(fourth).stateAsString()).isEqualTo("available");
    }

    @Test
    void anEndpointThatIsPartlyThereIsOfUse() {
        String id = newEndpoint("us-east-1");

        control("POST", "/endpoints/" + id + "/degrade", "");

        assertThat(clients.through(id).kms().listKeys().keys()).isNotEmpty();
    }

    @Test
    void throttlingIsTheServicesOwn() {
        control("PUT", "/disturbances/a", "{\"service\":\"ec2\",\"effect\":\"THROTTLE\"}");

        assertThat(code(() -> ec2.describeVpcEndpoints())).isEqualTo("RequestLimitExceeded");
        assertThat(message(() -> ec2.describeVpcEndpoints())).startsWith("Request limit exceeded.");
    }

    @ParameterizedTest
    @CsvSource({
        "delete, deleting",
        "reject, rejected",
        "expire, expired",
        "fail, failed",
        "pend, pending",
        "degrade, partial"
    })
    void anEndpointIsChangedBehindItsOwnersBack(String what, String state) {
        // Given
        String id = newEndpoint("us-east-1");

        // When
        control("POST", "/endpoints/" + id + "/" + what, "{\"message\":\"So it was decided.\"}");

        // Then
        assertThat(describe(id).stateAsString()).isEqualTo(state);
        control("POST", "/endpoints/" + id + "/activate", "");
        assertThat(describe(id).stateAsString()).isEqualTo("available");
    }

    @Test
    void oneThatVanishedIsNotFoundAndNotForgotten() {
        // Given
        String id = create("the-token");

        // When
        control("POST", "/endpoints/" + id + "/vanish", "");

        // Then
        assertThat(code(() -> describe(id))).isEqualTo("InvalidVpcEndpointId.NotFound");
        JsonNode report =
                controlled("GET", "/endpoints?clientToken=the-token", "").at("/endpoints/0");
        assertThat(report.get("id").asText()).isEqualTo(id);
        assertThat(report.get("state").asText()).isEqualTo("gone");
        assertThat(report.get("region").asText()).isEqualTo("us-east-1");
        assertThat(report.get("account").asText()).isEqualTo(Accounts.PLATFORM);
        assertThat(report.at("/tags/purpose").asText()).isEqualTo("test");
        assertThat(report.get("history").findValuesAsText("state")).containsExactly("pending", "gone");
        assertThat(controlled("GET", "/endpoints?state=available", "").get("endpoints"))
                .isEmpty();
    }

    @Test
    void thePaceCanBeSetAndIsUsualAgainAfterAReset() {
        // Given
        control(
                "PUT",
                "/endpoint-settings",
                "{\"creation\":\"PT0S\",\"deletion\":\"PT0S\",\"deletedVisible\":\"PT1H\"}");
        String id = create("a");

        // Then
        assertThat(describe(id).stateAsString()).isEqualTo("available");
        ec2.deleteVpcEndpoints(r -> r.vpcEndpointIds(id));
        assertThat(describe(id).stateAsString()).isEqualTo("deleted");
        control("POST", "/reset", "");
        assertThat(describe(create("b")).stateAsString()).isEqualTo("pending");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(send("PUT", "/_control/endpoint-creations/a", "{\"state\":\"gone\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("PUT", "/_control/endpoint-creations/a", "{}").statusCode())
                .isEqualTo(400);
        assertThat(send("PUT", "/_control/endpoint-settings", "{\"creation\":\"soon\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/_control/endpoints", "{}").statusCode()).isEqualTo(400);
        assertThat(send("POST", "/_control/endpoints/vpce-0/delete", "").statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/_control/endpoints/" + newEndpoint("us-east-1") + "/bless", "")
                        .statusCode())
                .isEqualTo(400);
    }

    private String create(String token) {
        return ec2.createVpcEndpoint(r -> r.clientToken(token)
                        .vpcEndpointType(VpcEndpointType.INTERFACE)
                        .serviceName("com.amazonaws.us-east-1.kms")
                        .vpcId(Accounts.PLATFORM_VPC)
                        .tagSpecifications(s -> s.resourceType("vpc-endpoint")
                                .tags(t -> t.key("purpose").value("test"))))
                .vpcEndpoint()
                .vpcEndpointId();
    }

    private VpcEndpoint describe(String id) {
        return ec2.describeVpcEndpoints(r -> r.vpcEndpointIds(id))
                .vpcEndpoints()
                .getFirst();
    }

    private void later(String offset) {
        control("PUT", "/clock", "{\"offset\":\"" + offset + "\"}");
    }
}
