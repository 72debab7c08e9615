package io.keyward.config.cluster.status;

import static io.keyward.config.cluster.spec.Requests.shard;
import static io.keyward.config.cluster.spec.Requests.shards;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.cluster.enforcement.Seen;
import io.keyward.config.cluster.enforcement.Seen.Phase;
import io.keyward.config.cluster.plan.Plan;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.Requests;
import io.keyward.config.cluster.status.CustomerKey.PrivatePath;
import io.keyward.config.cluster.status.CustomerKey.PrivatePathProgress;
import io.keyward.config.cluster.status.CustomerKey.Provisioning;
import io.keyward.config.cluster.status.CustomerKey.Rewrap;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.StopReason;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRulesTest {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final ClusterSpec SEALED = spec("AWS");
    private static final ClusterSpec PLAIN = spec("NONE");
    private static final KeyPath PATH = new KeyPath(List.of("arn"), Optional.empty());
    private static final StopReason HAND = new StopReason("HAND", null, null, null, "PAUSED", "It was paused.", THEN);

    @Rule({"K3", "K7", "P1", "E9"})
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // phase,       ever up, reason, paused by hand, plan, stateName, paused
                "STARTING,       false, -,    false, NEW,    CREATING, false",
                "STARTING,       false, -,    false, -,      CREATING, false",
                "RUNNING,        true,  -,    false, -,      IDLE,     false",
                "RUNNING,        true,  -,    false, NEW,    CREATING, false",
                "RUNNING,        true,  -,    false, CHANGE, UPDATING, false",
                "RUNNING,        true,  -,    false, REWRAP, UPDATING, false",
                "RUNNING,        true,  -,    false, UNDO,   UPDATING, false",
                "RUNNING,        true,  -,    true,  -,      UPDATING, true",
                "STOP_REQUESTED, true,  KEY,  false, -,      IDLE,     false",
                "STOP_REQUESTED, true,  KEY,  false, CHANGE, UPDATING, false",
                "STOP_REQUESTED, false, KEY,  false, NEW,    CREATING, false",
                "STOP_REQUESTED, true,  HAND, true,  -,      UPDATING, true",
                "DEFERRED,       true,  KEY,  false, -,      IDLE,     false",
                "STOPPED,        true,  KEY,  false, -,      IDLE,     true",
                "STOPPED,        false, KEY,  false, NEW,    IDLE,     true",
                "STOPPED,        true,  KEY,  false, CHANGE, IDLE,     true",
                "STOPPED,        true,  -,    false, -,      IDLE,     true",
                "STOPPED,        true,  HAND, true,  -,      IDLE,     true",
                "STOPPED,        true,  HAND, true,  REWRAP, IDLE,     true",
                "STOPPED,        true,  HAND, false, RESUME, UPDATING, false",
                "STOPPED,        true,  BOTH, false, RESUME, IDLE,     true",
                "RESUMING,       true,  -,    false, RESUME, UPDATING, false",
                "RESUMING,       true,  -,    false, -,      IDLE,     true",
                "RESUMING,       true,  -,    false, CHANGE, UPDATING, false",
                "REMOVING,       true,  -,    false, -,      IDLE,     false",
                "REMOVED,        true,  -,    false, -,      IDLE,     false"
            })
    void readsAsWhatIsWantedAndSeen(
            Phase phase,
            boolean everUp,
            @Nullable String reason,
            boolean byHand,
            Plan.@Nullable Kind plan,
            String stateName,
            boolean paused) {
        Seen seen = new Seen(phase, everUp, THEN, reasons(reason), List.of(), null, null, null, List.of());

        ClusterStatus status = StatusRules.of(intent(SEALED, byHand, plan), seen, PATH, THREE_DAYS);

        assertThat(status.stateName()).isEqualTo(stateName);
        assertThat(status.paused()).isEqualTo(paused);
        assertThat(key(status).state()).isEqualTo(phase.name());
    }

    @Rule({"K4", "K7"})
    @Test
    void whatItsKeyStoppedSaysHowItComesBackAndThatChangesWait() {
        Seen stopped = new Seen(Phase.STOPPED, true, THEN, reasons("BOTH"), List.of(), null, null, null, List.of());

        CustomerKey key = key(StatusRules.of(intent(SEALED, false, Plan.Kind.CHANGE), stopped, PATH, THREE_DAYS));

        assertThat(key.reason()).isEqualTo("KEY_DISABLED");
        assertThat(key.explanation()).startsWith("It was disabled.").contains("paused: false does not start it");
        assertThat(key.regions()).containsExactly("US_EAST_1");
        assertThat(key.changesPending()).isTrue();
        assertThat(key.provisioning()).isNull();
        assertThat(key(StatusRules.of(intent(SEALED, false, null), stopped, PATH, THREE_DAYS))
                        .changesPending())
                .isNull();
    }

    @Rule("K6")
    @Test
    void nodesThatAreNotLetInAreShownWithTheTimeThatIsLeft() {
        Instant refused = THEN.plusSeconds(60);
        Seen waiting = new Seen(Phase.RUNNING, true, THEN, List.of(), List.of(), refused, null, null, List.of());

        assertThat(key(StatusRules.of(intent(SEALED, false, Plan.Kind.CHANGE), waiting, PATH, THREE_DAYS))
                        .provisioning())
                .isEqualTo(new Provisioning(refused, refused.plus(THREE_DAYS)));
        assertThat(key(StatusRules.of(intent(SEALED, false, null), waiting, PATH, THREE_DAYS))
                        .provisioning())
                .isNull();
    }

    @Rule("C10")
    @Test
    void aChangeOfKeyShowsHowFarItIs() {
        KeyPath both = new KeyPath(List.of("new", "old"), Optional.empty());
        Seen silent = new Seen(Phase.RUNNING, true, THEN, List.of(), List.of(), null, null, null, List.of());
        Seen told = new Seen(
                Phase.RUNNING,
                true,
                THEN,
                List.of(),
                List.of(),
                null,
                new EnforcementEvent.Rewrap(2, 5),
                null,
                List.of());
        Intent rewrapped = intent(SEALED, false, Plan.Kind.REWRAP);

        assertThat(key(StatusRules.of(rewrapped, silent, both, THREE_DAYS)).rewrap())
                .isEqualTo(new Rewrap("old", 0, 3, "new"));
        assertThat(key(StatusRules.of(rewrapped, told, both, THREE_DAYS)).rewrap())
                .isEqualTo(new Rewrap("old", 2, 5, "new"));
        assertThat(key(StatusRules.of(rewrapped, told, PATH, THREE_DAYS)).rewrap())
                .isNull();
    }

    @Rule({"E9", "K7"})
    @Test
    void theWayToItsKeyIsToldUnderPrivateNetworkingAlone() {
        PrivateEndpoint endpoint = new PrivateEndpoint("e1", Cloud.AWS, "us-east-1", "ACTIVE", THEN);
        KeyPath covered = new KeyPath(List.of("arn"), Optional.of(List.of(endpoint)));
        KeyPath bare = new KeyPath(List.of("arn"), Optional.of(List.of()));
        EnforcementEvent.PrivatePath path =
                new EnforcementEvent.PrivatePath("us-east-1", "e1", "vpce-1", "kms.example", THEN);
        Seen moved = new Seen(Phase.RUNNING, true, THEN, List.of(), List.of(), null, null, null, List.of(path));
        Intent intent = intent(SEALED, false, null);

        CustomerKey key = key(StatusRules.of(intent, moved, covered, THREE_DAYS));
        assertThat(key.privatePath()).isTrue();
        assertThat(key.privatePathProgress()).isEqualTo(new PrivatePathProgress(1, 1));
        assertThat(key.privatePaths()).containsExactly(new PrivatePath("e1", "US_EAST_1", THEN, "MOVED"));
        CustomerKey uncovered = key(StatusRules.of(intent, moved, bare, THREE_DAYS));
        assertThat(uncovered.privatePath()).isFalse();
        assertThat(uncovered.privatePathProgress()).isEqualTo(new PrivatePathProgress(0, 1));
        CustomerKey open = key(StatusRules.of(intent, moved, PATH, THREE_DAYS));
        assertThat(open.privatePath()).isFalse();
        assertThat(open.privatePaths()).isNull();
        assertThat(open.privatePathProgress()).isNull();
    }

    @Rule("E10")
    @Test
    void whatRunsOnTooManyCloudsIsNotToldToWaitForItsKey() {
        StopReason clouds = new StopReason(
                "MULTI_CLOUD",
                null,
                null,
                null,
                "MULTI_CLOUD_WITH_PRIVATE_NETWORKING",
                "It runs on several clouds.",
                THEN);
        Seen stopped = new Seen(Phase.STOPPED, true, THEN, List.of(clouds), List.of(), null, null, null, List.of());

        ClusterStatus status = StatusRules.of(intent(SEALED, false, null), stopped, PATH, THREE_DAYS);

        assertThat(status.paused()).isTrue();
        assertThat(key(status).reason()).isEqualTo("MULTI_CLOUD_WITH_PRIVATE_NETWORKING");
        assertThat(key(status).key()).isEqualTo("arn");
        assertThat(key(status).explanation())
                .startsWith("It runs on several clouds.")
                .contains("one cloud alone")
                .doesNotContain("once the key can be used");
    }

    @Rule("C19")
    @Test
    void whatIsHeldBackIsShown() {
        Seen observed = new Seen(Phase.RUNNING, true, THEN, List.of(), reasons("KEY"), null, null, null, List.of());

        assertThat(key(StatusRules.of(intent(SEALED, false, null), observed, PATH, THREE_DAYS))
                        .wouldStop())
                .containsExactly(new CustomerKey.HeldBack("arn", "US_EAST_1", "KEY_DISABLED", "It was disabled."));
    }

    @Test
    void isBeingCreatedUntilEnforcementTookItUp() {
        ClusterStatus status = StatusRules.of(intent(SEALED, false, Plan.Kind.NEW), null, PATH, THREE_DAYS);

        assertThat(status.stateName()).isEqualTo("CREATING");
        assertThat(key(status))
                .isEqualTo(new CustomerKey(
                        "STARTING",
                        THEN,
                        "arn",
                        null,
                        null,
                        false,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        List.of()));
    }

    @Test
    void isDeletingWhateverElseIsGoingOn() {
        Intent leaving = new Intent(THEN, SEALED, true, false, null);
        Seen stopped = new Seen(Phase.STOPPED, true, THEN, List.of(), List.of(), null, null, null, List.of());

        assertThat(StatusRules.of(leaving, stopped, PATH, THREE_DAYS).stateName())
                .isEqualTo("DELETING");
    }

    @Rule("K3")
    @Test
    void speaksOfAKeyUntilItHasLeftIt() {
        KeyPath none = new KeyPath(List.of(), Optional.empty());

        assertThat(StatusRules.of(intent(PLAIN, false, null), null, none, THREE_DAYS)
                        .customerKey())
                .isNull();
        assertThat(key(StatusRules.of(intent(PLAIN, false, Plan.Kind.CHANGE), null, PATH, THREE_DAYS))
                        .key())
                .isEqualTo("arn");
    }

    private static CustomerKey key(ClusterStatus status) {
        return Objects.requireNonNull(status.customerKey());
    }

    private static Intent intent(ClusterSpec spec, boolean paused, Plan.@Nullable Kind kind) {
        Plan plan = kind == null ? null : new Plan(kind, THEN, kind == Plan.Kind.CHANGE ? PLAIN : null);
        return new Intent(THEN, spec, false, paused, plan);
    }

    private static List<StopReason> reasons(@Nullable String which) {
        StopReason key = new StopReason("KEY", "use", "arn", "us-east-1", "KEY_DISABLED", "It was disabled.", THEN);
        return switch (which) {
            case null -> List.of();
            case "HAND" -> List.of(HAND);
            case "KEY" -> List.of(key);
            default -> List.of(HAND, key);
        };
    }

    private static ClusterSpec spec(String provider) {
        return Requests.spec("{'name':'orders','encryptionAtRestProvider':'" + provider + "',"
                + shards(shard("AWS:US_EAST_1:3")) + "}");
    }
}
