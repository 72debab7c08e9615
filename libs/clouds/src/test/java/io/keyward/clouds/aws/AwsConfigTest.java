package io.keyward.clouds.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

class AwsConfigTest {

    @Test
    void hasDefaultsThatNeedNothing() {
        var config = AwsSettings.validated(config(Map.of()));

        assertThat(config.endpoint()).isEmpty();
        assertThat(config.privateEndpointUrl()).isEqualTo("https://{address}");
        assertThat(config.privateEndpointSettling()).isEqualTo(Duration.ofHours(1));
        assertThat(config.accountArn()).isEmpty();
        assertThat(AwsSettings.staticCredentials(config)).isEmpty();
        assertThat(config.homeRegion()).isEqualTo("us-east-1");
        assertThat(config.callTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.sessionCache()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.connectionsPerRegion()).isEqualTo(160);
        assertThat(config.mostSessions()).isEqualTo(10_000);
    }

    @Test
    void takesEveryKey() {
        var config = AwsSettings.validated(config(Map.of(
                "keyward.aws.endpoint", "http://127.0.0.1:4566",
                "keyward.aws.private-endpoint-url", "http://127.0.0.1:4566/_vpce/{reference}",
                "keyward.aws.account-arn", "arn:aws:iam::999988887777:root",
                "keyward.aws.access-key-id", "id",
                "keyward.aws.secret-access-key", "secret",
                "keyward.aws.home-region", "eu-west-1",
                "keyward.aws.call-timeout", "1s",
                "keyward.aws.session-cache", "7s",
                "keyward.aws.most-sessions", "6",
                "keyward.aws.connections-per-region", "5")));

        assertThat(config.endpoint()).contains(URI.create("http://127.0.0.1:4566"));
        assertThat(PrivateEndpoint.url(config.privateEndpointUrl(), "vpce-1", "host"))
                .isEqualTo(URI.create("http://127.0.0.1:4566/_vpce/vpce-1"));
        assertThat(config.accountArn()).contains("arn:aws:iam::999988887777:root");
        assertThat(AwsSettings.staticCredentials(config)).contains(AwsBasicCredentials.create("id", "secret"));
        assertThat(config.homeRegion()).isEqualTo("eu-west-1");
        assertThat(config.callTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(AwsSettings.sessionCache(config)).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.connectionsPerRegion()).isEqualTo(5);
        assertThat(config.mostSessions()).isEqualTo(6);
    }

    @Test
    void keepsSessionsForOneCheckIntervalAtMost() {
        assertThat(AwsSettings.sessionCache(config(Map.of("keyward.check.interval", "2s"))))
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(AwsSettings.sessionCache(config(Map.of("keyward.check.interval", "1h"))))
                .isEqualTo(Duration.ofMinutes(14));
    }

    @ParameterizedTest
    @CsvSource({
        "keyward.aws.endpoint, localhost",
        "keyward.aws.endpoint, ftp://host",
        "keyward.aws.private-endpoint-url, '{address}'",
        "keyward.aws.private-endpoint-url, 'ftp://{address}'",
        "keyward.aws.private-endpoint-settling, -1s",
        "keyward.aws.home-region, US_EAST_1",
        "keyward.aws.call-timeout, 0s",
        "keyward.aws.connections-per-region, 0",
        "keyward.aws.most-sessions, 1",
    })
    void namesTheKeyThatMakesNoSense(String key, String value) {
        assertThatThrownBy(() -> AwsSettings.validated(config(Map.of(key, value))))
                .hasMessageStartingWith(key);
    }

    @ParameterizedTest
    @CsvSource({
        "keyward.aws.access-key-id, keyward.aws.secret-access-key",
        "keyward.aws.secret-access-key, keyward.aws.access-key-id",
    })
    void namesTheHalfOfTheCredentialsThatIsMissing(String given, String missing) {
        assertThatThrownBy(() -> AwsSettings.staticCredentials(config(Map.of(given, "hush"))))
                .hasMessageStartingWith(missing)
                .hasMessageNotContaining("hush");
    }

    @Test
    void knowsRegions() {
        assertThat(AwsClients.isRegion("eu-west-1")).isTrue();
        assertThat(AwsClients.isRegion("aws-global")).isFalse();
        assertThat(AwsClients.isRegion("mars-north-1")).isFalse();
    }

    private static AwsConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(AwsConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(AwsConfig.class);
    }
}
