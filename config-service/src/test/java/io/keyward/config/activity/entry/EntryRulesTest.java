package io.keyward.config.activity.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.contracts.Actor;
import io.keyward.contracts.AlertEvent;
import io.keyward.contracts.AlertEvent.Alert;
import io.keyward.contracts.AlertEvent.Subject;
import io.keyward.contracts.BackupEvent;
import io.keyward.contracts.ClusterEvent;
import io.keyward.contracts.EncryptionEvent.EncryptionConfigured;
import io.keyward.contracts.EncryptionEvent.GoogleAccess;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.contracts.EndpointEvent;
import io.keyward.contracts.EnforcementEvent;
import io.keyward.contracts.EnforcementEvent.Enforcement;
import io.keyward.contracts.EnforcementEvent.StopReason;
import io.keyward.contracts.Event;
import io.keyward.contracts.KeyEvent;
import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.contracts.KeyEvent.KeyFacts;
import io.keyward.contracts.ModeEvent;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where what the log says depends on more than the kind of event. */
@Rule("N6")
class EntryRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Actor SELF = Actor.system("validation-service");
    private static final Actor ENDPOINTS = Actor.system("endpoint-service");

    @ParameterizedTest
    @CsvSource({
        "API_KEY,         CLUSTER_UPDATE_SUBMITTED",
        "SERVICE_ACCOUNT, CLUSTER_UPDATE_SUBMITTED",
        "SYSTEM,          CLUSTER_UPDATE_STARTED_INTERNAL",
        "DRIVER,          CLUSTER_UPDATE_STARTED_INTERNAL"
    })
    void whatNobodyAskedForInParticularHasANameOfItsOwn(String actor, EventType type) {
        assertThat(types(new ClusterEvent.ClusterUpdated(
                        "c",
                        1,
                        NOW,
                        new Actor(actor, "a", "a", null),
                        "g",
                        "orders",
                        "AWS",
                        List.of(),
                        List.of(),
                        false)))
                .containsExactly(type);
    }

    @Test
    void whatSomebodyPausedStopsUnderAnotherName() {
        assertThat(types(new EnforcementEvent.StopRequested("c", 1, NOW, SELF, stoppedFor("HAND"))))
                .isEmpty();
        assertThat(types(new EnforcementEvent.Stopped("c", 1, NOW, SELF, stoppedFor("HAND"))))
                .containsExactly(EventType.CLUSTER_PAUSED);
        assertThat(types(new EnforcementEvent.Stopped("c", 1, NOW, SELF, stoppedFor("HAND", "KEY"))))
                .containsExactly(EventType.CLUSTER_AUTOMATICALLY_PAUSED);
    }

    @Test
    void aPhaseThatIsToldAgainIsTheSameOccurrence() {
        var stopped = new EnforcementEvent.Stopped("c", 1, NOW, SELF, stoppedFor("KEY"));
        var toldAgain = new EnforcementEvent.Stopped("c", 2, NOW.plusSeconds(9), SELF, stoppedFor("KEY"));

        assertThat(occurrences(toldAgain)).isEqualTo(occurrences(stopped));
    }

    @Test
    void dataThatLeavesAProjectIsInTheLogsOfBoth() {
        var restore = new BackupEvent.Restore(
                "from",
                "c",
                "orders",
                "s",
                List.of(),
                "AUTOMATED",
                new BackupEvent.Target("to", "d", "copy"),
                null,
                1,
                NOW,
                null);

        List<Finding> findings = EntryRules.findings(new BackupEvent.RestoreRequested("r", 1, NOW, SELF, restore));

        assertThat(findings).extracting(found -> found.entry().groupId()).containsExactly("to", "from");
        assertThat(findings).extracting(found -> found.entry().clusterName()).containsExactly("copy", "orders");
        assertThat(findings).extracting(Finding::occurrences).doesNotHaveDuplicates();
    }

    @Test
    void aVerdictThatIsToldAgainIsTheSameOccurrence() {
        var facts = new KeyFacts("g", "AWS", "arn", "us-east-1", "VALID", NOW, NOW, null);
        var evidence = new Evidence("VALID", null, "It was used.", null, List.of());

        assertThat(occurrences(new KeyEvent.KeyValidated("k", 2, NOW.plusSeconds(9), SELF, facts, evidence)))
                .isEqualTo(occurrences(new KeyEvent.KeyValidated("k", 1, NOW, SELF, facts, evidence)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AWS, AWS_ENCRYPTION_KEY_INVALID",
                "AZURE, AZURE_ENCRYPTION_KEY_INVALID",
                "GCP, GCP_ENCRYPTION_KEY_INVALID",
                "MOON, -"
            })
    void verdictsAreNamedByTheirProvider(String provider, EventType type) {
        var facts = new KeyFacts("g", provider, "arn", "us-east-1", "REVOKED", NOW, NOW, null);
        var evidence = new Evidence("REVOKED", "KEY_DISABLED", "It is disabled.", null, List.of());

        assertThat(types(new KeyEvent.KeyRevoked("k", 1, NOW, SELF, facts, evidence)))
                .isEqualTo(type == null ? List.of() : List.of(type));
    }

    @Test
    @Rule({"V8", "N6"})
    void aHoldIsTheProjectsMatterAndItsReasonsAreNot() {
        var facts = new KeyFacts("g", "AWS", "arn", "us-east-1", "VALID", NOW, NOW, null, NOW, null);
        var free = new KeyFacts("g", "AWS", "arn", "us-east-1", "VALID", NOW, NOW, null);
        var evidence = new Evidence("REVOKED", "KEY_DISABLED", "It is disabled.", null, List.of());
        var operator = new Actor(Actor.OPERATOR, "o", "o", null);
        var held = new KeyEvent.KeyHeld("k", 1, NOW, SELF, facts, evidence);
        var guard = new ModeEvent.GuardChanged(
                ModeEvent.GuardChanged.GUARD, 1, NOW, operator, "HOLDING", NOW, 40, 40, 40, 10, null, null);

        assertThat(occurrences(new KeyEvent.KeyHeld("k", 2, NOW.plusSeconds(9), SELF, facts, evidence)))
                .isEqualTo(occurrences(held));
        assertThat(details(held)).allMatch(said -> said.contains("Nothing is stopped"));
        assertThat(types(new KeyEvent.KeyHoldDecided("k", 2, NOW, operator, free, "RELEASE")))
                .containsExactly(EventType.ENCRYPTION_AT_REST_KEY_RELEASED);
        assertThat(types(new KeyEvent.KeyHoldDecided("k", 2, NOW, operator, free, "REFUSE")))
                .containsExactly(EventType.ENCRYPTION_AT_REST_KEY_REFUSED);
        assertThat(types(new KeyEvent.KeyHoldDecided("k", 2, NOW, operator, free, "WAIT")))
                .isEmpty();
        assertThat(types(guard)).isEmpty();
    }

    @Test
    void aProjectThatIsCheckedAtAPaceOfItsOwnSaysSo() {
        assertThat(details(new ModeEvent.ModeChanged("g", 1, NOW, SELF, null, "ENFORCE", 60, 60)))
                .containsExactly(
                        "The mode of the project is ENFORCE, as the installation's. Its keys are checked every 60 seconds.");
    }

    @Test
    void aKeyBesideFormerOnesHasTakenTheirPlaceOnce() {
        var alone = new EncryptionConfigured("g", 1, NOW, SELF, List.of(use("new", false)));
        var replaced = new EncryptionConfigured("g", 2, NOW, SELF, List.of(use("new", false), use("old", true)));
        var changed = new EncryptionConfigured("g", 3, NOW, SELF, List.of(use("new", false), use("old", true)));

        assertThat(types(alone)).containsExactly(EventType.ENCRYPTION_AT_REST_CONFIGURATION_UPDATED);
        assertThat(types(replaced))
                .containsExactly(
                        EventType.ENCRYPTION_AT_REST_KEY_ROTATION_STARTED,
                        EventType.ENCRYPTION_AT_REST_CONFIGURATION_UPDATED);
        assertThat(occurrences(changed).getFirst().getFirst())
                .isEqualTo(occurrences(replaced).getFirst().getFirst());
        assertThat(occurrences(replaced).getFirst())
                .containsAll(occurrences(replaced).getLast());
    }

    @Test
    void aKeyOfAnotherProviderTakesNobodysPlace() {
        var elsewhere = new KeyUse(
                "u", "GCP", "k", "us-east4", true, false, null, "other", false, null, new GoogleAccess("c", null));
        var replaced =
                new EncryptionConfigured("g", 2, NOW, SELF, List.of(use("new", false), use("old", true), elsewhere));

        assertThat(types(replaced))
                .containsExactly(
                        EventType.ENCRYPTION_AT_REST_KEY_ROTATION_STARTED,
                        EventType.ENCRYPTION_AT_REST_CONFIGURATION_UPDATED);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AWS_ENCRYPTION_KEY_INVALID,                   -,                                            -",
                "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_FAILED,   -,                                            -",
                "ENCRYPTION_AT_REST_MULTI_CLOUD_CLUSTER_DISABLED, -,                                         -",
                "ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_APPROVAL, ALERT_OPENED,                         ALERT_CLOSED",
                "ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED, ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED, ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_RESTORED",
                "AWS_ENCRYPTION_KEY_NEEDS_ROTATION,            AWS_ENCRYPTION_KEY_NEEDS_ROTATION,            AWS_ENCRYPTION_KEY_ROTATED",
                "AZURE_ENCRYPTION_KEY_NEEDS_ROTATION,          AZURE_ENCRYPTION_KEY_NEEDS_ROTATION,          AZURE_ENCRYPTION_KEY_ROTATED",
                "GCP_ENCRYPTION_KEY_NEEDS_ROTATION,            GCP_ENCRYPTION_KEY_NEEDS_ROTATION,            GCP_ENCRYPTION_KEY_ROTATED",
                "CLUSTER_STOP_NOT_OBSERVED,                    ALERT_OPENED,                                 ALERT_CLOSED"
            })
    void alertsSayWhatNothingElseSays(String alert, EventType opened, EventType closed) {
        assertThat(types(new AlertEvent.AlertOpened("a", 1, NOW, SELF, alert(alert, null))))
                .isEqualTo(opened == null ? List.of() : List.of(opened));
        assertThat(types(new AlertEvent.AlertClosed("a", 2, NOW, SELF, alert(alert, null))))
                .isEqualTo(closed == null ? List.of() : List.of(closed));
    }

    @Test
    void acknowledgingAnAlertAndTakingItBackAreTwoThings() {
        assertThat(types(new AlertEvent.AlertAcknowledged("a", 1, NOW, SELF, alert("X", NOW))))
                .containsExactly(EventType.ALERT_ACKNOWLEDGED_AUDIT);
        assertThat(types(new AlertEvent.AlertAcknowledged("a", 1, NOW, SELF, alert("X", null))))
                .containsExactly(EventType.ALERT_UNACKNOWLEDGED_AUDIT);
    }

    @Test
    @Rule({"E6", "N6"})
    void anEndpointIsLostOnceAndReplacedOnceHoweverOftenThatIsTold() {
        var lost = new EndpointEvent.EndpointLost("e1", 1, NOW, ENDPOINTS, endpoint(null, null, "It is gone."));
        var later = NOW.plusSeconds(9);
        var troubled = new EndpointEvent.EndpointLost("e1", 2, later, ENDPOINTS, endpoint(null, null, "Not now."));
        var replaced = new EndpointEvent.EndpointLost("e1", 3, later, ENDPOINTS, endpoint(null, "e2", "It is gone."));

        assertThat(types(lost)).containsExactly(EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_LOST);
        assertThat(occurrences(troubled)).isEqualTo(occurrences(lost));
        assertThat(types(replaced))
                .containsExactly(
                        EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_LOST,
                        EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_REPLACED);
        assertThat(occurrences(replaced).getFirst()).isEqualTo(occurrences(lost).getFirst());
        assertThat(details(lost))
                .containsExactly(
                        "The private endpoint e1 at AWS in us-east-1 was removed or rejected in the cloud: It is gone.");
        assertThat(details(replaced).getLast()).endsWith(" is replaced by e2.");
    }

    @Test
    @Rule({"E6", "N6"})
    void whatReplacesAnEndpointSaysWhichAndWhoAskedForIt() {
        var tenant = new Actor(Actor.API_KEY, "k", "tenant", "192.0.2.7");
        var wanted = new EndpointEvent.EndpointRequested("e1", 1, NOW, tenant, endpoint(null, null, null));
        var replacement = new EndpointEvent.EndpointRequested("e2", 1, NOW, ENDPOINTS, endpoint("e1", null, null));
        var waiting = new EndpointEvent.EndpointAwaitingApproval("e2", 2, NOW, ENDPOINTS, endpoint("e1", null, null));

        assertThat(details(wanted)).allMatch(said -> said.endsWith(" was asked for."));
        assertThat(details(replacement)).allMatch(said -> said.endsWith(" was asked for in the place of e1."));
        assertThat(EntryRules.findings(replacement))
                .allSatisfy(found -> assertThat(found.entry().actor()).isEqualTo(ENDPOINTS));
        assertThat(types(waiting)).containsExactly(EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_PENDING_ACCEPTANCE);
    }

    @Test
    @Rule({"E6", "N6"})
    void whoAsksForAnEndpointThatReplacesOneAlreadyIsNamed() {
        var tenant = new Actor(Actor.API_KEY, "k", "tenant", "192.0.2.7");
        var replacement =
                new EndpointEvent.EndpointAwaitingApproval("e2", 1, NOW, ENDPOINTS, endpoint("e1", null, null));
        var takenOver = new EndpointEvent.EndpointAwaitingApproval("e2", 2, NOW, tenant, endpoint("e1", null, null));

        List<Finding> findings = EntryRules.findings(takenOver);

        assertThat(findings.getFirst().occurrences())
                .isEqualTo(occurrences(replacement).getFirst());
        assertThat(findings.getLast().entry().type()).isEqualTo(EventType.ENCRYPTION_AT_REST_PRIVATE_ENDPOINT_ADOPTED);
        assertThat(findings.getLast().entry().actor()).isEqualTo(tenant);
        assertThat(findings.getLast().entry().detail()).contains("it is there already, in the place of e1");
        assertThat(types(replacement)).hasSize(1);
    }

    private static EndpointEvent.Endpoint endpoint(
            @Nullable String predecessor, @Nullable String successor, @Nullable String message) {
        return new EndpointEvent.Endpoint("g", "AWS", "us-east-1", NOW, null, null, message, predecessor, successor);
    }

    private static List<String> details(Event event) {
        return EntryRules.findings(event).stream()
                .map(finding -> finding.entry().detail())
                .toList();
    }

    private static List<EventType> types(Event event) {
        return EntryRules.findings(event).stream()
                .map(finding -> finding.entry().type())
                .toList();
    }

    private static List<List<String>> occurrences(Event event) {
        return EntryRules.findings(event).stream().map(Finding::occurrences).toList();
    }

    private static Enforcement stoppedFor(String... kinds) {
        List<StopReason> reasons = List.of(kinds).stream()
                .map(kind -> new StopReason(kind, null, null, null, "SOME_REASON", "It is so.", NOW))
                .toList();
        return new Enforcement("g", "orders", 1, NOW, reasons);
    }

    private static KeyUse use(String keyId, boolean former) {
        return new KeyUse("use-" + keyId, "AWS", "arn:" + keyId, "us-east-1", !former, false, null, keyId, former);
    }

    private static Alert alert(String type, Instant acknowledgedUntil) {
        return new Alert(
                "g",
                type,
                "OPEN",
                new Subject("KEY_USE", "k", "arn", "us-east-1"),
                List.of(),
                null,
                "It is so.",
                null,
                NOW,
                acknowledgedUntil,
                null,
                null,
                null);
    }
}
