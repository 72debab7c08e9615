package io.keyward.endpoint.provider.aws;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** What EC2 says of single endpoints that only an operator may read or can do something about. It goes to the log, once for each time that it changes. */
@ApplicationScoped
class AwsNotices {
    private static final Logger LOG = Logger.getLogger(AwsNotices.class);
    private static final String PARTIAL = "is missing in some of its availability zones; it is used all the same";

    private final Map<String, Map<String, String>> told = new ConcurrentHashMap<>();

    AwsNotices(MeterRegistry meters) {
        Gauge.builder("keyward.endpoints.partial", told, AwsNotices::countPartial)
                .tag("provider", AwsPrivateEndpoints.NAME)
                .description("Endpoints that are missing in some of their availability zones")
                .register(meters);
    }

    /** Takes note of a look at all of a region. */
    void seen(String region, List<VpcEndpoint> endpoints) {
        var now = endpoints.stream()
                .filter(endpoint -> noticeOf(endpoint).isPresent())
                .collect(Collectors.toMap(
                        VpcEndpoint::vpcEndpointId,
                        endpoint -> noticeOf(endpoint).orElseThrow(),
                        (first, same) -> same));
        var before = Optional.ofNullable(told.put(region, now)).orElse(Map.of());
        now.forEach((ref, notice) -> {
            if (!notice.equals(before.get(ref))) {
                LOG.warnf("region=%s reference=%s %s", region, ref, notice);
            }
        });
    }

    /** Empty for one that there is nothing to say about. */
    static Optional<String> noticeOf(VpcEndpoint endpoint) {
        if (AwsSightings.isPartial(endpoint)) {
            return Optional.of(PARTIAL);
        }
        var error = endpoint.lastError();
        return error == null
                ? Optional.ofNullable(endpoint.failureReason()).map(words -> "EC2 says: " + words)
                : Optional.of("EC2 says: " + error.code() + " " + error.message());
    }

    private static double countPartial(Map<String, Map<String, String>> told) {
        return told.values().stream()
                .flatMap(notices -> notices.values().stream())
                .filter(PARTIAL::equals)
                .count();
    }
}
