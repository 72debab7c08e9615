package io.keyward.e2e.cloud;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What happens to a cloud that no customer can order by its API: outages, through the simulator's control API. */
public final class Outages {
    private final Control control;

    public Outages(URI cloud) {
        control = new Control(cloud);
    }

    /** What a region's key management can suffer, and the reasons by which a check may tell it. */
    public enum Outage {
        UNREACHABLE("\"effect\":\"UNREACHABLE\"", "UNREACHABLE", "TIMED_OUT"),
        SILENT("\"effect\":\"HANG\"", "TIMED_OUT", "UNREACHABLE"),
        THROTTLED("\"effect\":\"THROTTLE\"", "THROTTLED"),
        FAILING("\"effect\":\"FAIL\",\"code\":\"KMSInternalException\",\"status\":500", "PROVIDER_FAULT");

        private final String effect;
        private final List<String> reasons;

        Outage(String effect, String... reasons) {
            this.effect = effect;
            this.reasons = List.of(reasons);
        }

        public List<String> reasons() {
            return reasons;
        }
    }

    public void begin(String region, Outage outage) {
        control.put(
                "disturbances/" + region,
                "{\"region\":\"%s\",\"service\":\"kms\",%s}".formatted(region, outage.effect));
    }

    /** The same for one path only: {@link Trail#PUBLIC}, or the id of an endpoint as EC2 spells it. */
    public void begin(String region, String path, Outage outage) {
        control.put(
                "disturbances/" + path,
                "{\"region\":\"%s\",\"service\":\"kms\",\"path\":\"%s\",%s}".formatted(region, path, outage.effect));
    }

    /** What a region's EC2 can suffer. */
    public enum NetworkOutage {
        UNREACHABLE("\"effect\":\"UNREACHABLE\""),
        SILENT("\"effect\":\"HANG\""),
        THROTTLED("\"effect\":\"THROTTLE\"");

        private final String effect;

        NetworkOutage(String effect) {
            this.effect = effect;
        }
    }

    /** From now on nobody can look at endpoints in the region, nor make or remove one, until {@link #endNetwork}. */
    public void beginNetwork(String region, NetworkOutage outage) {
        control.put(
                "disturbances/ec2-" + region,
                "{\"region\":\"%s\",\"service\":\"ec2\",%s}".formatted(region, outage.effect));
    }

    /** From now on every answer about endpoints in the region comes late by so much, until {@link #endNetwork}. */
    public void delayNetwork(String region, Duration delay) {
        control.put(
                "disturbances/ec2-" + region,
                "{\"region\":\"%s\",\"service\":\"ec2\",\"effect\":\"SLOW\",\"delayMillis\":%d}"
                        .formatted(region, delay.toMillis()));
    }

    public void endNetwork(String region) {
        control.delete("disturbances/ec2-" + region);
    }

    /**
     * From now on one operation gets no answer in the region.
     *
     * @param executed whether it is carried out nevertheless
     */
    public void silence(String region, String operation, boolean executed) {
        control.put(
                "disturbances/" + region + "-" + operation,
                "{\"region\":\"%s\",\"operation\":\"%s\",\"effect\":\"HANG\",\"when\":\"%s\"}"
                        .formatted(region, operation, executed ? "AFTER" : "BEFORE"));
    }

    /** Ends {@link #silence}. */
    public void answer(String region, String operation) {
        control.delete("disturbances/" + region + "-" + operation);
    }

    /** No role anywhere can be assumed any more, our own canary included. */
    public void denyEveryRole() {
        control.put(
                "disturbances/roles",
                "{\"service\":\"sts\",\"operation\":\"AssumeRole\",\"effect\":\"FAIL\",\"code\":\"AccessDenied\",\"status\":403}");
    }

    /** Ends what {@link #begin(String, Outage)} began. */
    public void end(String region) {
        control.delete("disturbances/" + region);
    }

    /** Ends {@link #denyEveryRole}. */
    public void admitEveryRole() {
        control.delete("disturbances/roles");
    }
}
