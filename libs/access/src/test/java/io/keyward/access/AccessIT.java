package io.keyward.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.keyward.access.app.Keysets;
import io.keyward.access.app.KnownKeys;
import io.keyward.access.peer.InternalPort;
import io.keyward.access.peer.ServiceTokens;
import io.keyward.access.principal.DigestAlgorithm;
import io.keyward.access.principal.Ha1;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, in which order a request is judged, and what the internal port is for; over real HTTP. */
@QuarkusTest
@QuarkusTestResource(Keysets.class)
class AccessIT {
    private static final String OWNED = "111111111111111111111111";
    private static final String READ = "222222222222222222222222";
    private static final String OUTSIDE = "333333333333333333333333";
    private static final String GROUPS = "/api/atlas/v2/groups";
    private static final String SETTING = GROUPS + "/" + OWNED + "/setting";
    private static final String PRIVATE_KEY = "3f0a2c64-private-9d1b";

    @TestHTTPResource
    URI server;

    @Inject
    KnownKeys keys;

    @Inject
    ServiceTokens tokens;

    @Inject
    InternalPort internal;

    private String publicKey;
    private DigestClient client;

    @BeforeEach
    void aKeyOfItsOwn() {
        publicKey = UUID.randomUUID().toString().substring(0, 8);
        keys.put(publicKey, PRIVATE_KEY, Caller.Kind.API_KEY, roles());
        client = new DigestClient(server, publicKey, PRIVATE_KEY);
    }

    @Rule("A5")
    @Test
    void theChallengeIsExactlyWhatOfficialClientsExpect() {
        HttpResponse<String> response = client.send("GET", SETTING, null, null);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().allValues("WWW-Authenticate"))
                .singleElement()
                .asString()
                .matches(
                        "Digest realm=\"MMS Public API\", domain=\"\", nonce=\"[A-Za-z0-9+/]{32}\", algorithm=MD5, qop=\"auth\", stale=false");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body())
                .isEqualTo(
                        "{\"error\":401,\"reason\":\"Unauthorized\","
                                + "\"detail\":\"You are not authorized for this resource.\",\"errorCode\":\"UNEXPECTED_ERROR\"}");
    }

    @Test
    void theHolderOfAKeyIsKnownToTheResource() {
        HttpResponse<String> response = client.get(GROUPS);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"name\":\"" + publicKey + "\"", "\"address\":\"127.0.0.1\"");
    }

    @Test
    void theQueryIsPartOfWhatIsSigned() {
        String nonce = client.nonce(SETTING);

        assertThat(client.get(SETTING + "?pretty=true&x=%20a").statusCode()).isEqualTo(200);
        assertThat(client.send("GET", SETTING + "?pretty=true", null, client.authorization("GET", SETTING, nonce))
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.send("GET", SETTING, null, client.authorization("GET", SETTING + "?a=b", nonce))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsWrongIs401() {
        String nonce = client.nonce(SETTING);
        List<String> wrong = List.of(
                new DigestClient(server, publicKey, "another").authorization("GET", SETTING, nonce),
                new DigestClient(server, "stranger", PRIVATE_KEY).authorization("GET", SETTING, nonce),
                client.authorization("PATCH", SETTING, nonce),
                client.authorization("GET", SETTING, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
                client.authorization("GET", SETTING, nonce).replace("qop=auth, ", ""),
                client.authorization("GET", SETTING, nonce).replace("algorithm=MD5", "algorithm=SHA-256"),
                client.authorization("GET", SETTING, nonce).replace("algorithm=MD5", "algorithm=MD5-sess"),
                client.authorization("GET", SETTING, nonce).replace("MMS Public API", "Other"),
                "Digest",
                "Digest username=\"",
                "Basic dXNlcjpwYXNzd29yZA==",
                "Bearers abc");

        assertThat(wrong).allSatisfy(authorization -> {
            HttpResponse<String> response = client.send("GET", SETTING, null, authorization);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Digest ")
                    .endsWith("stale=false");
        });
    }

    @Test
    void whatWasUsedOnceIsRefusedAndTheClientToldToTakeANewNonce() {
        String authorization = client.authorization("GET", SETTING, client.nonce(SETTING));

        assertThat(client.send("GET", SETTING, null, authorization).statusCode())
                .isEqualTo(200);
        HttpResponse<String> again = client.send("GET", SETTING, null, authorization);

        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.headers().firstValue("WWW-Authenticate").orElseThrow()).endsWith("stale=true");
    }

    @Test
    void aCountThatStartsAnywhereAndRisesIsFine() {
        String nonce = client.nonce(SETTING);

        assertThat(Stream.of("0000002a", "0000002b", "00000003")).allSatisfy(nc -> assertThat(
                        client.send("GET", SETTING, null, client.authorization("GET", SETTING, nonce, nc, "same"))
                                .statusCode())
                .isEqualTo(200));
    }

    @Rule("A5")
    @Test
    void anAnswerBySha256IsAsGoodFromAKeyThatHasOne() {
        String old = UUID.randomUUID().toString().substring(0, 8);
        keys.putOld(old, PRIVATE_KEY);
        DigestClient oldClient = new DigestClient(server, old, PRIVATE_KEY);

        assertThat(client.send("GET", GROUPS, null, bySha256(client)).statusCode())
                .isEqualTo(200);
        assertThat(client.send("GET", GROUPS, null, bySha256(oldClient)).statusCode())
                .isEqualTo(401);
        assertThat(oldClient.get(GROUPS).statusCode()).isEqualTo(200);
    }

    private static String bySha256(DigestClient client) {
        return client.authorization(DigestAlgorithm.SHA_256, "GET", GROUPS, client.nonce(GROUPS), "00000001", "cnonce");
    }

    @Test
    void unauthPathsNeedNobody() {
        assertThat(client.send("GET", "/api/atlas/v2/unauth/addresses", null, null)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nowhere",
                "/api/nowhere",
                GROUPS,
                SETTING,
                "/api/atlas/v1.0/groups/x",
                "/API/atlas/v2/unauth/x",
                "/api/atlas/v2/unauth/../groups"
            })
    void everythingElseDoes(String target) throws Exception {
        assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//internal/v1/api-keys/x",
                "/internal/v1/api-keys/x",
                "/internal",
                "/internal/",
                "/./internal/v1/api-keys/x",
                "/%69nternal/v1/api-keys/x",
                "/api/../internal/v1/api-keys/x",
                "/;a=b/internal/v1/api-keys/x",
                "/internal;a=b/v1/api-keys/x"
            })
    void noSpellingOfAnInternalPathIsServedOnThePublicPort(String target) throws Exception {
        String path = target.replace("/x", "/" + publicKey);
        List<String> credentials = List.of(
                "Bearer " + tokens.issue("validation-service", "config-service"),
                client.authorization("GET", path, client.nonce(SETTING)));

        for (String authorization : credentials) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                    + authorization + "\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 40").doesNotContain("sealedHa1");
        }
    }

    @Test
    void theInternalPortServesOurServicesAndNothingElse() {
        DigestClient inside =
                new DigestClient(URI.create("http://127.0.0.1:" + internal.port()), publicKey, PRIVATE_KEY);
        String path = "/internal/v1/api-keys/" + publicKey;

        assertThat(inside.send("GET", path, null, "Bearer " + tokens.issue("validation-service", "config-service"))
                        .body())
                .contains("sealedHa1", publicKey)
                .doesNotContain(Ha1.of(publicKey, PRIVATE_KEY), PRIVATE_KEY);
        assertThat(inside.send("GET", path, null, null).statusCode()).isEqualTo(401);
        assertThat(inside.send("GET", path, null, null).body()).contains("\"errorCode\":\"USER_UNAUTHORIZED\"");
        assertThat(inside.send("GET", path, null, "Bearer " + tokens.issue("x", "validation-service"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(inside.send("GET", path, null, "Bearer nonsense").statusCode())
                .isEqualTo(401);
        assertThat(inside.send("GET", GROUPS, null, null).statusCode()).isEqualTo(404);
        assertThat(inside.send("GET", "/q/health", null, null).statusCode()).isEqualTo(404);
    }

    /** Each case is wrong in its own way and in every later one; the earliest decides. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wrong key    | 333333333333333333333333 | application/vnd.atlas.2000-01-01+json | text/plain       | {  | 401 | UNEXPECTED_ERROR
            right key    | 333333333333333333333333 | application/vnd.atlas.2000-01-01+json | text/plain       | {  | 404 | GROUP_NOT_FOUND
            right key    | 33333                    | application/vnd.atlas.2000-01-01+json | text/plain       | {  | 404 | INVALID_GROUP_ID
            right key    | 222222222222222222222222 | application/vnd.atlas.2000-01-01+json | text/plain       | {  | 406 | INVALID_VERSION_DATE
            right key    | 222222222222222222222222 | application/vnd.atlas.2024-01-01+json | text/plain       | {  | 415 | UNSUPPORTED_MEDIA_TYPE
            right key    | 222222222222222222222222 | application/vnd.atlas.2024-01-01+json | application/json | {  | 400 | MALFORMED_JSON
            right key    | 222222222222222222222222 | application/vnd.atlas.2024-01-01+json | application/json | {} | 403 | ACCESS_FORBIDDEN
            right key    | 111111111111111111111111 | application/vnd.atlas.2024-01-01+json | application/json | {} | 200 |
            """)
    void theOrderOfARequest(String key, String group, String accept, String type, String body, int status, String code)
            throws Exception {
        String target = GROUPS + "/" + group + "/setting";
        DigestClient asker = key.equals("right key") ? client : new DigestClient(server, publicKey, "wrong");

        String answer = raw("PATCH " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + asker.authorization("PATCH", target, client.nonce(target)) + "\r\nAccept: " + accept
                + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains(code == null ? "" : "\"errorCode\":\"" + code + "\"");
    }

    @Test
    void theSizeComesBeforeEverything() throws Exception {
        assertThat(raw("PATCH " + SETTING
                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1048576\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void aProjectThatWasCreatedAMomentAgoIsVisibleAtOnce() {
        String created = "444444444444444444444444";
        String target = GROUPS + "/" + created + "/setting";
        assertThat(client.get(target).statusCode()).isEqualTo(404);

        keys.put(publicKey, PRIVATE_KEY, Caller.Kind.API_KEY, Map.of(created, Set.of(ProjectRole.GROUP_OWNER)));

        assertThat(client.get(target).statusCode()).isEqualTo(200);
    }

    @Rule("A1")
    @Test
    void aRefusalNamesTheRoleThatIsNeeded() {
        HttpResponse<String> response = client.send("PATCH", GROUPS + "/" + READ + "/setting", "{}");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body())
                .contains("\"errorCode\":\"ACCESS_FORBIDDEN\"", "Project Owner", "\"parameters\":[\"GROUP_OWNER\"]");
    }

    @Rule("A1")
    @Test
    void whoSeesAProjectFromOutsideIsRefusedAndNotToldThatItDoesNotExist() {
        keys.put(publicKey, PRIVATE_KEY, Caller.Kind.API_KEY, Map.of(OUTSIDE, Set.of()));

        assertThat(client.get(GROUPS + "/" + OUTSIDE + "/setting").statusCode()).isEqualTo(403);
    }

    @Rule("A1")
    @Test
    void anOwnerMayDoWhatLesserRolesMay() {
        assertThat(client.get(SETTING).statusCode()).isEqualTo(200);
        assertThat(client.send("POST", SETTING, "{\"value\":\"x\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void driversAndPeopleKeepToTheirOwnSides() {
        String driver = UUID.randomUUID().toString().substring(0, 8);
        keys.put(driver, PRIVATE_KEY, Caller.Kind.DRIVER, Map.of());
        DigestClient driving = new DigestClient(server, driver, PRIVATE_KEY);
        String observed = "/api/keyward/v1/clusters/c/observed";

        assertThat(driving.send("PUT", observed, "{}").statusCode()).isEqualTo(200);
        assertThat(client.send("PUT", observed, "{}").statusCode()).isEqualTo(403);
        assertThat(driving.get(GROUPS).statusCode()).isEqualTo(403);
        assertThat(driving.get(SETTING).statusCode()).isEqualTo(404);
    }

    @Test
    void aConnectionSurvivesARefusedRequestWhoseBodyNobodyRead() throws Exception {
        String body = "x".repeat(100_000);
        String refused =
                "POST " + SETTING + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body;

        String answers =
                raw(refused + refused + "GET " + SETTING + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answers.split("HTTP/1.1 401", -1)).hasSize(4);
    }

    @Rule("A5")
    @Test
    void theRealCurlGetsIn() throws Exception {
        assumeThat(onPath("curl")).as("curl is on the PATH").isTrue();
        String user = publicKey + ":" + PRIVATE_KEY;
        String url = server.resolve(SETTING).toString();

        assertThat(run(
                        "curl",
                        "-sS",
                        "--user",
                        user,
                        "--digest",
                        "--header",
                        "Content-Type: application/json",
                        "--request",
                        "PATCH",
                        url + "/?pretty=true&envelope=true",
                        "--data",
                        "{\"value\":\"" + "y".repeat(50_000) + "\"}"))
                .contains("\"status\" : 200", "yyyy")
                .contains("\n");
        assertThat(run(
                        "curl",
                        "-sS",
                        "--user",
                        user,
                        "--digest",
                        "-i",
                        "--request",
                        "POST",
                        url,
                        "--data",
                        "{\"value\":\"x\"}"))
                .contains("415", "application/x-www-form-urlencoded", "must be sent as application/json");
        assertThat(run("curl", "-sS", "--user", publicKey + ":wrong", "--digest", "-i", url))
                .contains("HTTP/1.1 401")
                .doesNotContain("HTTP/1.1 200");
    }

    private static Map<String, Set<ProjectRole>> roles() {
        return Map.of(OWNED, Set.of(ProjectRole.GROUP_OWNER), READ, Set.of(ProjectRole.GROUP_READ_ONLY));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, program).canExecute());
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
