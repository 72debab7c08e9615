package io.keyward.validation.provider.azure;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.clouds.Freshness;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.testkit.Rule;
import io.keyward.validation.check.Evidence.Call;
import io.keyward.validation.check.KeyAccess.AzureApplication;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Valid;
import io.keyward.validation.check.KeyLife.End;
import io.keyward.validation.check.KeyLife.RotationSource;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AzureKey;
import io.keyward.validation.check.Probe;
import io.keyward.validation.check.Secret;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check does on Azure besides what each answer means. */
class AzureKeyCheckerIT {
    private static AzureKeyOwner owner;

    private String key;
    private Probe probe;

    @BeforeAll
    static void startAzure() {
        owner = new AzureKeyOwner();
    }

    @AfterAll
    static void stopAzure() {
        owner.close();
    }

    @BeforeEach
    void useAKey() {
        key = owner.createKey();
        probe = requireNonNull(((Valid) check(Freshness.FRESH, null)).freshProbe());
    }

    @AfterEach
    void calm() {
        owner.calm();
    }

    @Test
    @Rule({"V5", "P6"})
    void tellsEachCallWithTheIdThatAzureKnowsItBy() {
        var check = check(Freshness.FRESH, probe);

        assertThat(operations(check))
                .containsExactly("entra:Token", "keyvault:GetKey", "keyvault:Decrypt", "keyvault:Encrypt");
        assertThat(check.evidence().calls()).allSatisfy(call -> {
            assertThat(call.code()).isEqualTo("OK");
            assertThat(call.requestId()).isNotBlank();
        });
        assertThat(check.toString()).doesNotContain(AzureAccounts.DEMO_APPLICATION_SECRET);
    }

    /** A key pair's public half would do for that, and nothing would be learned. */
    @Test
    @Rule("V5")
    void encryptsNothingByItself() {
        owner.cloud()
                .disturb(new JsonObject()
                        .put("service", "key-vault")
                        .put("operation", "Encrypt")
                        .put("effect", "UNREACHABLE"));

        assertThat(check(Freshness.FRESH, probe).outcome()).isEqualTo("INCONCLUSIVE");
    }

    /** No local arithmetic would notice. */
    @Test
    @Rule("V5")
    void isNotDeceivedByADisabledKeyThatStillEncrypts() {
        owner.permit(AzureKeyOwner.vaultOf(key), "encrypt", "decrypt");
        owner.disable(key);

        assertThat(check(Freshness.FRESH, null).reasonCode()).contains("KEY_DISABLED");
    }

    @Test
    void aTokenServesUntilSomethingIsDeniedAndNoFreshCheck() {
        check(Freshness.CACHED, probe);
        var cached = check(Freshness.CACHED, probe);
        owner.deny(key);
        var denied = check(Freshness.CACHED, probe);

        assertThat(operations(cached)).doesNotContain("entra:Token");
        assertThat(operations(denied)).contains("entra:Token");
        assertThat(denied.reasonCode()).contains("ASSIGNMENT_REVOKED");
        assertThat(operations(check(Freshness.FRESH, probe))).contains("entra:Token");
    }

    @Test
    @Rule("C12")
    void asksNobodyForAKeyOfAnotherVault() {
        var elsewhere = AzureKeyOwner.key(
                "https://evil.example/keys/key/1", AzureKeyOwner.access(AzureKeyOwner.vaultOf(key)), null);

        var check = owner.check(elsewhere, Freshness.FRESH);

        assertThat(check.reasonCode()).contains("INVALID_REQUEST");
        assertThat(check.evidence().calls()).isEmpty();
    }

    /** As before a configuration is accepted: nothing is kept of such a secret. */
    @Test
    @Rule("C2")
    void takesASecretThatIsGiven() {
        var asked = owner.key(key, null);
        var wrong = new AzureKey(
                asked.groupId(), null, key, "global", asked.path(), asked.access(), new Secret("wrong"), null, false);

        assertThat(owner.check(wrong, Freshness.FRESH).reasonCode()).contains("CREDENTIALS_INVALID");
    }

    @Test
    @Rule("C13")
    void aKeyThatIsProposedHasToBeInTheGroupThatIsNamed() {
        var works = propose("contract", false);
        var elsewhere = propose("elsewhere", false);

        assertThat(works.outcome()).as(works.toString()).isEqualTo("VALID");
        assertThat(operations(works)).endsWith("entra:Token", "arm:GetVault");
        assertThat(elsewhere.reasonCode()).contains("KEY_ELSEWHERE");
        assertThat(elsewhere.evidence().remedy()).contains("resource group");
    }

    @Test
    @Rule("C13")
    void aPrivateWayNeedsTheCustomersNetworkProvider() {
        register("Microsoft.KeyVault");
        var unregistered = propose("contract", true);
        var overTheInternet = propose("contract", false);
        register("Microsoft.KeyVault", "Microsoft.Network");

        assertThat(unregistered.reasonCode()).contains("PRIVATE_NETWORK_NOT_ENABLED");
        assertThat(unregistered.evidence().remedy()).contains("Microsoft.Network");
        assertThat(overTheInternet.outcome()).isEqualTo("VALID");
        assertThat(propose("contract", true).outcome()).isEqualTo("VALID");
    }

    private static void register(String... providers) {
        owner.cloud()
                .control(
                        "PUT",
                        "/azure/subscriptions/" + AzureAccounts.CUSTOMER_SUBSCRIPTION,
                        new JsonObject()
                                .put("tenant", AzureAccounts.CUSTOMER_TENANT)
                                .put("name", "customer")
                                .put("registered", new JsonArray(List.of(providers))));
    }

    /** As before a configuration is accepted. */
    private KeyCheck propose(String group, boolean privately) {
        var access = owner.key(key, null).access();
        var proposed = new AzureApplication(
                access.environment(),
                access.tenantId(),
                access.clientId(),
                access.credentialId(),
                access.subscriptionId(),
                group,
                access.vault());
        var path = new KeyPath.Public(privately);
        return owner.check(
                new AzureKey("group", null, key, "global", path, proposed, null, null, false), Freshness.FRESH);
    }

    @Test
    @Rule("V9")
    void learnsWhenTheKeyEndsAndHowOldItIs() {
        owner.change(key, new JsonObject().put("expires", "2099-01-01T00:00:00Z"));
        var life = requireNonNull(check(Freshness.FRESH, probe).evidence().life());
        owner.delete(key);
        var deleted = requireNonNull(check(Freshness.FRESH, probe).evidence().life());

        assertThat(life.end()).isEqualTo(End.KEY_EXPIRY);
        assertThat(life.endsAt()).isEqualTo(Instant.parse("2099-01-01T00:00:00Z"));
        assertThat(life.rotationSource()).isEqualTo(RotationSource.CREATION);
        assertThat(life.rotatedAt()).isNotNull();
        assertThat(deleted.end()).isEqualTo(End.DELETION);
        assertThat(deleted.endsAt()).isAfter(Instant.now());
    }

    @Test
    @Rule({"V5", "E9"})
    void goesThroughThePrivateEndpointThatItIsGivenAndNoOtherWay() {
        var endpoint = owner.createEndpoint(key);
        owner.cloud()
                .control(
                        "PUT",
                        "/azure/vaults/" + AzureKeyOwner.vaultOf(key) + "/network",
                        new JsonObject().put("publicAccess", false));

        var overTheInternet = check(Freshness.FRESH, probe);
        var through = owner.check(through(endpoint), Freshness.FRESH);
        var nowhere = owner.check(through("no-such-endpoint"), Freshness.FRESH);

        assertThat(overTheInternet.reasonCode()).contains("NETWORK_POLICY");
        assertThat(through.outcome()).as(through.toString()).isEqualTo("VALID");
        assertThat(through.evidence().calls().getLast().path().name()).isEqualTo("PRIVATE");
        assertThat(through.evidence().calls().getLast().region()).isEqualTo("eastus2");
        assertThat(nowhere.reasonCode()).contains("UNREACHABLE");
    }

    private AzureKey through(String endpoint) {
        var asked = owner.key(key, probe);
        var path = new KeyPath.Private(endpoint, "10.0.0.4", Instant.now());
        return new AzureKey(asked.groupId(), "use", key, "eastus2", path, asked.access(), null, probe, false);
    }

    /** Ours, not theirs: the home of our own application does not let us in either. */
    @ParameterizedTest
    @ValueSource(strings = {"7000112", "90002"})
    @Rule({"V6", "P2", "P7"})
    void believesNoTenantThatDoesNotLetUsInWhileNoneDoes(String number) {
        var access = owner.key(key, probe).access();
        var asOurselves = new AzureApplication(
                access.environment(),
                access.tenantId(),
                AzureAccounts.PLATFORM_APPLICATION,
                null,
                access.subscriptionId(),
                access.resourceGroup(),
                access.vault());
        owner.cloud()
                .disturb(new JsonObject()
                        .put("service", "entra")
                        .put("effect", "FAIL")
                        .put("code", number));

        var check = owner.check(AzureKeyOwner.key(key, asOurselves, probe), Freshness.FRESH);
        var without = owner.check(
                owner.checkerAt(owner.cloud().url(), Map.of("keyward.azure.tenant-id", "")),
                AzureKeyOwner.key(key, asOurselves, probe),
                Freshness.FRESH);

        assertThat(check.reasonCode()).contains("OUR_CREDENTIALS");
        assertThat(without.reasonCode()).contains("OUR_CREDENTIALS");
        assertThat(check.evidence().remedy()).contains("keyward.azure");
    }

    private KeyCheck check(Freshness freshness, @Nullable Probe earlier) {
        return owner.check(owner.key(key, earlier), freshness);
    }

    private static List<String> operations(KeyCheck check) {
        return check.evidence().calls().stream().map(Call::operation).toList();
    }
}
