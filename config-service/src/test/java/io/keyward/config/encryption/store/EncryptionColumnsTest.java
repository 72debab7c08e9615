package io.keyward.config.encryption.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.EncryptionConfig;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what is read, and rows say what they said to earlier releases. */
class EncryptionColumnsTest {
    private final EncryptionColumns columns = new EncryptionColumns(new ObjectMapper());

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsReadAsItWasWritten(KmsConfig key, String text) {
        EncryptionEntity row = new EncryptionEntity();
        columns.write(EncryptionConfig.of(key, true), row);
        columns.write(Map.of(Cloud.AZURE, 7L, Cloud.AWS, 5L), row);

        assertThat(columns.config(row)).isEqualTo(EncryptionConfig.of(key, true));
        assertThat(row.providerKeys).isEqualTo("[" + text + "]");
        assertThat(columns.stamps(row)).containsOnly(Map.entry(Cloud.AWS, 5L), Map.entry(Cloud.AZURE, 7L));
        assertThat(row.admissionStamps).isEqualTo("{\"AWS\":5,\"AZURE\":7}");
    }

    static Stream<Object[]> keys() {
        return Stream.<Object[]>of(new Object[] {
            new AwsKms("mrk-1", AwsRegion.EU_WEST_1, "role", true),
            "{\"provider\":\"AWS\",\"key\":\"mrk-1\",\"region\":\"EU_WEST_1\",\"roleId\":\"role\",\"requirePrivateNetworking\":true}"
        });
    }
}
