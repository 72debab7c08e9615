package io.keyward.validation.alert.notification.form.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.alert.notification.Notice;
import io.keyward.validation.alert.notification.Occasion;
import io.keyward.validation.alert.notification.Samples;
import io.keyward.validation.alert.notification.form.Destination;
import io.keyward.validation.alert.notification.form.Post;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Rule("N5")
class WebhookFormTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    /** Worked out with openssl: {@code printf '1700000000.hello' | openssl dgst -sha256 -hmac secret}, and {@code -sha1 -binary | base64}. */
    @Test
    void signsTheBodyWithTheTimeAndAsAtlasDoes() {
        var post = post("secret", "hello", null, Samples.opened());

        assertThat(post.body()).isEqualTo("hello");
        assertThat(post.headers())
                .containsEntry("Keyward-Timestamp", "1700000000")
                .containsEntry("Keyward-Delivery", "d1")
                .containsEntry("X-MMS-Event", "alert.open")
                .containsEntry(
                        "Keyward-Signature", "v1=47b1df0ab12338b2685470b0d2b37033add7c3b2bc8172f313e77413f1bb78c8")
                .containsEntry("X-MMS-Signature", "URIFXAX5RPhXVe/FzYlw4ZTp9Fs=");
    }

    @Test
    void withoutASecretNothingIsSigned() {
        assertThat(post(null, null, null, Samples.opened()).headers())
                .doesNotContainKeys("Keyward-Signature", "X-MMS-Signature");
    }

    @Test
    void saysWhatHappenedInAHeaderAsAtlasDoes() {
        assertThat(event(Samples.opened())).isEqualTo("alert.open");
        assertThat(event(Samples.opened().on(Occasion.REMINDED))).isEqualTo("alert.update");
        assertThat(event(Samples.recovered())).isEqualTo("alert.close");
    }

    @Test
    void fillsTheirPlacesInTemplatesAndRunsNothing() {
        var body = post(
                        null,
                        "{\"text\": \"${keyward.title}: ${humanReadable}\", \"clusters\": ${keyward.clusters}, \"x\": \"${nothing.there}\","
                                + " \"code\": \"<#assign x=1>${1+1}\"}",
                        null,
                        Samples.opened())
                .body();
        var filled = new JsonObject(body);

        assertThat(filled.getString("text"))
                .startsWith("Project Shop: encryption key taken away")
                .contains("\n");
        assertThat(filled.getJsonArray("clusters")).hasSize(2);
        assertThat(filled.getString("x")).isEmpty();
        assertThat(filled.getString("code")).isEqualTo("<#assign x=1>${1+1}");
    }

    @Test
    void addsHeadersByTemplateButNoneThatAreOursOrTheCarriers() {
        var lines =
                "X-Team: ${keyward.project.name}\nKeyward-Signature: v1=forged\nHost: elsewhere\nBad Name: x\nX-Long: ${humanReadable}";
        var headers = post("secret", null, lines, Samples.opened()).headers();

        assertThat(headers).containsEntry("X-Team", "Shop").doesNotContainKeys("Host", "Bad Name");
        assertThat(headers.get("Keyward-Signature")).isNotEqualTo("v1=forged");
        assertThat(headers.get("X-Long")).doesNotContain("\n");
        assertThat(post(null, null, "{\"Authorization\": \"Bearer x\", \"content-type\": \"text/x\"}", Samples.opened())
                        .headers())
                .containsEntry("Authorization", "Bearer x")
                .containsEntry("content-type", "text/x")
                .doesNotContainKey("Content-Type");
    }

    private static String event(Notice notice) {
        return post(null, null, null, notice).headers().get("X-MMS-Event");
    }

    private static Post post(@Nullable String secret, @Nullable String body, @Nullable String headers, Notice notice) {
        return WebhookForm.post(
                new Destination.Webhook("https://hooks.example.com", secret, body, headers, true), notice, "d1", NOW);
    }
}
