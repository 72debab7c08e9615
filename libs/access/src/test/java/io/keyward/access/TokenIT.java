package io.keyward.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.access.app.Keysets;
import io.keyward.access.app.KnownKeys;
import io.keyward.access.app.OpenId;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.AddressBlock;
import io.keyward.access.principal.TokenClaims;
import io.keyward.access.token.SigningKey;
import io.keyward.access.token.TokenSigner;
import io.keyward.atlas.ObjectIds;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a token opens, what it does not, and the doors of organisations and operators; over real HTTP. */
@QuarkusTest
@QuarkusTestResource(Keysets.class)
@QuarkusTestResource(OpenId.class)
class TokenIT {
    private static final String OWNED = "111111111111111111111111";
    private static final String READ = "222222222222222222222222";
    private static final String OTHER_ORG = "bbbbbbbbbbbbbbbbbbbbbbbb";
    private static final String GROUPS = "/api/atlas/v2/groups";
    private static final String SETTING = GROUPS + "/" + OWNED + "/setting";
    private static final String ORGS = "/api/keyward/v1/orgs";
    private static final String CHALLENGE = "Bearer realm=\"MMS Public API\", error=\"invalid_token\"";

    @TestHTTPResource
    URI server;

    @Inject
    KnownKeys keys;

    OpenId provider;

    private String clientId;
    private DigestClient http;

    @BeforeEach
    void anAccountOfItsOwn() {
        clientId = "mdb_sa_id_" + ObjectIds.next();
        http = new DigestClient(server, "unused", "unused");
        account(OrgRole.ORG_MEMBER);
    }

    @Test
    @Rule("A5")
    void aTokenOpensWhatAKeyWould() {
        String token = bearer(Tokens.claims(clientId));

        assertThat(http.send("GET", GROUPS, null, token).body()).contains("\"name\":\"" + clientId + "\"");
        assertThat(http.send("GET", SETTING, null, token).statusCode()).isEqualTo(200);
        assertThat(http.send("PATCH", SETTING, "{}", token).statusCode()).isEqualTo(200);
        assertThat(http.send("GET", SETTING, null, token.replace("Bearer ", "bEARER  "))
                        .statusCode())
                .isEqualTo(200);
    }

    @Rule({"A1", "A5"})
    @Test
    void aTokenOpensNothingMore() {
        String token = bearer(Tokens.claims(clientId));

        assertCode(http.send("PATCH", GROUPS + "/" + READ + "/setting", "{}", token), 403, "ACCESS_FORBIDDEN");
        assertCode(http.send("GET", GROUPS + "/333333333333333333333333/setting", null, token), 404, "GROUP_NOT_FOUND");
        assertCode(http.send("PUT", "/api/keyward/v1/clusters/c/observed", "{}", token), 403, "ACCESS_FORBIDDEN");
    }

    @Test
    void whatIsNoGoodTokenIs401WithTheBearerChallengeAlone() {
        Instant now = Instant.now();
        TokenClaims revoked = Tokens.claims(clientId);
        keys.revoke(revoked.tokenId());
        List<String> wrong = List.of(
                "Bearer",
                "Bearer ",
                "Bearer nonsense",
                "Bearer a.b.c",
                bearer(Tokens.claims(clientId, now.minus(Duration.ofMinutes(61)))),
                bearer(Tokens.claims(clientId, now.plus(Duration.ofMinutes(1)))),
                bearer(Tokens.claims("mdb_sa_id_" + ObjectIds.next())),
                bearer(revoked),
                bearer(Tokens.claims(clientId)) + "x",
                "Bearer " + new TokenSigner(keys.signingKey(), "https://other").sign(Tokens.claims(clientId)),
                Tokens.bearer(SigningKey.generate(), Tokens.claims(clientId)),
                "Bearer " + provider.token("keyward", "people"),
                "Bearer " + provider.token("other", "keyward-operators"));

        assertThat(wrong).allSatisfy(authorization -> {
            HttpResponse<String> response = http.send("GET", SETTING, null, authorization);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly(CHALLENGE);
            assertThat(response.body())
                    .isEqualTo(
                            "{\"error\":401,\"reason\":\"Unauthorized\","
                                    + "\"detail\":\"You are not authorized for this resource.\",\"errorCode\":\"UNEXPECTED_ERROR\"}");
        });
    }

    @Test
    void aProjectThatWasCreatedAMomentAgoIsVisibleToAToken() {
        String created = "444444444444444444444444";
        String target = GROUPS + "/" + created + "/setting";
        String token = bearer(Tokens.claims(clientId));
        assertThat(http.send("GET", target, null, token).statusCode()).isEqualTo(404);

        keys.putAccount(KnownKeys.principal(
                clientId,
                Caller.Kind.SERVICE_ACCOUNT,
                OrgRole.ORG_MEMBER,
                Map.of(created, Set.of(ProjectRole.GROUP_OWNER)),
                AccessList.NONE));

        assertThat(http.send("GET", target, null, token).statusCode()).isEqualTo(200);
    }

    /** The list of the account, whether its organisation insists on one, and what becomes of a call from this machine. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                     | false | 111111111111111111111111 | 200 |
            127.0.0.0/8              | false | 111111111111111111111111 | 200 |
            192.0.2.0/24 127.0.0.1   | true  | 111111111111111111111111 | 200 |
            192.0.2.0/24             | false | 111111111111111111111111 | 403 | IP_ADDRESS_NOT_ON_WHITELIST
            ::/0                     | false | 111111111111111111111111 | 403 | IP_ADDRESS_NOT_ON_WHITELIST
                                     | true  | 111111111111111111111111 | 403 | ORG_REQUIRES_WHITELIST
            192.0.2.0/24             | false | 333333333333333333333333 | 403 | IP_ADDRESS_NOT_ON_WHITELIST
            127.0.0.0/8              | false | 333333333333333333333333 | 404 | GROUP_NOT_FOUND
            """)
    @Rule("A8")
    void theAccessListIsAskedAfterTheCredentialsAndBeforeTheProject(
            String blocks, boolean required, String group, int status, String code) {
        List<AddressBlock> parsed = blocks == null
                ? List.of()
                : Arrays.stream(blocks.split(" "))
                        .map(text -> AddressBlock.parse(text).orElseThrow())
                        .toList();
        keys.putAccount(KnownKeys.principal(
                clientId,
                Caller.Kind.SERVICE_ACCOUNT,
                OrgRole.ORG_MEMBER,
                Map.of(OWNED, Set.of(ProjectRole.GROUP_OWNER)),
                new AccessList(parsed, required)));

        assertCode(
                http.send("GET", GROUPS + "/" + group + "/setting", null, bearer(Tokens.claims(clientId))),
                status,
                code);
        assertThat(http.send("GET", SETTING, null, bearer(Tokens.claims(clientId)) + "x")
                        .statusCode())
                .isEqualTo(401);
    }

    /** Who asks, for what, and what they get. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            member   | /aaaaaaaaaaaaaaaaaaaaaaaa         | 200 |
            member   | /aaaaaaaaaaaaaaaaaaaaaaaa/apiKeys | 403 | ACCESS_FORBIDDEN
            owner    | /aaaaaaaaaaaaaaaaaaaaaaaa/apiKeys | 200 |
            owner    | /bbbbbbbbbbbbbbbbbbbbbbbb         | 404 | ORG_NOT_FOUND
            owner    | /bbbbbbbbbbbbbbbbbbbbbbbb/apiKeys | 404 | ORG_NOT_FOUND
            owner    | /nonsense/apiKeys                 | 404 | ORG_NOT_FOUND
            owner    | ''                                | 403 | ACCESS_FORBIDDEN
            operator | ''                                | 200 |
            operator | /aaaaaaaaaaaaaaaaaaaaaaaa         | 200 |
            operator | /bbbbbbbbbbbbbbbbbbbbbbbb         | 200 |
            operator | /nonsense                         | 404 | ORG_NOT_FOUND
            operator | /aaaaaaaaaaaaaaaaaaaaaaaa/apiKeys | 403 | ACCESS_FORBIDDEN
            nobody   | /aaaaaaaaaaaaaaaaaaaaaaaa         | 401 | UNEXPECTED_ERROR
            """)
    void theDoorsOfOrganisations(String who, String path, int status, String code) {
        assertCode(http.send("GET", ORGS + path, null, authorization(who)), status, code);
    }

    @Test
    void anOperatorSeesNoProjectAndIsKnownByName() {
        String token = authorization("operator");

        assertCode(http.send("GET", SETTING, null, token), 404, "GROUP_NOT_FOUND");
        assertThat(http.send("GET", GROUPS, null, token).body()).contains("\"name\":\"ada\"");
        assertCode(http.send("PUT", "/api/keyward/v1/clusters/c/observed", "{}", token), 403, "ACCESS_FORBIDDEN");
    }

    @Test
    void someOperationsAreForOwnersOfTheProjectOrOfItsOrganisation() {
        String target = "/api/keyward/v1/groups/%s/apiKeys";
        assertThat(http.send("GET", target.formatted(OWNED), null, authorization("member"))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = http.send("GET", target.formatted(READ), null, authorization("member"));
        assertCode(refused, 403, "ACCESS_FORBIDDEN");
        assertThat(refused.body())
                .contains("\"parameters\":[\"GROUP_OWNER\",\"ORG_OWNER\"]", "Project Owner", "Organization Owner");

        assertThat(http.send("GET", target.formatted(READ), null, authorization("owner"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whereTokensAreMintedNobodyNeedsOne() {
        assertThat(http.send("POST", "/api/oauth/token", null, null).statusCode())
                .isEqualTo(200);
        assertThat(http.send("POST", "/api/oauth/token", null, "Basic YTpi").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Rule("A7")
    void whileTheOwnerIsDownKnownCallersGoOnAndOthersAreToldToComeBack() {
        String known = bearer(Tokens.claims(clientId));
        assertThat(http.send("GET", SETTING, null, known).statusCode()).isEqualTo(200);
        keys.setDown(true);
        try {
            assertThat(http.send("GET", SETTING, null, known).statusCode()).isEqualTo(200);

            HttpResponse<String> unknown = http.send("GET", SETTING, null, bearer(Tokens.claims(clientId)));
            assertCode(unknown, 503, "SERVICE_UNAVAILABLE");
            assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
        } finally {
            keys.setDown(false);
        }
    }

    private void account(OrgRole role) {
        keys.putAccount(KnownKeys.principal(
                clientId,
                Caller.Kind.SERVICE_ACCOUNT,
                role,
                Map.of(OWNED, Set.of(ProjectRole.GROUP_OWNER), READ, Set.of(ProjectRole.GROUP_READ_ONLY)),
                AccessList.NONE));
    }

    private String authorization(String who) {
        return switch (who) {
            case "operator" -> "Bearer " + provider.token("keyward", "keyward-operators");
            case "owner" -> {
                account(OrgRole.ORG_OWNER);
                yield bearer(Tokens.claims(clientId));
            }
            case "member" -> bearer(Tokens.claims(clientId));
            default -> null;
        };
    }

    private String bearer(TokenClaims claims) {
        return Tokens.bearer(keys.signingKey(), claims);
    }

    private static void assertCode(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(code == null ? "" : "\"errorCode\":\"" + code + "\"");
    }
}
