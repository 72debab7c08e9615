package io.keyward.simulator.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, and every reason for not getting one. */
class EntraIT extends AzureCase {

    private static final String VAULTS = "https://vault.azure.net/.default";
    private static final String DEMO = "/azure/applications/" + AzureAccounts.DEMO_APPLICATION;

    @Test
    void aWrongSecretAndAnExpiredOneAreToldApart() {
        assertThat(number(AzureAccounts.CUSTOMER_TENANT, AzureAccounts.DEMO_APPLICATION, "wrong"))
                .isEqualTo("401 invalid_client 7000215");

        control(
                "POST",
                DEMO + "/secrets",
                "{\"id\":\"short\",\"value\":\"short\",\"endsAt\":\"2020-01-01T00:00:00Z\"}");
        assertThat(number(AzureAccounts.CUSTOMER_TENANT, AzureAccounts.DEMO_APPLICATION, "short"))
                .isEqualTo("401 invalid_client 7000222");
        assertThatCode(() -> token(clients.demo(), VAULTS)).doesNotThrowAnyException();
    }

    @Test
    void aSecretEndsByTheSimulatedClock() {
        // Given
        control("DELETE", DEMO + "/secrets/first", "");
        control(
                "POST",
                DEMO + "/secrets",
                "{\"value\":\"%s\",\"endsAt\":\"%s\"}"
                        .formatted(
                                AzureAccounts.DEMO_APPLICATION_SECRET,
                                Instant.now().plusSeconds(86_400)));
        token(clients.demo(), VAULTS);

        // When
        control("PUT", "/clock", "{\"offset\":\"P2D\"}");

        // Then
        assertThatThrownBy(() -> token(clients.demo(), VAULTS)).hasMessageContaining("AADSTS7000222");
    }

    @Test
    void anApplicationIsSomebodyOnlyWhereItIsLetIn() {
        String tenant = AzureAccounts.CUSTOMER_TENANT;
        control("DELETE", DEMO + "/tenants/" + tenant, "");
        assertThat(number(tenant, AzureAccounts.DEMO_APPLICATION, AzureAccounts.DEMO_APPLICATION_SECRET))
                .isEqualTo("400 unauthorized_client 700016");

        control("PUT", DEMO + "/tenants/" + tenant, "{\"enabled\":false}");
        assertThat(number(tenant, AzureAccounts.DEMO_APPLICATION, AzureAccounts.DEMO_APPLICATION_SECRET))
                .isEqualTo("400 unauthorized_client 7000112");

        control("PUT", DEMO + "/tenants/" + tenant, "");
        assertThatCode(() -> token(clients.demo(), VAULTS)).doesNotThrowAnyException();
        control("DELETE", DEMO, "");
        assertThatThrownBy(() -> token(clients.demo(), VAULTS)).hasMessageContaining("AADSTS700016");
    }

    @Test
    void cloudsDoNotKnowEachOthersTenantsAndResources() {
        // Given
        control("PUT", "/azure/tenants/gov", "{\"cloud\":\"AZURE_US_GOVERNMENT\"}");
        control("PUT", DEMO, "{\"tenants\":[\"gov\"]}");

        // Then
        assertThat(number("nowhere", AzureAccounts.DEMO_APPLICATION, AzureAccounts.DEMO_APPLICATION_SECRET))
                .isEqualTo("400 invalid_request 90002");
        assertThat(number("gov", AzureAccounts.DEMO_APPLICATION, AzureAccounts.DEMO_APPLICATION_SECRET))
                .isEqualTo("400 invalid_request 90038");
        assertThatThrownBy(() -> token(clients.demo(), "https://vault.azure.cn/.default"))
                .hasMessageContaining("AADSTS500011");
        TokenCredential government = new ClientSecretCredentialBuilder()
                .authorityHost("https://login.microsoftonline.us")
                .tenantId("gov")
                .clientId(AzureAccounts.DEMO_APPLICATION)
                .clientSecret(AzureAccounts.DEMO_APPLICATION_SECRET)
                .httpClient(clients.transport())
                .build();
        assertThat(token(government, "https://vault.usgovcloudapi.net/.default"))
                .isNotBlank();
    }

    /** What only Entra itself can decide, as control has it decide. */
    @Test
    void everyOtherRefusalCanBeHadByItsNumber() {
        SoftAssertions.assertSoftly(softly -> {
            expect(softly, 50012, "401 invalid_client");
            expect(softly, 700027, "401 invalid_client");
            expect(softly, 50001, "400 invalid_resource");
            expect(softly, 900382, "400 invalid_request");
            expect(softly, 53003, "400 interaction_required");
            expect(softly, 530032, "400 interaction_required");
            expect(softly, 90006, "503 temporarily_unavailable");
            expect(softly, 90012, "504 temporarily_unavailable");
            expect(softly, 90024, "503 temporarily_unavailable");
            expect(softly, 90033, "503 temporarily_unavailable");
            expect(softly, 90055, "429 temporarily_unavailable");
            expect(softly, 50196, "429 temporarily_unavailable");
        });
        control("DELETE", "/disturbances", "");
        control("PUT", "/disturbances/a", "{\"service\":\"entra\",\"effect\":\"THROTTLE\"}");
        assertThat(demoNumber()).isEqualTo("429 temporarily_unavailable 90055");
    }

    @ParameterizedTest
    @CsvSource({"grant_type=password,70003", "scope=openid,70011", "client_secret=,900144"})
    void aRequestThatMakesNoSenseIsRefused(String replaced, String number) {
        String field = replaced.substring(0, replaced.indexOf('='));
        String form = form(AzureAccounts.DEMO_APPLICATION, AzureAccounts.DEMO_APPLICATION_SECRET)
                .replaceAll(field + "=[^&]*", replaced);

        assertThat(send("POST", tokenPath(AzureAccounts.CUSTOMER_TENANT), form).body())
                .contains(number);
    }

    @Test
    void theDocumentsNameTheTokenEndpoint() {
        JsonNode openId = read(send(
                        "GET",
                        "/_hosts/login.microsoftonline.com/" + AzureAccounts.CUSTOMER_TENANT
                                + "/v2.0/.well-known/openid-configuration",
                        "")
                .body());

        assertThat(openId.path("token_endpoint").asText()).endsWith("/oauth2/v2.0/token");
        assertThat(control("GET", "/calls?service=entra", "").path("calls")).hasSize(1);
    }

    private void expect(SoftAssertions softly, int number, String rest) {
        control(
                "PUT",
                "/disturbances/a",
                "{\"service\":\"entra\",\"operation\":\"Token\",\"effect\":\"FAIL\",\"code\":\"" + number + "\"}");
        softly.assertThat(demoNumber()).isEqualTo(rest + " " + number);
        softly.assertThatThrownBy(() -> token(clients.demo(), VAULTS)).hasMessageContaining("AADSTS" + number);
    }

    private static String token(TokenCredential credential, String scope) {
        return credential
                .getTokenSync(new TokenRequestContext().addScopes(scope))
                .getToken();
    }

    private String demoNumber() {
        return number(
                AzureAccounts.CUSTOMER_TENANT, AzureAccounts.DEMO_APPLICATION, AzureAccounts.DEMO_APPLICATION_SECRET);
    }

    /** Status, what OAuth calls it, and Entra's number, as the endpoint itself answers; the SDK's answer has to say the same number. */
    private String number(String tenant, String client, String secret) {
        HttpResponse<String> answer = send("POST", tokenPath(tenant), form(client, secret));
        JsonNode body = read(answer.body());
        assertThat(body.path("trace_id").asText()).isNotBlank();
        assertThat(body.path("error_description").asText())
                .startsWith("AADSTS" + body.path("error_codes").path(0).asText());
        return answer.statusCode() + " " + body.path("error").asText() + " "
                + body.path("error_codes").path(0).asText();
    }

    private static String tokenPath(String tenant) {
        return "/_hosts/login.microsoftonline.com/" + tenant + "/oauth2/v2.0/token";
    }

    private static String form(String client, String secret) {
        return "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret + "&scope=" + VAULTS;
    }
}
