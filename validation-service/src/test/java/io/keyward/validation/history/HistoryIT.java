package io.keyward.validation.history;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
class HistoryIT {
    private static final String OF_GROUP =
            "select id::text from key_check where group_id = ? order by key_check.id desc";

    @Inject
    HistoryPruner pruner;

    @Inject
    HistoryStore store;

    @Inject
    KeyUseFixture keyUses;

    @Inject
    SweepFixture sweep;

    @Inject
    Database database;

    private final String groupId = ObjectIds.next();

    @BeforeEach
    void threeEntries() {
        var arn = TestCloud.createKey();
        keyUses.configure(groupId, 1, TestCloud.use(ObjectIds.next(), arn));
        sweep.check(groupId);
        TestCloud.disable(arn);
        sweep.check(groupId);
        TestCloud.enable(arn);
        sweep.check(groupId);
    }

    @Test
    void forgetsWhatIsOlderThanItsTimeAndNothingElse() throws Throwable {
        var entries = database.query(OF_GROUP, groupId);
        var oldest = Long.parseLong(entries.getLast());
        database.query("update key_check set last_at = now() - interval '91 days' where id = ?", oldest);

        VertxContextSupport.subscribeAndAwait(pruner::prune);

        assertThat(database.query(OF_GROUP, groupId)).containsExactlyElementsOf(entries.subList(0, entries.size() - 1));
    }

    @Rule("V10")
    @Test
    void aPageAndTheCountComeFromOneStatementHoweverFarThePage() throws Throwable {
        var entries = database.query(OF_GROUP, groupId);

        var second = VertxContextSupport.subscribeAndAwait(() -> store.newest(groupId, HistoryFilter.NONE, 1, 1));
        var beyond = VertxContextSupport.subscribeAndAwait(
                () -> store.newest(groupId, HistoryFilter.NONE, 1_000_000_000_000L, 500));

        assertThat(second.total()).isEqualTo(entries.size());
        assertThat(second.entries())
                .extracting(entry -> Long.toString(entry.id()))
                .containsExactly(entries.get(1));
        assertThat(beyond.total()).isEqualTo(entries.size());
        assertThat(beyond.entries()).isEmpty();
    }
}
