package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.e2e.cloud.Channels;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People are told where they want to be told, and a channel that fails is tried again and holds up no other. */
@ExtendWith(Stage.Extension.class)
class NoticeScenario {
    private static final String CLUSTER = "orders";
    private static final String SECRET = "a-secret-of-the-webhook";

    private final Stage stage;

    NoticeScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @Rule({"N3", "N5", "P4"})
    void eachChannelTellsWhenItBeginsAndWhenItIsOver() {
        // Given
        Tenant tenant = Tenant.withCluster(stage, "ca-central-1", CLUSTER);
        tellEverywhere(tenant);
        stage.channels().refuse("webhook", tenant.groupId(), 503, 2);

        // When
        tenant.disableKey();

        // Then
        List.of("slack", "teams", "pager-duty", "ops-genie", "webhook")
                .forEach(channel -> awaitNotices(tenant, channel, 1));
        JsonNode webhook = received(tenant, "webhook").getLast();
        assertThat(body(webhook)).contains("KEY_DISABLED", CLUSTER, tenant.keyArn());
        assertSigned(webhook);
        assertThat(body(received(tenant, "slack").getFirst())).contains(CLUSTER).doesNotContain(SECRET);
        assertThat(body(received(tenant, "pager-duty").getFirst())).contains("\"trigger\"");

        String incident = Channels.json(received(tenant, "pager-duty").getFirst())
                .path("dedup_key")
                .asText();

        // When
        tenant.enableKey();

        // Then
        // What resolves an incident names it and nothing else.
        Tenant.waiting().untilAsserted(() -> assertThat(
                        body(stage.channels().received("pager-duty", incident).getLast()))
                .contains("\"resolve\""));
        Tenant.waiting()
                .untilAsserted(() ->
                        assertThat(body(received(tenant, "webhook").getLast())).contains("CLOSED"));
    }

    private void tellEverywhere(Tenant tenant) {
        stage.api()
                .post(tenant.project("/alertConfigs"), """
                        {"eventTypeName":"AWS_ENCRYPTION_KEY_INVALID","enabled":true,"notifications":[
                         {"typeName":"WEBHOOK","delayMin":0,"intervalMin":5,"webhookUrl":"%s","webhookSecret":"%s"},
                         {"typeName":"SLACK","delayMin":0,"intervalMin":5,"apiToken":"xoxb-1234567890-abcdefghij","channelName":"#keys"},
                         {"typeName":"MICROSOFT_TEAMS","delayMin":0,"intervalMin":5,"microsoftTeamsWebhookUrl":"%s"},
                         {"typeName":"PAGER_DUTY","delayMin":0,"serviceKey":"0123456789abcdef0123456789abcdef","region":"US"},
                         {"typeName":"OPS_GENIE","delayMin":0,"opsGenieApiKey":"00000000-1111-2222-3333-444444444444","opsGenieRegion":"EU"}]}""".formatted(
                                stage.channels().webhook(tenant.groupId()),
                                SECRET,
                                stage.channels().teams(tenant.groupId())))
                .expect(201);
    }

    private void awaitNotices(Tenant tenant, String channel, int atLeast) {
        Tenant.waiting()
                .untilAsserted(
                        () -> assertThat(received(tenant, channel)).as(channel).hasSizeGreaterThanOrEqualTo(atLeast));
    }

    private List<JsonNode> received(Tenant tenant, String channel) {
        return stage.channels().received(channel, tenant.groupId());
    }

    private static String body(JsonNode request) {
        return request.path("body").asText();
    }

    private static void assertSigned(JsonNode request) {
        String timestamp = header(request, "Keyward-Timestamp");
        assertThat(header(request, "Keyward-Signature")).isEqualTo("v1=" + hmac(timestamp + "." + body(request)));
        assertThat(header(request, "Keyward-Delivery")).isNotBlank();
    }

    private static String header(JsonNode request, String name) {
        return request.path("headers").path(name.toLowerCase(Locale.ROOT)).asText();
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
