package io.keyward.simulator.world.network;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An interface endpoint for KMS in one region.
 *
 * @param policy the document that goes for what is called through it
 * @param phases oldest first, at least one; those in the future are what will become of it if nobody interferes
 */
public record VpcEndpoint(
        String id, String account, String region, Instant createdAt, Wish wish, String policy, List<Phase> phases) {

    /**
     * What its creation asked for.
     *
     * @param fingerprint tells requests with other parameters under the same client token
     */
    public record Wish(
            @Nullable String clientToken,
            String fingerprint,
            String vpcId,
            List<String> subnetIds,
            List<String> securityGroupIds,
            boolean privateDns,
            Map<String, String> tags) {}

    /** What AWS attaches when the creation brings no policy. */
    public static final String FULL_ACCESS =
            "{\"Statement\":[{\"Action\":\"*\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Resource\":\"*\"}]}";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** An id as EC2 makes them: 17 hex digits. */
    public static String freshId() {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        return "vpce-0" + HexFormat.of().formatHex(random);
    }

    public static String serviceName(String region) {
        return "com.amazonaws." + region + ".kms";
    }

    public String serviceName() {
        return serviceName(region);
    }

    /** The phase that it is in. */
    public Phase at(Instant now) {
        return begun(now).reduce((earlier, later) -> later).orElse(phases.getFirst());
    }

    public EndpointState state(Instant now) {
        return at(now).state();
    }

    /** The phases up to now. */
    public List<Phase> history(Instant now) {
        return begun(now).toList();
    }

    public VpcEndpoint withPolicy(String changed) {
        return new VpcEndpoint(id, account, region, createdAt, wish, changed, phases);
    }

    /** What it was stays; what was to come gives way to what comes now. */
    VpcEndpoint then(Instant now, List<Phase> next) {
        List<Phase> changed = Stream.concat(begun(now), next.stream()).toList();
        return new VpcEndpoint(id, account, region, createdAt, wish, policy, changed);
    }

    private Stream<Phase> begun(Instant now) {
        return phases.stream().filter(phase -> !phase.since().isAfter(now));
    }
}
