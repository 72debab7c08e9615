package io.keyward.contracts;

import static io.keyward.contracts.Samples.CLUSTER;
import static io.keyward.contracts.Samples.DRIVER;
import static io.keyward.contracts.Samples.EPOCH_ONE;
import static io.keyward.contracts.Samples.GROUP;
import static io.keyward.contracts.Samples.HINT_SOURCE;
import static io.keyward.contracts.Samples.OWNER;
import static io.keyward.contracts.Samples.SERVICE;
import static io.keyward.contracts.Samples.at;

import io.keyward.contracts.EnforcementEvent.Addresses;
import io.keyward.contracts.EnforcementEvent.Enforcement;
import io.keyward.contracts.EnforcementEvent.PrivatePath;
import io.keyward.contracts.EnforcementEvent.Rewrap;
import io.keyward.contracts.EnforcementEvent.StopReason;
import io.keyward.contracts.ModeEvent.FreezeChanged;
import io.keyward.contracts.ModeEvent.GuardChanged;
import io.keyward.contracts.ModeEvent.HintSourceCreated;
import io.keyward.contracts.ModeEvent.HintSourceDeleted;
import io.keyward.contracts.ModeEvent.ModeChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The golden samples of one cluster's way through enforcement, and of what holds enforcement back. */
final class EnforcementSamples {
    private static final StopReason DISABLED = new StopReason(
            "KEY",
            Samples.KEY_USE,
            Samples.KEY,
            "us-east-1",
            "KEY_DISABLED",
            "The key is disabled; two checks in a row agree.",
            at("09:00:04.321"));
    private static final StopReason PAUSED =
            new StopReason("HAND", null, null, null, "PAUSED_BY_HAND", "Paused by kwdemokp.", at("08:50:00"));
    private static final Actor OPERATOR = new Actor(Actor.OPERATOR, "operator-7", "operator-7", "192.0.2.50");

    private EnforcementSamples() {}

    static Map<String, Event> all() {
        return Map.ofEntries(
                Map.entry(
                        "keyward.cluster.start-requested.v1",
                        new EnforcementEvent.StartRequested(
                                CLUSTER, EPOCH_ONE + 1, at("08:02:00.100"), SERVICE, waitingForTheKms())),
                Map.entry(
                        "keyward.cluster.running.v1",
                        new EnforcementEvent.Running(
                                CLUSTER, EPOCH_ONE + 2, at("08:02:09"), DRIVER, runningAndRewrapping())),
                Map.entry(
                        "keyward.cluster.stop-requested.v1",
                        new EnforcementEvent.StopRequested(
                                CLUSTER,
                                EPOCH_ONE + 3,
                                at("09:00:04.321"),
                                SERVICE,
                                subject("09:00:04.321", 3, DISABLED))),
                Map.entry(
                        "keyward.cluster.stop-deferred.v1",
                        new EnforcementEvent.StopDeferred(
                                CLUSTER, EPOCH_ONE + 4, at("09:00:05"), DRIVER, subject("09:00:05", 3, DISABLED))),
                Map.entry(
                        "keyward.cluster.stopped.v1",
                        new EnforcementEvent.Stopped(
                                CLUSTER,
                                EPOCH_ONE + 5,
                                at("09:00:31"),
                                DRIVER,
                                subject("09:00:31", 3, DISABLED, PAUSED))),
                Map.entry(
                        "keyward.cluster.resume-requested.v1",
                        new EnforcementEvent.ResumeRequested(
                                CLUSTER, EPOCH_ONE + 6, at("09:10:00"), SERVICE, subject("09:10:00", 6))),
                Map.entry(
                        "keyward.cluster.removal-requested.v1",
                        new EnforcementEvent.RemovalRequested(
                                CLUSTER, EPOCH_ONE + 7, at("09:50:00.050"), SERVICE, subject("09:50:00.050", 7))),
                Map.entry(
                        "keyward.cluster.removed.v1",
                        new EnforcementEvent.Removed(
                                CLUSTER, EPOCH_ONE + 8, at("09:50:03.900"), DRIVER, subject("09:50:03.900", 7))),
                Map.entry(
                        "keyward.mode.changed.v1",
                        new ModeChanged(GROUP, EPOCH_ONE + 1, at("08:40:00"), OWNER, "OBSERVE", "OBSERVE", 60, 60)),
                Map.entry("keyward.guard.changed.v1", fortyHeld()),
                Map.entry(
                        "keyward.freeze.changed.v1",
                        new FreezeChanged(
                                FreezeChanged.INSTALLATION,
                                EPOCH_ONE + 1,
                                at("08:45:00"),
                                OPERATOR,
                                true,
                                "The KMS of us-east-1 answers oddly.")),
                Map.entry(
                        "keyward.hint-source.created.v1",
                        new HintSourceCreated(HINT_SOURCE, EPOCH_ONE + 1, at("08:50:00"), OWNER, GROUP, "AWS")),
                Map.entry(
                        "keyward.hint-source.deleted.v1",
                        new HintSourceDeleted(HINT_SOURCE, EPOCH_ONE + 2, at("08:55:00"), OWNER, GROUP, "AWS")));
    }

    private static GuardChanged fortyHeld() {
        return new GuardChanged(
                GuardChanged.GUARD,
                EPOCH_ONE + 2,
                at("09:12:00"),
                OPERATOR,
                "HOLDING",
                at("09:00:03"),
                40,
                40,
                40,
                12,
                "RELEASE",
                "Their accounts were closed on purpose.");
    }

    private static Enforcement subject(String since, long request, StopReason... reasons) {
        return new Enforcement(GROUP, "orders-eu", EPOCH_ONE + request, at(since), List.of(reasons));
    }

    private static Enforcement waitingForTheKms() {
        return new Enforcement(
                GROUP,
                "orders-eu",
                EPOCH_ONE + 1,
                at("08:02:00.100"),
                List.of(),
                null,
                false,
                at("08:02:03.500"),
                null,
                null,
                List.of());
    }

    private static Enforcement runningAndRewrapping() {
        return new Enforcement(
                GROUP,
                "orders-eu",
                EPOCH_ONE + 1,
                at("08:02:09"),
                List.of(),
                EPOCH_ONE + 1,
                true,
                null,
                new Rewrap(1, 3),
                new Addresses(
                        List.of("198.51.100.10/32"),
                        List.of("198.51.100.11/32"),
                        List.of(),
                        List.of("198.51.100.12/32")),
                List.of(DISABLED),
                List.of(
                        privatePath("eu-west-1", "6721f0a4c2b1d83e5f9000e3", "vpce-0a9b8c7d6e5f40312", at("08:12:30")),
                        privatePath("us-east-1", "6721f0a4c2b1d83e5f9000e1", "vpce-0f1e2d3c4b5a69788", null)));
    }

    private static PrivatePath privatePath(
            String region, String endpointId, String reference, @Nullable Instant movedSince) {
        String address = reference + "-abcd1234.kms." + region + ".vpce.amazonaws.com";
        return new PrivatePath(region, endpointId, reference, address, movedSince);
    }
}
