package io.keyward.validation.cadence.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.cadence.SweepFixture;
import io.keyward.validation.keyuse.KeyUseFixture;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestCloud;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that nobody can read, as an older version finds them that has to take over from a newer one. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class SetAsideIT {
    private static final String ALERT =
            "select facts from operator_alert where type = 'UNREADABLE_KEY_USES' and closed_at is null";

    @Inject
    ClaimStore claims;

    @Inject
    SetAsideWatch watch;

    @Inject
    SweepFixture turns;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();
    private final String unreadable = ObjectIds.next();
    private final String readable = ObjectIds.next();

    @BeforeEach
    void nothingElseIsDue() {
        database.query(
                "update key_use set next_due_at = now() + interval '1 day', lease_token = null, lease_until = null");
    }

    @Rule("P2")
    @Test
    void aRowThatCannotBeReadIsSetAsideAndToldAndTheOthersGoOn() throws Throwable {
        var arn = TestCloud.createKey();
        keyUses.configure(groupId, 1, TestCloud.use(unreadable, arn), TestCloud.use(readable, arn));
        database.query(
                "update key_use set verdict = 'REVOKED', reason = 'OF_TOMORROW' where key_use_id = ?", unreadable);

        var claimed = VertxContextSupport.subscribeAndAwait(() -> claims.claimDue(Instant.now(), Room.any(10)));
        VertxContextSupport.subscribeAndAwait(watch::look);

        assertThat(claimed).extracting(check -> check.use().id()).containsExactly(readable);
        assertThat(due(unreadable)).isFalse();
        assertThat(database.query(ALERT)).singleElement().asString().contains(unreadable);

        database.query("update key_use set verdict = 'UNCHECKED', reason = null where key_use_id = ?", unreadable);
        database.query("update key_use set lease_token = null, lease_until = null where group_id = ?", groupId);
        turns.check(groupId);
        VertxContextSupport.subscribeAndAwait(watch::look);

        assertThat(verdicts()).containsOnly("VALID");
        assertThat(database.query(ALERT)).isEmpty();
    }

    private boolean due(String keyUseId) {
        return !database.query(
                        "select 1::text from key_use where key_use_id = ? and (next_due_at <= now() or lease_token is not null)",
                        keyUseId)
                .isEmpty();
    }

    private List<String> verdicts() {
        return database.query("select verdict from key_use where group_id = ?", groupId);
    }
}
