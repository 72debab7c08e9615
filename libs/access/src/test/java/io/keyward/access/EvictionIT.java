package io.keyward.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.keyward.access.app.Keysets;
import io.keyward.access.app.KnownKeys;
import io.keyward.access.app.OpenId;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.TokenClaims;
import io.keyward.atlas.ObjectIds;
import io.keyward.contracts.AccessEvent;
import io.keyward.contracts.Actor;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was revoked is refused as soon as word of it came, long before the memory of it would have ended; with a real broker. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(Keysets.class)
@QuarkusTestResource(OpenId.class)
@Rule("A7")
class EvictionIT {
    private static final String GROUPS = "/api/atlas/v2/groups";
    private static final String PRIVATE_KEY = "3f0a2c64-private-9d1b";
    private static final Actor OWNER = new Actor(Actor.API_KEY, "6721f0a4c2b1d83e5f9000d1", "kwdemokp", "192.0.2.17");
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @TestHTTPResource
    URI server;

    @Inject
    KnownKeys keys;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private KafkaProducer<String, String> producer;
    private String witness;

    @BeforeEach
    void thePlaceInTheTopicIsTaken() throws Exception {
        createTopic();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer());
        witness = key();
        soon(() -> assertThatNewsArrives());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void aRevokedKeyIsRefused() {
        // Given
        String revoked = key();
        assertThat(status(revoked)).isEqualTo(200);
        keys.remove(revoked);
        assertThat(status(revoked)).as("remembered").isEqualTo(200);

        // When
        publish(deleted(revoked, AccessEvent.API_KEY));

        // Then
        soon(() -> assertThat(status(revoked)).isEqualTo(401));
    }

    @Test
    void aRevokedTokenIsRefusedAndAnotherOfItsAccountIsNot() {
        // Given
        String clientId = account();
        TokenClaims revoked = Tokens.claims(clientId);
        TokenClaims other = Tokens.claims(clientId);
        assertThat(status(revoked)).isEqualTo(200);
        assertThat(status(other)).isEqualTo(200);
        keys.revoke(revoked.tokenId());

        // When
        publish(new AccessEvent.TokenRevoked(
                revoked.tokenId(), 1, Instant.now(), OWNER, KnownKeys.ORG, clientId, revoked.expiresAt()));

        // Then
        soon(() -> assertThat(status(revoked)).isEqualTo(401));
        assertThat(status(other)).isEqualTo(200);
        assertThat(keys.asked(other.tokenId())).isEqualTo(1);
    }

    @Test
    void noTokenOutlivesItsAccount() {
        // Given
        String clientId = account();
        TokenClaims claims = Tokens.claims(clientId);
        assertThat(status(claims)).isEqualTo(200);
        keys.remove(clientId);

        // When
        publish(deleted(clientId, AccessEvent.SERVICE_ACCOUNT));

        // Then
        soon(() -> assertThat(status(claims)).isEqualTo(401));
    }

    @Test
    void whatNobodyCanReadMayBeARevocation() {
        // Given
        String revoked = key();
        assertThat(status(revoked)).isEqualTo(200);
        keys.remove(revoked);

        // When
        publish(ObjectIds.next(), "{\"type\":\"keyward.credential.eaten.v1\",\"revision\":1}");

        // Then
        soon(() -> assertThat(status(revoked)).isEqualTo(401));

        // When
        String another = key();
        assertThat(status(another)).isEqualTo(200);
        keys.remove(another);
        publish(ObjectIds.next(), "not even JSON");

        // Then
        soon(() -> assertThat(status(another)).isEqualTo(401));
    }

    @Test
    void anAnswerThatWasUnderWayWhenTheWordCameIsNotRemembered() throws Exception {
        // Given
        String revoked = key();
        CompletableFuture<Void> way = keys.hold(revoked);
        CompletableFuture<Integer> underWay = CompletableFuture.supplyAsync(() -> status(revoked));
        soon(() -> assertThat(keys.asked(revoked)).isEqualTo(1));
        keys.remove(revoked);

        // When
        publish(deleted(revoked, AccessEvent.API_KEY));
        soon(this::assertThatNewsArrives);
        way.complete(null);

        // Then
        assertThat(underWay.get(5, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(status(revoked)).isEqualTo(401);
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            if (!admin.listTopics().names().get().contains(Topics.ACCESS)) {
                admin.createTopics(Set.of(new NewTopic(Topics.ACCESS, 3, (short) 1)))
                        .all()
                        .get();
            }
        }
    }

    /** All news of these tests lies in one partition, so that whatever was published before has arrived as well. */
    private void assertThatNewsArrives() {
        assertThat(status(witness)).isEqualTo(200);
        int before = keys.asked(witness);
        publish(new AccessEvent.CredentialUpdated(
                ObjectIds.next(), 1, Instant.now(), OWNER, KnownKeys.ORG, AccessEvent.API_KEY, witness));
        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> {
            assertThat(status(witness)).isEqualTo(200);
            assertThat(keys.asked(witness)).isGreaterThan(before);
        });
    }

    private String key() {
        String publicKey = ObjectIds.next().substring(16) + "k";
        keys.put(publicKey, PRIVATE_KEY, Caller.Kind.API_KEY, Map.of());
        return publicKey;
    }

    private String account() {
        String clientId = "mdb_sa_id_" + ObjectIds.next();
        keys.putAccount(KnownKeys.principal(
                clientId,
                Caller.Kind.SERVICE_ACCOUNT,
                OrgRole.ORG_MEMBER,
                Map.of("111111111111111111111111", Set.of(ProjectRole.GROUP_OWNER)),
                AccessList.NONE));
        return clientId;
    }

    private int status(String publicKey) {
        return new DigestClient(server, publicKey, PRIVATE_KEY).get(GROUPS).statusCode();
    }

    private int status(TokenClaims claims) {
        return new DigestClient(server, "unused", "unused")
                .send("GET", GROUPS, null, Tokens.bearer(keys.signingKey(), claims))
                .statusCode();
    }

    private static AccessEvent deleted(String name, String kind) {
        return new AccessEvent.CredentialDeleted(ObjectIds.next(), 1, Instant.now(), OWNER, KnownKeys.ORG, kind, name);
    }

    private void publish(AccessEvent event) {
        try {
            publish(event.aggregateId(), JSON.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish(String key, String value) {
        try {
            producer.send(new ProducerRecord<>(Topics.ACCESS, 0, key, value)).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(assertion);
    }
}
