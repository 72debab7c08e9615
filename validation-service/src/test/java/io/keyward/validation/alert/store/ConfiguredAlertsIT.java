package io.keyward.validation.alert.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.alert.channel.Notification;
import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.alert.setup.SetupFixture;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.enforcement.ClusterFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestClouds;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts follow the configurations that ask for them; clusters do not. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class ConfiguredAlertsIT {
    private static final String KEY_INVALID = "AWS_ENCRYPTION_KEY_INVALID";
    private static final String EXPIRING = "ENCRYPTION_AT_REST_KEY_EXPIRING";
    private static final String ROTATION = "AWS_ENCRYPTION_KEY_NEEDS_ROTATION";

    @Inject
    AlertFixture alerts;

    @Inject
    SetupFixture setup;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    ClusterFixture clusters;

    @Inject
    SweepFixture checks;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String clusterId = ObjectIds.next();
    private final String arn = TestCloud.createKey();

    @BeforeEach
    void oneClusterUnderAKey() {
        setup.create(groupId, "Shop");
        keyUses.configure(groupId, 1, TestCloud.use(keyUseId, arn));
        checks.check(groupId);
        clusters.running(groupId, clusterId, "orders");
    }

    @Rule("N4")
    @Test
    void eachConfigurationHasItsOwnAlertAndTakesItAlong() {
        var mail = setup.configure(groupId, invalid(0));
        revoke();
        assertThat(alerts.open(groupId)).containsExactly(KEY_INVALID, KEY_INVALID);
        assertThat(mailsOf(mail)).containsExactly("ops@example.com");

        setup.toggle(groupId, mail, false);
        assertThat(statusOf(mail)).containsExactly("CANCELLED");
        assertThat(mailsOf(mail)).isEmpty();
        assertThat(alerts.open(groupId)).containsExactly(KEY_INVALID);

        setup.toggle(groupId, mail, true);
        assertThat(statusOf(mail)).containsExactly("CANCELLED", "OPEN");
        setup.forget(groupId, mail);
        assertThat(statusOf(mail)).containsExactly("CANCELLED", "CANCELLED");
        assertThat(alerts.open(groupId)).containsExactly(KEY_INVALID);
    }

    @Rule("N4")
    @Test
    void withoutAConfigurationNobodyIsToldAndTheClusterStopsAllTheSame() {
        setup.toggle(groupId, configurationOf(KEY_INVALID), false);

        revoke();

        assertThat(database.query("select id from alert where group_id = ?", groupId))
                .isEmpty();
        assertThat(database.query("select 1 from notice where group_id = ?", groupId))
                .isEmpty();
        assertThat(database.one("select phase from cluster where cluster_id = ?", clusterId))
                .isEqualTo("STOPPING");
    }

    @Rule("N4")
    @Test
    void whatHasNotLastedLongEnoughIsTrackedAndOpensByItself() {
        var late = setup.configure(groupId, invalid(10));
        revoke();
        assertThat(statusOf(late)).containsExactly("TRACKING");
        alerts.sweep();
        assertThat(statusOf(late)).containsExactly("TRACKING");
        assertThat(mailsOf(late)).isEmpty();

        database.query("update key_use set since = since - interval '11 minutes' where key_use_id = ?", keyUseId);
        sweepWhatIsDue();
        assertThat(statusOf(late)).containsExactly("OPEN");
        assertThat(mailsOf(late)).containsExactly("ops@example.com");

        TestCloud.enable(arn);
        checks.check(groupId);
        assertThat(statusOf(late)).containsExactly("CLOSED");
    }

    @Rule("N4")
    @Test
    void whatEndsBeforeItsDelayWasNeverAnAlert() {
        var late = setup.configure(groupId, invalid(10));
        revoke();
        TestCloud.enable(arn);
        checks.check(groupId);

        assertThat(statusOf(late)).isEmpty();
    }

    @Rule("C16")
    @Test
    void enablingAKeyBringsItsRotationConfigurationOnce() {
        assertThat(database.one(
                        "select threshold::text from alert_configuration where id = ?", configurationOf(ROTATION)))
                .isEqualTo("90");
        setup.forget(groupId, configurationOf(ROTATION));

        keyUses.configure(groupId, 2, TestCloud.use(ObjectIds.next(), TestCloud.createKey()));
        assertThat(rotationConfigurations()).isEmpty();

        keyUses.configure(groupId, 3);
        keyUses.configure(groupId, 4, TestCloud.use(ObjectIds.next(), arn));
        assertThat(rotationConfigurations()).hasSize(1);
    }

    /** What is told of keys of the other clouds is what is told of those on AWS. */
    @Rule({"C16", "N1"})
    @ParameterizedTest
    @ValueSource(strings = {"AZURE", "GCP"})
    void theClockOfEachProviderRunsByItself(String provider) {
        var type = provider + "_ENCRYPTION_KEY_NEEDS_ROTATION";
        keyUses.configure(groupId, 2, TestCloud.use(keyUseId, arn), on(provider));
        assertThat(database.one("select threshold::text from alert_configuration where id = ?", configurationOf(type)))
                .isEqualTo("90");
        assertThat(statusOf(configurationOf(provider + "_ENCRYPTION_KEY_INVALID")))
                .isEmpty();

        database.query(
                "update key_age set since = since - interval '91 days' where group_id = ? and provider = ? returning 1",
                groupId,
                provider);
        sweepWhatIsDue();
        assertThat(alerts.open(groupId)).containsExactly(type);
        assertThat(database.one("select remedy from alert where group_id = ?", groupId))
                .doesNotContain("kms:");

        keyUses.configure(groupId, 3, TestCloud.use(keyUseId, arn), on(provider));
        assertThat(alerts.open(groupId)).isEmpty();
        assertThat(database.query(
                        "select id from alert_configuration where group_id = ? and event_type_name = ?", groupId, type))
                .hasSize(1);
    }

    private static KeyUse on(String provider) {
        return provider.equals("AZURE")
                ? TestClouds.azure(ObjectIds.next(), null)
                : TestClouds.google(ObjectIds.next(), ObjectIds.next());
    }

    @Rule("C16")
    @Test
    void aKeyThatIsTooOldHasAnAlertUntilThereIsAnotherOne() {
        know("rotated_at = null, rotation_source = null, next_rotation_at = null");
        database.query("update key_age set since = since - interval '91 days' where group_id = ?", groupId);
        sweepWhatIsDue();
        assertThat(alerts.open(groupId)).containsExactly(ROTATION);

        keyUses.configure(groupId, 2, TestCloud.use(ObjectIds.next(), TestCloud.createKey()));

        assertThat(alerts.open(groupId)).isEmpty();
        assertThat(database.one("select status || ': ' || ending from alert where group_id = ?", groupId))
                .startsWith("CLOSED")
                .contains("clock starts again");
        assertThat(database.one(
                        "select (since > now() - interval '1 hour')::text from key_age where group_id = ?", groupId))
                .isEqualTo("true");
    }

    @Rule("N1")
    @Test
    void aRotationThatIsSeenEndsTheAlert() {
        know("rotated_at = null, rotation_source = null, next_rotation_at = null");
        database.query("update key_age set since = since - interval '91 days' where group_id = ?", groupId);
        sweepWhatIsDue();
        assertThat(alerts.open(groupId)).containsExactly(ROTATION);

        know("rotated_at = now() - interval '1 day', rotation_source = 'ROTATION_RECORD'");
        sweepWhatIsDue();

        assertThat(database.one("select status || ': ' || ending from alert where group_id = ?", groupId))
                .startsWith("CLOSED: The key was rotated on ");
    }

    @Rule("V9")
    @Test
    void aKeyThatEndsSoonHasAnAlertUntilItsLastDayIsFarAgain() {
        know("ends_at = now() + interval '100 hours', end_kind = 'DELETION'");
        sweepWhatIsDue();
        assertThat(alerts.open(groupId)).containsExactly(EXPIRING);
        assertThat(database.one(
                        "select reason || ' ' || clusters || ' ' || (deadline > now())::text from alert where group_id = ?",
                        groupId))
                .startsWith("KEY_DELETION_SCHEDULED")
                .contains("orders")
                .endsWith("true");

        know("ends_at = now() + interval '169 hours'");
        sweepWhatIsDue();
        assertThat(statusOf(configurationOf(EXPIRING))).containsExactly("CLOSED");
    }

    @Test
    void aProjectThatIsGoneHasNeitherAlertsNorConfigurationsNorMails() {
        revoke();
        setup.delete(groupId);

        assertThat(database.query("select status from alert where group_id = ?", groupId))
                .containsExactly("CANCELLED");
        assertThat(database.query("select 1 from notice where group_id = ?", groupId))
                .isEmpty();
        keyUses.configure(groupId, 2);
        setup.create(groupId, "Shop");
        assertThat(database.query("select id from alert_configuration where group_id = ?", groupId))
                .isEmpty();
    }

    private void revoke() {
        TestCloud.disable(arn);
        checks.check(groupId);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        database.one("select verdict from key_use where key_use_id = ?", keyUseId))
                .isEqualTo("REVOKED"));
    }

    /** What a check would have learned of the key's life. */
    private void know(String life) {
        database.query("update key_use set " + life + " where group_id = ? returning key_use_id", groupId);
    }

    private void sweepWhatIsDue() {
        database.query("update alert_project set look_at = now() - interval '1 second' where group_id = ?", groupId);
        alerts.sweep();
    }

    private List<String> rotationConfigurations() {
        return database.query(
                "select id from alert_configuration where group_id = ? and event_type_name = ?", groupId, ROTATION);
    }

    private String configurationOf(String type) {
        return database.one(
                "select id from alert_configuration where group_id = ? and event_type_name = ?", groupId, type);
    }

    private List<String> statusOf(String configurationId) {
        return database.query(
                "select status from alert where configuration_id = ? order by created_at", configurationId);
    }

    private List<String> mailsOf(String configurationId) {
        return database.query(
                "select m.addresses from notice m join alert a on a.id = m.alert_id where a.configuration_id = ?",
                configurationId);
    }

    private static AlertConfiguration.Content invalid(int delayMin) {
        var mail = new Notification(ObjectIds.next(), delayMin, 60, null, new Channel.Email("ops@example.com"));
        return new AlertConfiguration.Content(
                AlertType.AWS_ENCRYPTION_KEY_INVALID, true, null, null, List.of(), List.of(mail));
    }
}
