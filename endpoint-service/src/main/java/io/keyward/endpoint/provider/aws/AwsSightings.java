package io.keyward.endpoint.provider.aws;

import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.provider.RegionView.Sighting;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * VPC endpoints as EC2 describes them. Its states are read as text, whatever the case of their letters: EC2 sends {@code available}, and the SDK only knows
 * {@code Available}. One that is {@code partial} is missing in some availability zones and answers in the others: it is of use, and {@link AwsNotices} says
 * so to the operator.
 */
final class AwsSightings {
    static final String ENDPOINT_ID = "keyward:endpoint-id";
    static final String PROJECT_ID = "keyward:project-id";
    static final String INSTALLATION = "keyward:installation";

    private AwsSightings() {}

    /** Empty for one that EC2 only remembers. */
    static Optional<Sighting> of(VpcEndpoint endpoint) {
        var ref = endpoint.vpcEndpointId();
        return observe(endpoint).map(seen -> new Sighting(tag(endpoint, ENDPOINT_ID), ref, seen));
    }

    static boolean isPartial(VpcEndpoint endpoint) {
        return stateOf(endpoint).equals("partial");
    }

    private static Optional<Observation> observe(VpcEndpoint endpoint) {
        var ref = endpoint.vpcEndpointId();
        return switch (stateOf(endpoint)) {
            case "pending" -> Optional.of(new Observation.Pending(ref));
            case "pendingacceptance" -> Optional.of(new Observation.PendingApproval(ref));
            case "available", "partial" -> Optional.of(up(endpoint));
            case "rejected" -> Optional.of(new Observation.Refused(ref, "was rejected in EC2" + reason(endpoint)));
            case "expired" -> Optional.of(new Observation.Refused(ref, "expired in EC2" + reason(endpoint)));
            case "failed" -> Optional.of(new Observation.Refused(ref, "failed in EC2" + reason(endpoint)));
            case "deleting" -> Optional.of(new Observation.GoingAway(ref));
            case "deleted" -> Optional.empty();
            default ->
                Optional.of(new Observation.Unseen("EC2 says that " + ref + " is " + endpoint.stateAsString() + "."));
        };
    }

    private static String stateOf(VpcEndpoint endpoint) {
        return String.valueOf(endpoint.stateAsString()).toLowerCase(Locale.ROOT);
    }

    /** Without a name to call it by it is not of use yet. */
    private static Observation up(VpcEndpoint endpoint) {
        var ref = endpoint.vpcEndpointId();
        return address(ref, endpoint.dnsEntries())
                .<Observation>map(address -> new Observation.Up(ref, address))
                .orElseGet(() -> new Observation.Pending(ref));
    }

    /** The shortest name of its own is that of the region, the others are of single zones. KMS's own name leads to it only from inside its VPC. */
    private static Optional<String> address(String ref, List<DnsEntry> names) {
        return names.stream()
                .map(DnsEntry::dnsName)
                .filter(name -> name != null && name.startsWith(ref))
                .min(Comparator.comparingInt(String::length));
    }

    /** What to do about it where we know, and in any case the code: EC2's words are in our log. */
    private static String reason(VpcEndpoint endpoint) {
        var error = endpoint.lastError();
        if (error == null || error.code() == null) {
            return "";
        }
        var failure = AwsEndpointFailures.of(error.code(), error.message());
        return failure.trouble() == AwsTrouble.UNKNOWN ? " (EC2: " + failure.code() + ")" : ". " + failure.message();
    }

    private static @Nullable String tag(VpcEndpoint endpoint, String key) {
        return endpoint.tags().stream()
                .filter(tag -> tag.key().equals(key))
                .map(Tag::value)
                .findFirst()
                .orElse(null);
    }
}
