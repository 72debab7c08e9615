package io.keyward.validation.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.simulator.google.GoogleAccounts;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestClouds;
import io.keyward.validation.support.TestCredentials;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What opens customers' clouds: fetched when a key use names it, kept sealed, forgotten when none does any more. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class CredentialsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String STATE =
            "select coalesce(last_outcome, '') || ' ' || coalesce(last_reason, '') from key_use where group_id = ?";
    private static final String KEPT = "select count(*)::text from credential where group_id = ?";

    @Inject
    KeyUseFixture keyUses;

    @Inject
    SweepFixture sweep;

    @Inject
    Database database;

    @Inject
    TestCredentials source;

    private final String groupId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String credentialId = ObjectIds.next();

    @AfterEach
    void answerAgain() {
        source.silent(false);
    }

    @Test
    @Rule({"V1", "P4", "C13"})
    void aKeyOnAzureIsCheckedWithASecretThatIsKeptSealed() {
        source.add(groupId, credentialId, AzureAccounts.DEMO_APPLICATION_SECRET);

        configure(1, TestClouds.azure(keyUseId, credentialId));
        awaitState("VALID ");

        assertThat(sealed()).isNotEmpty().doesNotContain(AzureAccounts.DEMO_APPLICATION_SECRET);
        assertThat(database.query("select evidence from key_check where group_id = ?", groupId))
                .allSatisfy(told -> assertThat(told).doesNotContain(AzureAccounts.DEMO_APPLICATION_SECRET));
    }

    @Test
    @Rule({"V1", "P4", "C14"})
    void aKeyOnGoogleCloudIsCheckedWithAKeyFileThatIsKeptSealed() {
        source.add(groupId, credentialId, GoogleAccounts.demoKeyFile());

        configure(1, TestClouds.google(keyUseId, credentialId));
        awaitState("VALID ");

        assertThat(sealed()).isNotEmpty().doesNotContain("private_key");
    }

    @Test
    @Rule({"V1", "C13"})
    void aKeyThatOurOwnApplicationIsLetInToTakesNoSecretOfTheCustomers() {
        configure(1, TestClouds.azure(keyUseId, null));
        awaitState("VALID ");

        assertThat(database.one(KEPT, groupId)).isEqualTo("0");
    }

    @Test
    @Rule({"P2", "V3"})
    void whatCannotBeHadSaysNothingAboutTheKey() {
        source.add(groupId, credentialId, AzureAccounts.DEMO_APPLICATION_SECRET);
        source.silent(true);
        configure(1, TestClouds.azure(keyUseId, credentialId));
        awaitState("INCONCLUSIVE CREDENTIALS_NOT_AT_HAND");

        source.silent(false);
        awaitState("VALID ");

        source.silent(true);
        sweep.check(groupId);
        awaitState("VALID ");
    }

    @Test
    @Rule("P4")
    void anotherSecretTakesTheOnesPlaceAndWithoutAnyNothingIsKept() {
        var another = ObjectIds.next();
        source.add(groupId, credentialId, AzureAccounts.DEMO_APPLICATION_SECRET);
        source.add(groupId, another, AzureAccounts.DEMO_APPLICATION_SECRET);
        configure(1, TestClouds.azure(keyUseId, credentialId));
        awaitState("VALID ");

        configure(2, TestClouds.azure(keyUseId, another));
        awaitKept(another);

        configure(3);
        assertThat(database.one(KEPT, groupId)).isEqualTo("0");
    }

    private void configure(long revision, KeyUse... uses) {
        keyUses.configure(groupId, revision, uses);
    }

    private void awaitState(String state) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            sweep.check(groupId);
            assertThat(database.one(STATE, groupId)).isEqualTo(state);
        });
    }

    private void awaitKept(String id) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            sweep.check(groupId);
            assertThat(database.query("select credential_id from credential where group_id = ?", groupId))
                    .containsExactly(id);
        });
    }

    private String sealed() {
        return database.one("select encode(sealed, 'escape') from credential where group_id = ?", groupId);
    }
}
