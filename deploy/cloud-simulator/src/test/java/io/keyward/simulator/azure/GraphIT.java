package io.keyward.simulator.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** What an application can learn of its own secrets. */
class GraphIT extends AzureCase {

    private static final String DEMO = "/azure/applications/" + AzureAccounts.DEMO_APPLICATION;
    private static final String GRANT = DEMO + "/tenants/" + AzureAccounts.CUSTOMER_TENANT + "/graph";
    private static final String GRAPH = "https://graph.microsoft.com/.default";

    @Test
    void anApplicationReadsItsOwnSecretsOnceItIsAllowedTo() {
        control(
                "POST",
                DEMO + "/secrets",
                "{\"id\":\"next\",\"value\":\"abcdef\",\"endsAt\":\"2027-01-01T00:00:00Z\"}");
        assertThat(asked(GRAPH, AzureAccounts.DEMO_APPLICATION)).isEqualTo("403 Authorization_RequestDenied");

        control("PUT", GRANT, "");
        JsonNode secrets =
                read(ask(GRAPH, AzureAccounts.DEMO_APPLICATION).body()).path("passwordCredentials");

        assertThat(secrets).hasSize(2);
        assertThat(secrets.get(1).path("hint").asText()).isEqualTo("abc");
        assertThat(secrets.get(1).path("endDateTime").asText()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(secrets.toString()).doesNotContain("abcdef", AzureAccounts.DEMO_APPLICATION_SECRET);
        assertThat(asked(GRAPH, AzureAccounts.PLATFORM_APPLICATION)).isEqualTo("403 Authorization_RequestDenied");

        control("DELETE", GRANT, "");
        assertThat(asked(GRAPH, AzureAccounts.DEMO_APPLICATION)).isEqualTo("403 Authorization_RequestDenied");
    }

    @Test
    void aTokenForVaultsIsNoneForTheDirectory() {
        control("PUT", GRANT, "");

        assertThat(asked("https://vault.azure.net/.default", AzureAccounts.DEMO_APPLICATION))
                .isEqualTo("401 InvalidAuthenticationToken");
    }

    private String asked(String scope, String clientId) {
        HttpResponse<String> reply = ask(scope, clientId);
        return reply.statusCode() + " "
                + read(reply.body()).path("error").path("code").asText();
    }

    private HttpResponse<String> ask(String scope, String clientId) {
        TokenCredential demo = clients.demo();
        String token =
                demo.getTokenSync(new TokenRequestContext().addScopes(scope)).getToken();
        return send(
                "GET",
                "/_hosts/graph.microsoft.com/v1.0/applications(appId='" + clientId + "')?%24select=passwordCredentials",
                "",
                "Authorization",
                "Bearer " + token);
    }
}
