package io.keyward.validation.hint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.keyward.access.ProjectRole;
import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.EncryptionEvent.AzureAccess;
import io.keyward.contracts.EncryptionEvent.GoogleAccess;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.setup.SetupFixture;
import io.keyward.validation.keyuse.ChecksDue;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestEvents;
import io.keyward.validation.support.TestPeople;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hint sources and hints, as owners of projects and EventBridge see them. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
class HintsIT {
    private static final String HINTS = "/api/keyward/v1/hints/aws";
    private static final String HEADER = "Keyward-Hint-Token";
    private static final int MOST_AT_ONCE = 150;

    @Inject
    TestPeople people;

    @Inject
    SetupFixture projects;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    Event<ChecksDue> checksDue;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String keyUseId = ObjectIds.next();
    private final String sources = "/api/keyward/v1/groups/" + groupId + "/hintSources";

    @BeforeEach
    void people() {
        people.add(groupId, "owner", ProjectRole.GROUP_OWNER);
        people.add(groupId, "reader", ProjectRole.GROUP_READ_ONLY);
    }

    @Rule({"V11", "P4", "N6"})
    @Test
    void aSourceShowsItsTokenOnceAndIsTold() throws InterruptedException {
        try (var events = TestEvents.open(Topics.MODES)) {
            var created = create();
            var id = created.getString("id");

            people.as(groupId, "owner")
                    .get(sources)
                    .then()
                    .statusCode(200)
                    .body("results", hasSize(1))
                    .body("results[0].id", equalTo(id))
                    .body("results[0].headerName", equalTo(HEADER))
                    .body("results[0].token", nullValue());
            assertThat(database.query(
                            "select encode(token_hash, 'escape') from hint_source where group_id = ?", groupId))
                    .hasSize(1)
                    .doesNotContain(created.getString("token"));
            people.as(groupId, "owner").delete(sources + "/" + id).then().statusCode(204);
            people.as(groupId, "owner")
                    .delete(sources + "/" + id)
                    .then()
                    .statusCode(404)
                    .body("errorCode", equalTo("RESOURCE_NOT_FOUND"));
            Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(events.typesOf(id))
                    .containsExactly("keyward.hint-source.created.v1", "keyward.hint-source.deleted.v1"));
            hint(created.getString("token"), disabled("k")).statusCode(401);
        }
    }

    @Rule("V11")
    @Test
    void sourcesEndWithTheirProject() throws InterruptedException {
        projects.create(groupId, "Orders");
        var created = create();

        projects.delete(groupId);
        projects.delete(groupId);

        hint(created.getString("token"), disabled("k")).statusCode(401);
        assertThat(database.query("select hint_source_id from hint_source where group_id = ?", groupId))
                .isEmpty();
        try (var events = TestEvents.open(Topics.MODES)) {
            Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(
                            events.typesOf(created.getString("id")))
                    .containsExactly("keyward.hint-source.created.v1", "keyward.hint-source.deleted.v1"));
        }
    }

    @Rule("V11")
    @Test
    void sourcesAreForOwnersAndBounded() {
        people.as(groupId, "reader").get(sources).then().statusCode(403);
        ask("reader", "{\"cloudProvider\":\"AWS\"}").statusCode(403);
        ask("owner", "{\"cloudProvider\":\"MARS\"}").statusCode(400).body("errorCode", equalTo("INVALID_ENUM_VALUE"));
        ask("owner", "{}").statusCode(400).body("errorCode", equalTo("VALIDATION_ERROR"));
        IntStream.range(0, 10).forEach(number -> create());
        ask("owner", "{\"cloudProvider\":\"AWS\"}")
                .statusCode(400)
                .body("errorCode", equalTo("MAX_HINT_SOURCES_PER_GROUP_EXCEEDED"));
        people.as(groupId, "owner")
                .get(sources + "?itemsPerPage=3&pageNum=4")
                .then()
                .body("results", hasSize(1));
    }

    @Rule({"V11", "P1"})
    @Test
    void aHintHasItsKeyCheckedAtOnceAndOnce() {
        var arn = TestCloud.createKey();
        keyUses.configure(groupId, 1, TestCloud.use(keyUseId, arn));
        tryAgain();
        var token = create().getString("token");
        TestCloud.disable(arn);
        var event = event(UUID.randomUUID().toString(), "DisableKey", arn);

        hint(token, event)
                .statusCode(202)
                .body("accepted", equalTo(true))
                .body("checks", equalTo(1))
                .body("duplicate", equalTo(false));

        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(
                        database.one("select verdict from key_use where key_use_id = ?", keyUseId))
                .isEqualTo("REVOKED"));
        assertThat(occasions()).contains("HINTED");
        hint(token, event).statusCode(202).body("checks", equalTo(0)).body("duplicate", equalTo(true));
        people.as(groupId, "owner").get(sources).then().body("results[0].lastReceivedAt", notNullValue());
    }

    @Rule("V11")
    @Test
    void aHintIsNeverBelievedAndOneAboutNothingOfOursDoesNothing() {
        var arn = TestCloud.createKey();
        keyUses.configure(groupId, 1, TestCloud.use(keyUseId, arn));
        tryAgain();
        var token = create().getString("token");
        var before = TestCloud.lastCall(arn);

        hint(token, event("a", "Decrypt", arn)).statusCode(202).body("checks", equalTo(0));
        hint(token, event("b", "DisableKey", "another")).statusCode(202).body("checks", equalTo(0));
        hint(token, "{\"id\":\"c\",\"source\":\"aws.health\",\"detail-type\":\"AWS Health Event\",\"detail\":{}}")
                .statusCode(202)
                .body("checks", equalTo(0));
        assertThat(database.query("select hinted_at::text from key_use where key_use_id = ?", keyUseId))
                .containsOnlyNulls();
        assertThat(TestCloud.pathsOfChecks(arn, before)).isEmpty();
    }

    /** A forged burst costs a check now and then, and no verdict. */
    @Rule({"V11", "P1"})
    @Test
    void aBurstOfHintsIsAFewChecks() {
        var arn = TestCloud.createKey();
        keyUses.configure(groupId, 1, TestCloud.use(keyUseId, arn));
        tryAgain();
        var token = create().getString("token");
        var before = TestCloud.lastCall(arn);

        IntStream.range(0, 100)
                .forEach(number -> hint(token, disabled(arn)).statusCode(202).body("checks", equalTo(1)));

        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> {
            checksDue.fire(ChecksDue.now());
            return database.query("select hinted_at::text from key_use where key_use_id = ?", keyUseId)
                            .getFirst()
                    == null;
        });
        assertThat(TestCloud.pathsOfChecks(arn, before)).isNotEmpty();
        assertThat(TestCloud.pathsOfChecks(arn, before).size() / 3).isLessThan(50);
        assertThat(database.one("select verdict from key_use where key_use_id = ?", keyUseId))
                .isEqualTo("VALID");
    }

    @Rule("V11")
    @Test
    void whoHasNoTokenIsToldSoBeforeAnythingIsRead() {
        var created = create();
        var token = created.getString("token");
        given().contentType("application/json")
                .body("{")
                .post(HINTS)
                .then()
                .statusCode(401)
                .body("errorCode", equalTo("USER_UNAUTHORIZED"))
                .body("detail", containsString(HEADER));
        hint(token.substring(0, token.length() - 2) + "__", disabled("k"))
                .statusCode(401)
                .body("detail", not(containsString(token)));
        people.as(groupId, "owner")
                .contentType("application/json")
                .body(disabled("k"))
                .post(HINTS)
                .then()
                .statusCode(401);
    }

    @Rule("V11")
    @Test
    void rubbishIsRefusedAndTooManyAre() {
        var token = create().getString("token");
        for (var body : List.of("", "{", "[]", "null", "7", "{\"id\":7}", "{\"id\":\"a\",\"id\":\"b\"}")) {
            hint(token, body).statusCode(400).body("errorCode", notNullValue());
        }
        hint(token, "{}").statusCode(400).body("errorCode", equalTo("VALIDATION_ERROR"));
        hint(token, event("x".repeat(129), "DisableKey", "k")).statusCode(400);
        hint(token, event("x", "DisableKey", "k".repeat(300_000)))
                .statusCode(413)
                .body("errorCode", equalTo("REQUEST_TOO_LARGE"));
        given().header(HEADER, token)
                .contentType("text/plain")
                .body("x")
                .post(HINTS)
                .then()
                .statusCode(415);
        var statuses = IntStream.rangeClosed(0, MOST_AT_ONCE)
                .map(number -> given().header(HEADER, token).get(HINTS).statusCode())
                .distinct()
                .boxed()
                .toList();
        assertThat(statuses).containsExactly(405, 429);
        hint(create().getString("token"), disabled("k")).statusCode(202);
    }

    @Rule("V11")
    @Test
    void azureTellsOfItsVaultsAndAsksBefore() {
        keyUses.configure(
                groupId,
                1,
                new KeyUse(
                        keyUseId,
                        "AZURE",
                        "https://tenant-kv.vault.azure.net/keys/orders/v1",
                        "global",
                        true,
                        false,
                        null,
                        null,
                        false,
                        new AzureAccess("AZURE", "tenant", "client", "credential", "sub-1", "keys", "tenant-kv"),
                        null));
        var source = create("AZURE", "/azure");
        given().header("WebHook-Request-Origin", "eventgrid.azure.net")
                .options("/api/keyward/v1/hints/azure")
                .then()
                .statusCode(200)
                .header("WebHook-Allowed-Origin", "eventgrid.azure.net");
        var event = """
                {"specversion":"1.0","id":"%s","source":"/subscriptions/sub-1","type":"%s","subject":"%s","data":{"resourceUri":"%s"}}""";
        var vault = "/subscriptions/sub-1/resourceGroups/keys/providers/Microsoft.KeyVault/vaults/tenant-kv";

        send(source, "azure", event.formatted("a", "Microsoft.Resources.ResourceWriteSuccess", vault, vault))
                .statusCode(202)
                .body("checks", equalTo(1));
        send(source, "azure", event.formatted("a", "Microsoft.Resources.ResourceWriteSuccess", vault, vault))
                .statusCode(202)
                .body("duplicate", equalTo(true));
        send(source, "azure", event.formatted("b", "Microsoft.Resources.ResourceReadSuccess", vault, vault))
                .statusCode(202)
                .body("checks", equalTo(0));
        send(source, "azure", "[]").statusCode(400);
        send(source, "azure", "{}").statusCode(400).body("errorCode", equalTo("VALIDATION_ERROR"));
        send(source, "gcp", event).statusCode(401).body("errorCode", equalTo("USER_UNAUTHORIZED"));
    }

    @Rule("V11")
    @Test
    void googleTellsOfItsKeysWithTheTokenInTheAddress() {
        var key = "projects/tenant/locations/global/keyRings/ring/cryptoKeys/orders/cryptoKeyVersions/1";
        keyUses.configure(
                groupId,
                1,
                new KeyUse(
                        keyUseId,
                        "GCP",
                        key,
                        "global",
                        true,
                        false,
                        null,
                        null,
                        false,
                        null,
                        new GoogleAccess("credential", null)));
        var source = create("GCP", "/gcp?token=");
        assertThat(source.getString("url")).endsWith(source.getString("token"));
        people.as(groupId, "owner").get(sources).then().body("results[0].url", endsWith("/gcp"));

        push(source, "1", "DestroyCryptoKeyVersion", key).statusCode(202).body("checks", equalTo(1));
        push(source, "1", "DestroyCryptoKeyVersion", key).statusCode(202).body("duplicate", equalTo(true));
        push(source, "2", "Decrypt", key).statusCode(202).body("checks", equalTo(0));
        given().contentType("application/json")
                .body("{\"message\":{}}")
                .post(source.getString("url"))
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body("{\"message\":{\"messageId\":\"3\",\"data\":\"AAAA\"}}")
                .post(source.getString("url"))
                .then()
                .statusCode(202)
                .body("checks", equalTo(0));
        given().contentType("application/json")
                .body("{}")
                .post(source.getString("url") + "x")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse push(JsonPath source, String id, String method, String key) {
        var entry = """
                {"protoPayload":{"serviceName":"cloudkms.googleapis.com","methodName":"%s","resourceName":"%s","status":{}}}""".formatted(method, key);
        return given().contentType("application/json")
                .body("""
                        {"message":{"messageId":"%s","data":"%s","publishTime":"2027-01-31T12:00:00Z"},"subscription":"projects/p/subscriptions/s"}""".formatted(id, Base64.getEncoder().encodeToString(entry.getBytes(StandardCharsets.UTF_8))))
                .post(source.getString("url"))
                .then();
    }

    private static ValidatableResponse send(JsonPath source, String cloud, String event) {
        return given().header(HEADER, source.getString("token"))
                .contentType("application/cloudevents+json; charset=utf-8")
                .body(event)
                .post("/api/keyward/v1/hints/" + cloud)
                .then();
    }

    private JsonPath create(String provider, String path) {
        return ask("owner", "{\"cloudProvider\":\"" + provider + "\"}")
                .statusCode(201)
                .body("url", containsString(path))
                .extract()
                .jsonPath();
    }

    private List<String> occasions() {
        return database.query("select distinct occasion from key_check where key_use_id = ?", keyUseId);
    }

    private void tryAgain() {
        people.as(groupId, "owner")
                .post("/api/keyward/v1/groups/" + groupId + "/keyChecks")
                .then()
                .statusCode(200)
                .body("results[0].verdict", equalTo("VALID"));
    }

    private JsonPath create() {
        return ask("owner", "{\"cloudProvider\":\"AWS\"}")
                .statusCode(201)
                .body("url", endsWith(HINTS))
                .body("token", notNullValue())
                .extract()
                .jsonPath();
    }

    private ValidatableResponse ask(String who, String body) {
        return people.as(groupId, who)
                .contentType("application/json")
                .body(body)
                .post(sources)
                .then();
    }

    private static ValidatableResponse hint(String token, String event) {
        return given().header(HEADER, token)
                .contentType("application/json; charset=utf-8")
                .body(event)
                .post(HINTS)
                .then();
    }

    private static String disabled(String key) {
        return event(UUID.randomUUID().toString(), "DisableKey", key);
    }

    private static String event(String id, String action, String key) {
        return """
                {"version":"0","id":"%s","detail-type":"AWS API Call via CloudTrail","source":"aws.kms","account":"111122223333",
                 "time":"2027-01-31T12:00:00Z","region":"us-east-1","resources":[],
                 "detail":{"eventVersion":"1.08","eventSource":"kms.amazonaws.com","eventName":"%s","readOnly":false,
                 "requestParameters":{"keyId":"%s"},"responseElements":null}}""".formatted(id, action, key);
    }
}
