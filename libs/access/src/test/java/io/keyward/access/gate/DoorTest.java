package io.keyward.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {

    @ParameterizedTest
    @CsvSource({
        "/api/atlas/v2/groups, keys",
        "/api/atlas/v2/groups/, keys",
        "/api/atlas/v2/groups/abc, keys abc",
        "/api/atlas/v2/groups/abc/, keys abc",
        "/api/atlas/v1.0/groups/abc/encryptionAtRest, keys abc",
        "/api/keyward/v1/groups/abc/keyChecks, keys abc",
        "/api/keyward/v1/clusters/abc/observed, keys",
        "/anything, keys",
        "/, keys",
        "/api/atlas/v2/unauth/controlPlaneIPAddresses, open",
        "/api/atlas/v2/unauth, keys",
        "/x/api/atlas/v2/unauth/y, keys",
        "/internal, peers",
        "/internal/v1/x, peers",
        "/internals, keys",
        "//internal/v1/x, wall",
        "/api//atlas/v2/groups/abc, wall",
        "/api/atlas/v2/groups;a=b/abc, wall"
    })
    void everyPathHasOne(String path, String expected) {
        assertThat(say(Door.of(path))).isEqualTo(expected);
    }

    private static String say(Door door) {
        return switch (door) {
            case Door.Open open -> "open";
            case Door.Peers peers -> "peers";
            case Door.Wall wall -> "wall";
            case Door.ApiKeys keys -> "keys" + keys.groupId().map(" "::concat).orElse("");
        };
    }
}
