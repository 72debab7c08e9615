package io.keyward.validation.provider.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.clouds.web.CloudReply;
import io.keyward.testkit.Rule;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyVersionTest {

    @Rule({"V6", "P2"})
    @Test
    void aVersionIsReadAsCloudKmsTellsIt() {
        var version = KeyVersion.of(reply("""
                {"name":"n","state":"DESTROY_SCHEDULED","algorithm":"GOOGLE_SYMMETRIC_ENCRYPTION","destroyTime":"2027-01-31T12:00:00Z",
                 "createTime":"soon"}"""));

        assertThat(version.state()).isEqualTo("DESTROY_SCHEDULED");
        assertThat(version.isSymmetric()).isTrue();
        assertThat(version.destroyAt()).isNotNull();
        assertThat(version.madeAt()).isNull();
    }

    /** What is no version is neither enabled nor of the wrong kind: nothing follows from it. */
    @Rule({"V6", "P2"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>welcome to the hotel</html>",
                "{",
                "[]",
                "7",
                "null",
                "{}",
                "{\"state\":\"ENABLED\"}",
                "{\"state\":\"ENABLED\",\"algorithm\":\"\"}",
                "{\"state\":\"ENABLED\",\"algorithm\":7}",
                "{\"algorithm\":\"GOOGLE_SYMMETRIC_ENCRYPTION\"}",
                "{\"state\":null,\"algorithm\":\"GOOGLE_SYMMETRIC_ENCRYPTION\"}",
                "{\"state\":[],\"algorithm\":\"GOOGLE_SYMMETRIC_ENCRYPTION\"}"
            })
    void whatIsNoVersionIsNotRead(String body) {
        assertThatThrownBy(() -> KeyVersion.of(reply(body))).isInstanceOf(RuntimeException.class);
    }

    private static CloudReply reply(String body) {
        return new CloudReply(200, MultiMap.caseInsensitiveMultiMap(), body);
    }
}
