package io.keyward.config.verdict;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.keyward.config.FarEnd;
import io.keyward.config.Topic;
import io.keyward.contracts.Actor;
import io.keyward.contracts.KeyEvent;
import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.contracts.KeyEvent.KeyFacts;
import io.keyward.contracts.Topics;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class KeyVerdictIT {
    private static final Actor ACTOR = Actor.system("validation-service");

    FarEnd validation;

    @BeforeEach
    void forget() {
        validation.reset();
    }

    @Test
    @Rule({"V1", "P3"})
    void readsFollowTheLastVerdictThroughRepeatsAndReordering() {
        String groupId = projectWithKey();
        Instant later = Instant.now().plusSeconds(60);
        KeyEvent revoked = new KeyEvent.KeyRevoked(
                keyUse(groupId), 2, later, ACTOR, facts(groupId, "REVOKED", later), evidence("REVOKED"));
        KeyEvent before = new KeyEvent.KeyValidated(
                keyUse(groupId), 1, later, ACTOR, facts(groupId, "VALID", later.plusSeconds(9)), evidence("VALID"));

        Topic.publish(Topics.KEYS, revoked);
        Topic.publish(Topics.KEYS, revoked);
        Topic.publish(Topics.KEYS, before);
        awaitValid(groupId, false);
        Topic.publish(
                Topics.KEYS,
                new KeyEvent.KeyValidated(
                        keyUse(groupId),
                        3,
                        later,
                        ACTOR,
                        facts(groupId, "VALID", later.plusSeconds(1)),
                        evidence("VALID")));
        awaitValid(groupId, true);
    }

    /** The far end's checks are made at the beginning of 2026, by its own clock. */
    @Test
    @Rule("V1")
    void clocksThatDifferHideNoRevocation() {
        String groupId = projectWithKey();
        Instant soonAfter = Instant.parse("2026-01-01T00:00:01Z");

        Topic.publish(
                Topics.KEYS,
                new KeyEvent.KeyRevoked(
                        keyUse(groupId),
                        1,
                        soonAfter,
                        ACTOR,
                        facts(groupId, "REVOKED", soonAfter),
                        evidence("REVOKED")));

        awaitValid(groupId, false);
    }

    @Test
    @Rule("V1")
    void aBadOldVerdictIsMadeFreshByTheRead() {
        String groupId = projectWithKey();
        String keyUseId = keyUse(groupId);
        Instant bad = Instant.now();
        validation.onProject(
                question -> "{\"results\":[{\"keyUseId\":\"%s\",\"verdict\":\"VALID\",\"checkedAt\":\"%s\"}]}"
                        .formatted(keyUseId, Instant.now().plusSeconds(1)));
        Topic.publish(
                Topics.KEYS,
                new KeyEvent.KeyRevoked(keyUseId, 1, bad, ACTOR, facts(groupId, "REVOKED", bad), evidence("REVOKED")));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        rows("select verdict from key_verdict where key_use_id = '" + keyUseId + "'"))
                .containsExactly("REVOKED"));

        OWNER.get(encryption(groupId)).then().statusCode(200).body("awsKms.valid", is(true));

        assertThat(validation.asked(groupId)).hasSize(1);
    }

    @Test
    @Rule("V1")
    void withoutAnAnswerTheLastVerdictStands() {
        String groupId = projectWithKey();
        Instant bad = Instant.now();
        validation.onProject(question -> "");
        Topic.publish(
                Topics.KEYS,
                new KeyEvent.KeyFoundUnusable(
                        keyUse(groupId), 1, bad, ACTOR, facts(groupId, "UNUSABLE", bad), evidence("UNUSABLE")));

        awaitValid(groupId, false);
    }

    private static void awaitValid(String groupId, boolean valid) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        OWNER.get(encryption(groupId)).then().statusCode(200).body("awsKms.valid", is(valid)));
    }

    private static String keyUse(String groupId) {
        return rows("select id from key_use where group_id = '" + groupId + "'").getFirst();
    }

    private static KeyFacts facts(String groupId, String verdict, Instant checkedAt) {
        return new KeyFacts(groupId, "AWS", KEY, "us-east-1", verdict, checkedAt, checkedAt, null);
    }

    private static Evidence evidence(String outcome) {
        return new Evidence(outcome, null, "It is so.", null, List.of());
    }
}
