package io.keyward.messaging.relay;

import static io.keyward.messaging.relay.RelayTerm.Progress.DEPOSED;
import static io.keyward.messaging.relay.RelayTerm.Progress.IDLE;
import static io.keyward.messaging.relay.RelayTerm.Progress.MORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.contracts.Topics;
import io.keyward.messaging.MessagingConfig;
import io.keyward.messaging.ThingStore;
import io.keyward.messaging.Wait;
import io.keyward.messaging.topic.TopicOwner;
import io.keyward.testkit.Engines;
import io.keyward.testkit.EventReader;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Rule("P3")
@QuarkusTest
@TestProfile(HandDriven.class)
@WithTestResource(Engines.class)
class RelayTermIT {
    @Inject
    RelayStore store;

    @Inject
    MessagingConfig config;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    TopicOwner topics;

    @Inject
    ThingStore things;

    final String id = "thing-" + UUID.randomUUID();
    final List<RelayTerm> terms = new ArrayList<>();
    EventReader reader;

    @BeforeEach
    void prepare() {
        Wait.until().untilAsserted(() -> assertThat(topics.areReady()).isTrue());
        leaseLapses();
        RelayTerm before = begin("before");
        Wait.until().untilAsserted(() -> assertThat(before.pass()).isEqualTo(IDLE));
        leaseLapses();
        reader = EventReader.open(kafka.get("bootstrap.servers").toString(), Topics.KEYS);
    }

    @AfterEach
    void close() throws InterruptedException {
        terms.forEach(RelayTerm::close);
        reader.close();
    }

    @Test
    void aRelayKilledBetweenSendAndSettleLosesNothingAndRepeatsOnlyTheSameEvents() {
        // Given
        RelayTerm killed = begin("killed");
        renameTimes(3);
        killed.send(killed.claim().orElseThrow());
        killed.close();
        renameTimes(2);

        // When
        leaseLapses();
        RelayTerm successor = begin("successor");
        assertThat(successor.pass()).isEqualTo(MORE);
        assertThat(successor.pass()).isEqualTo(IDLE);

        // Then
        Wait.until().untilAsserted(() -> assertThat(reader.eventsOf(id)).hasSize(8));
        List<String> ids = ids();
        assertThat(ids.subList(3, 6)).isEqualTo(ids.subList(0, 3));
        assertThat(ids.stream().distinct()).hasSize(5);
    }

    @Test
    void aFrozenRelayThatThawsAfterAnotherTookOverChangesNothing() {
        // Given
        renameTimes(2);
        RelayTerm frozen = begin("frozen");
        List<OutboxRow> claimed = frozen.claim().orElseThrow();
        leaseLapses();
        RelayTerm successor = begin("successor");
        assertThat(successor.pass()).isEqualTo(MORE);
        renameTimes(1);

        // When
        assertThatThrownBy(() -> frozen.send(claimed)).isInstanceOf(org.apache.kafka.common.KafkaException.class);
        assertThat(frozen.settle(claimed)).isFalse();
        assertThat(frozen.pass()).isEqualTo(DEPOSED);

        // Then
        assertThat(unsent()).isEqualTo(1);
        assertThat(successor.pass()).isEqualTo(MORE);
        Wait.until().untilAsserted(() -> assertThat(reader.eventsOf(id)).hasSize(3));
        assertThat(ids()).doesNotHaveDuplicates();
    }

    @Test
    void aRelayFrozenInTheMiddleOfItsTransactionIsShutOutToo() {
        // Given
        renameTimes(1);
        RelayTerm frozen = begin("frozen");
        List<OutboxRow> claimed = frozen.claim().orElseThrow();
        frozen.send(claimed);
        leaseLapses();
        RelayTerm successor = begin("successor");

        // When
        boolean settled = frozen.settle(claimed);

        // Then
        assertThat(settled).isFalse();
        assertThat(successor.pass()).isEqualTo(MORE);
        Wait.until().untilAsserted(() -> assertThat(ids()).hasSize(2));
        assertThat(ids().stream().distinct()).hasSize(1);
    }

    @Test
    void twoRelaysNeverRunAtOnce() {
        // Given
        begin("first");

        // When
        var second = RelayTerm.begin(store, config, kafka, "second");

        // Then
        assertThat(second).isEmpty();
    }

    @Test
    void aRowThatKafkaRefusesBlocksOnlyItsKeyUntilItHeals() {
        // Given
        RelayTerm term = begin("only");
        String tooLarge = "x".repeat(2_000_000);
        Wait.on(() -> things.rename(id, "fine"));
        Wait.on(() -> things.rename(id, tooLarge));
        Wait.on(() -> things.rename(id, "behind"));
        Wait.on(() -> things.rename(id + "-other", "not affected"));

        // When
        drain(term);

        // Then
        Wait.until()
                .untilAsserted(() -> assertThat(reader.eventsOf(id + "-other")).hasSize(1));
        Wait.until().untilAsserted(() -> assertThat(ids()).hasSize(1));
        assertThat(sql("select last_error from outbox where sent_at is null and attempts > 0"))
                .asString()
                .contains("RecordTooLarge");

        // When
        sql("update outbox set payload = jsonb_set(payload, '{groupId}', '\"short\"'), retry_at = clock_timestamp() "
                + "where attempts > 0 and sent_at is null returning position");
        drain(term);

        // Then
        Wait.until().untilAsserted(() -> assertThat(ids()).hasSize(3));
        assertThat(reader.eventsOf(id).get(1).payload()).contains("short");
        assertThat(reader.eventsOf(id).get(2).payload()).contains("behind");
    }

    @Test
    void rowsAreForgottenOnlyWhenTheyWereSentLongAgo() {
        // Given
        renameTimes(1);
        drain(begin("only"));
        renameTimes(1);
        sql("update outbox set sent_at = sent_at - interval '2 days' where sent_at is not null returning position");

        // When
        int pruned = Wait.on(() -> store.prune(config.sentRetention()));

        // Then
        assertThat(pruned).isPositive();
        assertThat(unsent()).isEqualTo(1);
        assertThat(sql("select count(*) from outbox where sent_at is not null")).isEqualTo(0L);
    }

    private RelayTerm begin(String holder) {
        RelayTerm term = RelayTerm.begin(store, config, kafka, holder + id).orElseThrow();
        terms.add(term);
        return term;
    }

    private static void drain(RelayTerm term) {
        RelayTerm.Progress progress = MORE;
        while (progress == MORE) {
            progress = term.pass();
        }
    }

    private void renameTimes(int times) {
        for (int i = 0; i < times; i++) {
            Wait.on(() -> things.rename(id, "name " + UUID.randomUUID()));
        }
    }

    private void leaseLapses() {
        sql("update relay_lease set until = clock_timestamp() - interval '1 second' returning name");
    }

    private long unsent() {
        return ((Number) sql("select count(*) from outbox where sent_at is null")).longValue();
    }

    private Object sql(String statement) {
        return Wait.on(() -> things.sql(statement));
    }

    private List<String> ids() {
        return reader.eventsOf(id).stream()
                .map(event -> event.headers().get("ce_id"))
                .toList();
    }
}
