package io.keyward.endpoint.provider.azure;

import static io.keyward.endpoint.provider.azure.SimulatedAzure.REGION;
import static io.keyward.endpoint.provider.azure.SimulatedAzure.VAULT;
import static io.keyward.endpoint.provider.azure.SimulatedAzure.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.provider.ProviderStage.Request;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.testkit.Rule;
import io.vertx.core.json.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we ask of Azure, what we make of what it shows, and what we say of it when it refuses, fails or is silent; with a simulator of this class's own. */
class AzureTroublesIT {
    @RegisterExtension
    static final SimulatedAzure azure = new SimulatedAzure();

    @Test
    @Rule({"E2", "E12"})
    void itIsNamedAndTaggedAfterTheEndpointAndTellsTheCustomerWhatToApprove() {
        var order = azure.order();

        var ref = azure.made(order);

        var there = azure.control("GET", "azure/private-endpoints/" + ref, "");
        assertThat(ref).isEqualTo("test-" + order.endpointId());
        assertThat(there.get("vaultId").asText()).isEqualTo(VAULT);
        assertThat(there.at("/tags/keyward:project-id").asText()).isEqualTo(order.groupId());
        assertThat(there.at("/tags/keyward:endpoint-id").asText()).isEqualTo(order.endpointId());
        assertThat(there.at("/tags/keyward:installation").asText()).isEqualTo("test");
    }

    /** Two states go side by side: how far it is, and what the owner of the vault thinks of it. */
    @ParameterizedTest
    @Rule({"E2", "E6"})
    @CsvSource({
        "pend,       Pending",
        "fail,       Refused",
        "cancel,     Refused",
        "approve,    Up",
        "reject,     Refused",
        "disconnect, Refused",
    })
    void readsEveryState(String what, String seen) {
        var order = azure.order();

        azure.act(azure.made(order), what);

        assertThat(azure.look(order).getClass().getSimpleName()).isEqualTo(seen);
    }

    @Test
    @Rule("E5")
    void oneThatIsOnItsWayOutIsNotGoneYet() {
        var order = azure.order();
        var ref = azure.made(order);
        azure.control("PUT", "azure/private-endpoint-settings", """
                {"deletion":"PT1H"}""");

        azure.await(() -> azure.provider().delete(REGION, ref));

        assertThat(azure.look(order)).isEqualTo(new Observation.GoingAway(ref));
        assertThat(azure.await(() -> azure.provider().create(order))).isInstanceOf(Answer.TryLater.class);
    }

    @ParameterizedTest
    @Rule("E4")
    @CsvSource(delimiter = '|', textBlock = """
            TooManyRequests                 | TryLater | being asked too much
            PrivateEndpointsPerVnetExceeded | Refused  | raise the limit of private endpoints
            AuthorizationFailed             | Refused  | Microsoft.Network/privateEndpoints/read
            LinkedAuthorizationFailed       | Refused  | subnets/join/action
            MissingSubscriptionRegistration | Refused  | az provider register --namespace Microsoft.Network
            ResourceGroupNotFound           | Refused  | the resource group does not exist
            Brand.New                       | TryLater | (Azure: Brand.New)
            """)
    void aRequestThatFailsSaysWhyAndWhetherItIsMadeAgain(String code, String answer, String saying) {
        azure.disturb(Request.CREATE, "\"effect\":\"FAIL\",\"code\":\"" + code + "\"");

        refused(azure.order(), answer, saying);
    }

    @ParameterizedTest
    @Rule("E4")
    @CsvSource(delimiter = '|', textBlock = """
            53003   | conditional access
            7000222 | has expired
            90006   | not available
            """)
    void aSignInThatFailsSaysWhy(String code, String saying) {
        azure.disturb("entra", "Token", "\"effect\":\"FAIL\",\"code\":\"" + code + "\"");

        assertThat(unseen(azure.provider())).contains(saying, "(Azure: AADSTS" + code + ")");
        refused(azure.order(), "TryLater", saying);
    }

    @ParameterizedTest
    @Rule("E4")
    @CsvSource(delimiter = '|', textBlock = """
            keyward.azure.application-secret      | wrong                                | application-secret
            keyward.azure.application-id          | c0570000-0000-4000-8000-00000000ffff | application-id
            keyward.azure.tenant-id               | c0570000-0000-4000-8000-00000000ffff | tenant-id
            keyward.azure.subscription-id         | c0570000-0000-4000-8000-00000000ffff | subscription-id
            keyward.azure.subscription-id         | c0570000-0000-4000-8000-000000000002 | subscription-id
            keyward.endpoint.azure.resource-group | nowhere                              | the resource group
            """)
    void whatIsWrongWithOurselvesIsToldAndNothingIsTakenForGone(String key, String value, String saying) {
        var other = azure.provider(Map.of(key, value));

        assertThat(unseen(other)).contains(saying);
        assertThat(azure.await(() -> other.delete(REGION, "any"))).isNotInstanceOf(Answer.Accepted.class);
    }

    @Test
    @Rule("E4")
    void aVaultThatIsNotThereIsTheCustomersToCorrect() {
        var nowhere = order(VAULT + "-of-nobody");
        var untold = new Order(nowhere.endpointId(), nowhere.groupId(), REGION, null);

        refused(nowhere, "Refused", "keyVaultName");
        refused(untold, "Refused", "which vault");
    }

    @Test
    @Rule("E4")
    void aSubnetThatIsNotThereIsOurs() {
        var other = azure.provider(Map.of(
                "keyward.endpoint.azure.subnet-id",
                AzureAccounts.subnet("{region}")
                        .replace(AzureAccounts.PLATFORM_SUBSCRIPTION, AzureAccounts.CUSTOMER_SUBSCRIPTION)));

        assertThat(azure.await(() -> other.create(azure.order())).toString())
                .contains("the subnet does not exist")
                .doesNotContain("virtualNetworks");
    }

    @Test
    @Rule("E1")
    void withoutANetworkNothingIsAsked() {
        var china = new Order(azure.order().endpointId(), azure.order().groupId(), "chinaeast", VAULT);

        refused(china, "Refused", "there is no subnet");
    }

    @Test
    @Rule("E3")
    void whoIsAskedForPatienceHasSome() {
        azure.disturb(Request.LOOK, "\"effect\":\"THROTTLE\",\"calls\":1");

        assertThat(unseen(azure.provider())).contains("being asked too much");
        assertThat(unseen(azure.provider())).contains("being asked too much");

        assertThat(azure.control("GET", "log?service=arm&operation=ListPrivateEndpointsByResourceGroup", "")
                        .get("entries"))
                .hasSize(1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> azure.await(() -> azure.provider().observe(REGION)) instanceof RegionView.Seen);
    }

    @Test
    @Rule("E4")
    void silenceIsNoAnswer() {
        azure.disturb(Request.LOOK, "\"effect\":\"HANG\"");

        assertThat(unseen(azure.provider(Map.of("keyward.azure.call-timeout", "300ms"))))
                .isEqualTo(AzureTrouble.TIMED_OUT.text());
    }

    /** Else a proxy with a page of its own would make every endpoint of the region look removed. */
    @ParameterizedTest
    @Rule({"P2", "E6"})
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "<html>Please sign in to the network.</html>",
                "{\"value\":7}",
                "{\"value\":[7]}",
                "{\"value\":[{}]}",
                "{\"value\":[{\"name\":\"test-e1\"}]}",
                "{\"value\":[],\"nextLink\":7}",
                "{\"value\":[],\"nextLink\":\"https://elsewhere.example.com/?page=2\"}"
            })
    void whoeverAnswersInsteadShowsNothing(String body) {
        azure.disturb(Request.LOOK, "\"effect\":\"INTERCEPT\",\"body\":" + Json.encode(body));

        assertThat(unseen(azure.provider())).isEqualTo(AzureTrouble.INTERCEPTED.text());
    }

    private static void refused(Order order, String answer, String saying) {
        var told = azure.await(() -> azure.provider().create(order));

        assertThat(told.getClass().getSimpleName()).isEqualTo(answer);
        assertThat(told.toString()).contains(saying);
    }

    private static String unseen(AzurePrivateEndpoints provider) {
        return ((RegionView.Unseen) azure.await(() -> provider.observe(REGION))).cause();
    }
}
