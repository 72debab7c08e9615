package io.keyward.endpoint.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.provider.RegionView.Sighting;
import java.util.List;
import java.util.Optional;
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
                .contains(new Sighting("id-1", "vpce-1", new Observation.Up("vpce-1", "vpce-1-x.kms.example")));
    }

    @Test
    void withoutANameToCallItByItIsNotOfUseYet() {
        assertThat(observed(endpoint("available").dnsEntries(List.<DnsEntry>of())))
                .isEqualTo(new Observation.Pending("vpce-1"));
    }

    @Test
    void saysWhyItDoesNotWorkAndKeepsEc2sWordsForTheLog() {
        assertThat(reason(endpoint("failed").lastError(error -> error.code("X").message("vpc-1 is no good."))))
                .isEqualTo("failed in EC2 (EC2: X)");
        assertThat(reason(endpoint("failed").lastError(error -> error.code("InsufficientFreeAddressesInSubnet")
                        .message("subnet-1 is full."))))
                .startsWith("failed in EC2. There is no room for it in this region.")
                .endsWith("(EC2: InsufficientFreeAddressesInSubnet)")
                .doesNotContain("subnet-1");
        assertThat(reason(endpoint("rejected").failureReason("Nobody wants it.")))
                .isEqualTo("was rejected in EC2");
        assertThat(reason(endpoint("expired"))).isEqualTo("expired in EC2");
    }

    @Test
    void whatIsForTheOperatorIsNoticed() {
        assertThat(notice(endpoint("Partial")))
                .hasValueSatisfying(said -> assertThat(said).contains("availability zones"));
        assertThat(notice(endpoint("failed").lastError(error -> error.code("X").message("vpc-1 is no good."))))
                .contains("EC2 says: X vpc-1 is no good.");
        assertThat(notice(endpoint("rejected").failureReason("Nobody wants it.")))
                .contains("EC2 says: Nobody wants it.");
        assertThat(notice(endpoint("available"))).isEmpty();
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

    private static String reason(VpcEndpoint.Builder endpoint) {
        return ((Observation.Refused) observed(endpoint)).reason();
    }

    private static Optional<String> notice(VpcEndpoint.Builder endpoint) {
        return AwsNotices.noticeOf(endpoint.build());
    }

    private static VpcEndpoint.Builder endpoint(String state) {
        return VpcEndpoint.builder()
                .vpcEndpointId("vpce-1")
                .state(state)
                .dnsEntries(
                        dns -> dns.dnsName("vpce-1-x-us-east-1a.kms.example"),
                        dns -> dns.dnsName("vpce-1-x.kms.example"),
                        dns -> dns.dnsName("kms.example"))
                .tags(tag -> tag.key(AwsSightings.ENDPOINT_ID).value("id-1"));
    }
}
