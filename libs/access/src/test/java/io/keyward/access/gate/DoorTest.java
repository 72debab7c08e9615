package io.keyward.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {

    @ParameterizedTest
    @CsvSource({
        "/api/atlas/v2, holders",
        "/api/atlas/v2/groups, holders",
        "/api/atlas/v2/groups/, holders",
        "/api/atlas/v2/groups/abc, holders of project abc",
        "/api/atlas/v2/groups/abc/, holders of project abc",
        "/api/atlas/v1.0/groups/abc/encryptionAtRest, holders of project abc",
        "/api/keyward/v1/groups/abc/keyChecks, holders of project abc",
        "/api/atlas/v2/groups/byName/orders, holders",
        "/api/atlas/v2/groups/byName/orders/, holders",
        "/api/atlas/v2/groups/byName/clusters, holders",
        "/api/atlas/v1.0/groups/byName/encryptionAtRest, holders of project byName",
        "/api/keyward/v1/groups/byName/apiKeys, holders of project byName",
        "/api/atlas/v2/groups/byName, holders of project byName",
        "/api/atlas/v2/groups/byName/a/clusters, holders of project byName",
        "/api/atlas/v2/orgs, holders",
        "/api/atlas/v2/orgs/abc, holders of organization abc",
        "/api/atlas/v2/orgs/abc/groups, holders of organization abc",
        "/api/keyward/v1/orgs/abc/apiKeys/def/accessList/10.0.0.0%2F8, holders of organization abc",
        "/api/keyward/v1/clusters/abc/observed, holders",
        "/api/keyward/v1/signingKeys, holders",
        "/anything, holders",
        "/, holders",
        "/api/atlas/v2/unauth/controlPlaneIPAddresses, open",
        "/api/atlas/v2/unauth, holders",
        "/x/api/atlas/v2/unauth/y, holders",
        "/api/keyward/v1/hints/aws, open",
        "/api/keyward/v1/hints, holders",
        "/api/keyward/v1/groups/abc/hintSources, holders of project abc",
        "/api/oauth/token, open",
        "/api/oauth/jwks, open",
        "/api/oauth, holders",
        "/api/oauthx/token, holders",
        "/API/oauth/token, holders",
        "/api/atlas/oauth/token, holders",
        "/internal, peers",
        "/internal/v1/x, peers",
        "/internals, holders",
        "//internal/v1/x, wall",
        "/api//atlas/v2/groups/abc, wall",
        "/api/atlas/v2/groups;a=b/abc, wall",
        "/api/oauth//token, wall",
        "/api/oauth/;x/token, wall"
    })
    void everyPathHasOne(String path, String expected) {
        assertThat(say(Door.of(path))).isEqualTo(expected);
    }

    private static String say(Door door) {
        return switch (door) {
            case Door.Open open -> "open";
            case Door.Peers peers -> "peers";
            case Door.Wall wall -> "wall";
            case Door.Holders holders ->
                "holders"
                        + holders.groupId().map(" of project "::concat).orElse("")
                        + holders.orgId().map(" of organization "::concat).orElse("");
        };
    }
}
