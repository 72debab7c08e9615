package io.keyward.validation.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.EncryptionEvent.AzureAccess;
import io.keyward.contracts.EncryptionEvent.GoogleAccess;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.simulator.google.GoogleAccounts;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.store.AlertFixture;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.enforcement.ClusterFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestCredentials;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys of Azure and of Google Cloud that end on a day that the cloud tells: whom that is told to, and until when. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
@Rule("V9")
class KeyEndsIT {
    private static final String EXPIRING = "ENCRYPTION_AT_REST_KEY_EXPIRING";
    private static final String LETS_IN = """
            {"policy":{"bindings":[{"role":"roles/cloudkms.cryptoKeyEncrypterDecrypter","members":["serviceAccount:%1$s"]},
            {"role":"roles/cloudkms.viewer","members":["serviceAccount:%1$s"]}]}}""".formatted(GoogleAccounts.DEMO_ACCOUNT);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    AlertFixture alerts;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    ClusterFixture clusters;

    @Inject
    SweepFixture checks;

    @Inject
    TestCredentials credentials;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String credentialId = ObjectIds.next();

    @Test
    void aKeyOnAzureIsToldOfWithTheHoursThatAreLeftUntilItsLastDayIsFarAgain() {
        // Given
        var vault = "kw-" + UUID.randomUUID().toString().substring(0, 18);
        var end = Instant.now().plus(Duration.ofHours(20)).truncatedTo(ChronoUnit.SECONDS);
        use(keyOnAzure(vault), AzureAccounts.DEMO_APPLICATION_SECRET);

        // When
        endOnAzure(vault, end);

        // Then
        awaitAlerts(EXPIRING);
        assertThat(told("reason")).isEqualTo("KEY_EXPIRES");
        assertThat(told("explanation")).contains("19 hours were left");
        assertThat(told("(deadline = '" + end + "')")).isEqualTo("true");
        assertThat(told("clusters")).contains("orders");
        assertThat(verdict()).isEqualTo("VALID");

        // When
        endOnAzure(vault, end.plus(Duration.ofDays(300)));

        // Then
        awaitAlerts();
        assertThat(told("ending")).contains("which is not near");
    }

    /** A key that is to be destroyed cannot be used meanwhile, which is another alert. */
    @Test
    void aKeyVersionOnGoogleCloudIsCountedDownUntilItIsRestored() {
        // Given
        var version = keyOnGoogle();
        use(onGoogle(version), GoogleAccounts.demoKeyFile());

        // When
        google("POST", version + ":destroy", "{}");

        // Then
        awaitAlerts(EXPIRING, "GCP_ENCRYPTION_KEY_INVALID");
        assertThat(told("reason")).isEqualTo("KEY_DELETION_SCHEDULED");
        assertThat(told("explanation")).contains("71 hours were left");
        assertThat(told("(deadline between now() + interval '71 hours' and now() + interval '72 hours')"))
                .isEqualTo("true");

        // When
        google("POST", version + ":restore", "{}");
        google("PATCH", version + "?updateMask=state", "{\"state\":\"ENABLED\"}");

        // Then
        awaitAlerts();
        assertThat(verdict()).isEqualTo("VALID");
    }

    private void use(KeyUse use, String secret) {
        credentials.add(groupId, credentialId, secret);
        keyUses.configure(groupId, 1, use);
        await().atMost(PATIENCE).untilAsserted(() -> {
            checks.check(groupId);
            assertThat(verdict()).isEqualTo("VALID");
        });
        clusters.running(groupId, ObjectIds.next(), "orders", new CloudRegion(use.provider(), use.region()));
    }

    private void awaitAlerts(String... types) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            checks.check(groupId);
            assertThat(alerts.open(groupId)).containsExactly(types);
        });
    }

    private KeyUse keyOnAzure(String vault) {
        TestCloud.control(
                "PUT",
                "azure/vaults/" + vault,
                "{\"subscription\":\"%s\",\"group\":\"ends\",\"location\":\"%s\",\"rbac\":false}"
                        .formatted(AzureAccounts.CUSTOMER_SUBSCRIPTION, AzureAccounts.DEMO_LOCATION));
        TestCloud.control(
                "PUT",
                "azure/vaults/" + vault + "/policies/" + AzureAccounts.DEMO_APPLICATION,
                "{\"keys\":[\"get\",\"encrypt\",\"decrypt\"]}");
        var made = TestCloud.control("POST", "azure/vaults/" + vault + "/keys/key", "{}");
        var access = new AzureAccess(
                "AZURE",
                AzureAccounts.CUSTOMER_TENANT,
                AzureAccounts.DEMO_APPLICATION,
                credentialId,
                AzureAccounts.CUSTOMER_SUBSCRIPTION,
                "ends",
                vault);
        return new KeyUse(
                keyUseId,
                "AZURE",
                TestCloud.read(made).path("id").asText(),
                "global",
                true,
                false,
                null,
                null,
                false,
                access,
                null);
    }

    private static void endOnAzure(String vault, Instant end) {
        TestCloud.control("PATCH", "azure/vaults/" + vault + "/keys/key", "{\"expires\":\"" + end + "\"}");
    }

    /** A key whose destruction takes three days, rather than thirty. */
    private static String keyOnGoogle() {
        var place = "projects/%s/locations/%s/keyRings"
                .formatted(GoogleAccounts.CUSTOMER_PROJECT, GoogleAccounts.DEMO_LOCATION);
        var ring = "ends-" + UUID.randomUUID().toString().substring(0, 12);
        google("POST", place + "?keyRingId=" + ring, "{}");
        var key = place + "/" + ring + "/cryptoKeys";
        google(
                "POST",
                key + "?cryptoKeyId=orders",
                "{\"purpose\":\"ENCRYPT_DECRYPT\",\"destroyScheduledDuration\":\"259200s\"}");
        google("POST", key + "/orders:setIamPolicy", LETS_IN);
        return key + "/orders/cryptoKeyVersions/1";
    }

    private KeyUse onGoogle(String version) {
        return new KeyUse(
                keyUseId,
                "GCP",
                version,
                GoogleAccounts.DEMO_LOCATION,
                true,
                false,
                null,
                null,
                false,
                null,
                new GoogleAccess(credentialId, null));
    }

    private static void google(String method, String path, String body) {
        TestCloud.call(method, "/_hosts/cloudkms.googleapis.com/v1/" + path, body);
    }

    private String verdict() {
        return database.one("select verdict from key_use where key_use_id = ?", keyUseId);
    }

    private String told(String what) {
        return database.one(
                "select (" + what + ")::text from alert where group_id = ? and event_type_name = '" + EXPIRING + "'",
                groupId);
    }
}
