package io.keyward.validation.alert.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.validation.alert.notification.DeliveryIds;
import io.keyward.validation.alert.notification.Occasion;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderTest {

    @Test
    void startsWithAnAddressToSendFrom() {
        assertThat(sender(Map.of()).address()).isEqualTo("a@b.test");
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.mailer.from, nobody",
        "keyward.notification.time-limit, 0s",
        "keyward.notification.lease, 30s",
        "keyward.notification.channel-time-limit, 3m",
        "keyward.notification.channel-time-limit, 50s",
        "keyward.notification.batch, 0",
        "keyward.notification.max-age, 0s"
    })
    void refusesToStartNamingTheKey(String key, String value) {
        assertThatThrownBy(() -> sender(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }

    @Test
    void theSameMailToTheSameRecipientIsTheSameMessage() {
        var id = DeliveryIds.ofMail("a1", Occasion.OPENED, "Ada@shop.test", "Keyward <k@keyward.test>");

        assertThat(id).matches("<a1\\.opened\\.[0-9a-f]{24}@keyward\\.test>");
        assertThat(DeliveryIds.ofMail("a1", Occasion.OPENED, "ada@shop.test", "k@keyward.test"))
                .isEqualTo(id);
        assertThat(DeliveryIds.ofMail("a1", Occasion.RECOVERED, "ada@shop.test", "k@keyward.test"))
                .isNotEqualTo(id);
        assertThat(DeliveryIds.ofMail("a1", Occasion.OPENED, "bob@shop.test", "k@keyward.test"))
                .isNotEqualTo(id);
    }

    private static Sender sender(Map<String, String> changes) {
        var values = new HashMap<String, String>(Map.of("quarkus.mailer.from", "a@b.test"));
        values.putAll(changes);
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
        return new Sender(config, RetryCadenceTest.config(changes));
    }
}
