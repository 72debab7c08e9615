package io.keyward.endpoint.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.provider.RegionView.Sighting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

class AwsSightingsTest {

    @ParameterizedTest
    @CsvSource({
        "pending, Pending",
        "Pending, Pending",
        "pendingAcceptance, PendingApproval",
        "PendingAcceptance, PendingApproval",
        "available, Up",
        "Available, Up",
        "AVAILABLE, Up",
        "partial, Up",
        "rejected, Refused",
        "expired, Refused",
        "failed, Refused",
        "deleting, GoingAway",
        "Deleting, GoingAway",
        "surprising, Unseen",
    })
    void readsEveryStateWhateverItsCase(String state, String seen) {
        assertThat(observed(endpoint(state)).getClass().getSimpleName()).isEqualTo(seen);
    }

    @Test
    void whatEc2OnlyRemembersIsNotThere() {
        assertThat(AwsSightings.of(endpoint("deleted").build())).isEmpty();
    }

    @Test
    void knowsWhoseItIsAndHowToReachIt() {
        assertThat(AwsSightings.of(endpoint("available").build()))
                .contains(new Sighting("id-1", "vpce-1", new Observation.Up("vpce-1", "regional.example")));
    }

    @Test
    void withoutANameToCallItByItIsNotOfUseYet() {
        assertThat(observed(endpoint("available").dnsEntries(List.<DnsEntry>of())))
                .isEqualTo(new Observation.Pending("vpce-1"));
    }

    @Test
    void saysWhyItDoesNotWork() {
        assertThat(observed(
                        endpoint("failed").lastError(error -> error.code("X").message("No room."))))
                .isEqualTo(new Observation.Refused("vpce-1", "failed in EC2. X: No room."));
        assertThat(observed(endpoint("rejected").failureReason("Nobody wants it.")))
                .isEqualTo(new Observation.Refused("vpce-1", "was rejected in EC2. Nobody wants it."));
        assertThat(observed(endpoint("expired"))).isEqualTo(new Observation.Refused("vpce-1", "expired in EC2."));
    }

    @Test
    void whatLostItsNameIsSeenAllTheSame() {
        var nameless =
                endpoint("available").tags(tag -> tag.key("other").value("x")).build();

        assertThat(AwsSightings.of(nameless).orElseThrow().endpointId()).isNull();
    }

    private static Observation observed(VpcEndpoint.Builder endpoint) {
        return AwsSightings.of(endpoint.build()).orElseThrow().seen();
    }

    private static VpcEndpoint.Builder endpoint(String state) {
        return VpcEndpoint.builder()
                .vpcEndpointId("vpce-1")
                .state(state)
                .dnsEntries(dns -> dns.dnsName("regional.example"), dns -> dns.dnsName("zonal.example"))
                .tags(tag -> tag.key(AwsSightings.ENDPOINT_ID).value("id-1"));
    }
}
