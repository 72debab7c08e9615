package io.keyward.config.encryption.settings.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.region.CloudRegion;
import io.keyward.testkit.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleKeyNamesTest {

    @Rule("C14")
    @ParameterizedTest
    @CsvSource({
        "projects/p/locations/us-east4/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1,          us-east4",
        "projects/p-1/locations/global/keyRings/r_1/cryptoKeys/K-2/cryptoKeyVersions/12,     global",
        "projects/e.com:p/locations/eur4/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1,        eur4",
        "projects/12345/locations/europe-west12/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1, europe-west12",
    })
    void tellWhereTheKeyIs(String name, String location) {
        assertThat(GoogleKeyNames.location(name)).map(CloudRegion::cloudName).contains(location);
    }

    @Rule("C14")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "k",
                "projects/p/locations/global/keyRings/r/cryptoKeys/k",
                "projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/",
                "projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/latest",
                "projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1/",
                "/projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1",
                "projects/../locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1",
                "projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/0",
                "projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/01",
                "projects/p/locations/../keyRings/r/cryptoKeys/k/cryptoKeyVersions/1",
                "projects/p/locations/global/keyRings/r/cryptoKeys/k?x=/cryptoKeyVersions/1",
                "projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1\n",
                "https://cloudkms.googleapis.com/v1/projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1",
            })
    void nothingElseIsOne(String name) {
        assertThat(GoogleKeyNames.location(name)).isEmpty();
    }
}
