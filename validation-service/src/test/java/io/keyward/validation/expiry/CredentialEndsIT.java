package io.keyward.validation.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.store.AlertFixture;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestClouds;
import io.keyward.validation.support.TestCredentials;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets of customers' applications that end: what Graph tells of them, over the wire, and whom that is told to. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
@Rule("V9")
class CredentialEndsIT {
    private static final String EXPIRING = "ENCRYPTION_AT_REST_KEY_EXPIRING";
    private static final String DEMO = "azure/applications/" + AzureAccounts.DEMO_APPLICATION;
    private static final String GRANT = DEMO + "/tenants/" + AzureAccounts.CUSTOMER_TENANT + "/graph";
    private static final String SECRET = "q7x-" + ObjectIds.next();

    @Inject
    ExpiryFixture expiry;

    @Inject
    AlertFixture alerts;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    SweepFixture checks;

    @Inject
    TestCredentials source;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String credentialId = ObjectIds.next();
    private final Instant end = Instant.now().plus(Duration.ofHours(100)).truncatedTo(ChronoUnit.MILLIS);

    @BeforeEach
    void aKeyOnAzureThatASecretOpens() {
        addSecret("ends", SECRET, end);
        source.add(groupId, credentialId, SECRET);
        keyUses.configure(groupId, 1, TestClouds.azure(keyUseId, credentialId));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            checks.check(groupId);
            assertThat(database.one("select verdict from key_use where key_use_id = ?", keyUseId))
                    .isEqualTo("VALID");
        });
    }

    @AfterEach
    void forget() {
        TestCloud.control("DELETE", GRANT, "");
        TestCloud.control("DELETE", DEMO + "/secrets/ends", "");
        TestCloud.control("DELETE", DEMO + "/secrets/twin", "");
    }

    @Test
    void aSecretThatEndsSoonHasAnAlertWithTheHoursThatAreLeftUntilAnotherTookItsPlace() {
        TestCloud.control("PUT", GRANT, "");
        expiry.sweep();

        assertThat(alerts.open(groupId)).containsExactly(EXPIRING);
        assertThat(told("reason")).isEqualTo("CREDENTIAL_EXPIRES");
        assertThat(told("explanation")).contains("What opens the key for the project expires", "99 hours were left");
        assertThat(told("deadline = '" + end + "'")).isEqualTo("true");

        var another = ObjectIds.next();
        source.add(groupId, another, AzureAccounts.DEMO_APPLICATION_SECRET);
        keyUses.configure(groupId, 2, TestClouds.azure(keyUseId, another));
        assertThat(alerts.open(groupId)).isEmpty();
    }

    @Test
    void whoeverIsNotAllowedToLookKnowsNothingAndAsksOnceADay() {
        expiry.sweep();
        assertThat(alerts.open(groupId)).isEmpty();
        assertThat(end()).isEqualTo("unknown");

        TestCloud.control("PUT", GRANT, "");
        expiry.sweep();
        assertThat(end()).isEqualTo("unknown");

        dayAfter();
        assertThat(end()).isEqualTo("known");
        assertThat(database.one("select verdict from key_use where key_use_id = ?", keyUseId))
                .isEqualTo("VALID");
    }

    @Test
    void whatCannotBeToldApartIsNotTold() {
        TestCloud.control("PUT", GRANT, "");
        addSecret("twin", SECRET + "-twin", end.plus(Duration.ofDays(300)));
        expiry.sweep();
        assertThat(end()).isEqualTo("unknown");

        TestCloud.control("DELETE", DEMO + "/secrets/twin", "");
        dayAfter();
        assertThat(end()).isEqualTo("known");
    }

    @Test
    void whatIsKnownStaysWhenNobodyTellsAnyMoreAndGoesWithTheSecret() {
        TestCloud.control("PUT", GRANT, "");
        expiry.sweep();
        TestCloud.control("DELETE", GRANT, "");
        dayAfter();
        assertThat(end()).isEqualTo("known");

        keyUses.configure(groupId, 2);
        assertThat(database.query("select 1 from credential_end where group_id = ?", groupId))
                .isEmpty();
    }

    private void dayAfter() {
        database.query(
                "update credential_end set looked_at = looked_at - interval '25 hours' where group_id = ? returning 1",
                groupId);
        expiry.sweep();
    }

    private String end() {
        return database.one(
                "select case when ends_at is null then 'unknown' else 'known' end from credential_end where group_id = ?",
                groupId);
    }

    private String told(String what) {
        return database.one("select (" + what + ")::text from alert where group_id = ?", groupId);
    }

    private static void addSecret(String id, String value, Instant endsAt) {
        TestCloud.control(
                "POST",
                DEMO + "/secrets",
                "{\"id\":\"%s\",\"value\":\"%s\",\"endsAt\":\"%s\"}".formatted(id, value, endsAt));
    }
}
