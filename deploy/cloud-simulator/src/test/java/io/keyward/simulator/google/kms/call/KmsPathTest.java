package io.keyward.simulator.google.kms.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.simulator.call.Origin;
import io.keyward.simulator.hosts.HostCall;
import io.keyward.simulator.wire.HttpCall;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What paths of Cloud KMS name. */
class KmsPathTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/projects/p, projects/*, -",
        "/v1/projects/p/locations/l/keyRings, keyRings, -",
        "/v1/projects/p/locations/l/keyRings/r, keyRings/*, projects/p/locations/l/keyRings/r",
        "/v1/projects/p/locations/l/keyRings/r/cryptoKeys/k:encrypt, cryptoKeys/*:encrypt, projects/p/locations/l/keyRings/r/cryptoKeys/k",
        "/v1/projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1:destroy, cryptoKeyVersions/*:destroy, projects/p/locations/l/keyRings/r/cryptoKeys/k"
    })
    void aPathHasAShapeAndNamesAResource(String path, String shape, String resource) {
        assertThat(KmsPath.of(call(path))).hasValueSatisfying(read -> {
            assertThat(read.shape()).isEqualTo(shape);
            assertThat(read.resource()).isEqualTo(resource);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v2/projects/p",
                "/v1/folders/f",
                "/v1/projects/p/keyRings/r",
                "/v1/projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1/more"
            })
    void whatIsNothingOfCloudKmsIsNotRead(String path) {
        assertThat(KmsPath.of(call(path))).isEmpty();
    }

    private static HostCall call(String path) {
        HttpCall http = new HttpCall("GET", path, "", Map.of(), new byte[0], "127.0.0.1");
        return new HostCall("1", "cloudkms.googleapis.com", http, new Origin("127.0.0.1", Optional.empty()));
    }
}
