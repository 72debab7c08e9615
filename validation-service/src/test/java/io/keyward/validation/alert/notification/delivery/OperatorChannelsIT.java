package io.keyward.validation.alert.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.operator.OperatorAlertType;
import io.keyward.validation.operator.OperatorAlerts;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.MailServer;
import io.keyward.validation.support.TestChannels;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever runs the installation is told by the channels of the settings, and not again and again of what comes and goes. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
@Rule({"V8", "N5"})
class OperatorChannelsIT {
    private static final OperatorAlertType TYPE = OperatorAlertType.OUR_CREDENTIALS;

    @Inject
    NoticeFixture notices;

    @Inject
    OperatorAlerts alerts;

    @Inject
    Database database;

    @BeforeEach
    void nothingIsLeft() {
        close();
        database.query("update operator_alert set closed_at = closed_at - interval '1 hour'");
        notices.quiet();
    }

    @Test
    void everyChannelThatIsSetIsToldWhenItBeginsAndWhenItIsOver() {
        try (var mails = MailServer.start()) {
            open();
            notices.round();
            var id = openId();

            for (var channel : List.of("webhook", "slack", "teams", "pager-duty", "ops-genie")) {
                assertThat(TestChannels.received(channel, id)).as(channel).hasSize(1);
            }
            assertThat(mails.to("night@keyward.test")).hasSize(1);
            assertThat(mails.to("day@keyward.test").getFirst().text()).contains("The canary role is denied.");
            var hook = TestChannels.received("webhook", id).getFirst();
            assertThat(hook.at("/path").asText()).endsWith("/operators");
            assertThat(hook.at("/headers/keyward-signature").asText()).matches("v1=[0-9a-f]{64}");
            assertThat(hook.at("/body").asText()).doesNotContain("groupId");

            close();
            notices.round();
            assertThat(TestChannels.received("webhook", id))
                    .as("it may come back")
                    .hasSize(1);

            timePasses();
            notices.round();
            assertThat(TestChannels.received("webhook", id)
                            .getLast()
                            .at("/headers/x-mms-event")
                            .asText())
                    .isEqualTo("alert.close");
            assertThat(resolved(id)).containsExactly(false, true);
            assertThat(mails.to("night@keyward.test")).hasSize(2);
        }
    }

    @Test
    void whatComesAndGoesPagesOnce() {
        open();
        notices.round();
        var id = openId();
        for (int flap = 0; flap < 3; flap++) {
            close();
            notices.round();
            open();
            notices.round();
        }
        assertThat(openId()).isEqualTo(id);
        assertThat(resolved(id)).containsExactly(false);

        close();
        timePasses();
        notices.round();
        assertThat(resolved(id)).containsExactly(false, true);

        open();
        notices.round();
        assertThat(openId()).as("they were told that it was over").isNotEqualTo(id);
        assertThat(resolved(openId())).containsExactly(false);
        close();
    }

    private void open() {
        run(() -> alerts.open(TYPE, "The canary role is denied.", "Look at its trust policy.", Map.of()));
    }

    private void close() {
        run(() -> alerts.close(TYPE, "It can be assumed again."));
    }

    /** What is to be told later is to be told now. */
    private void timePasses() {
        database.query("update notice set next_attempt_at = now() - interval '1 second' where group_id is null");
    }

    private String openId() {
        return database.one("select id from operator_alert where type = ? and closed_at is null", TYPE.name());
    }

    private static List<Boolean> resolved(String id) {
        return TestChannels.received("pager-duty", id).stream()
                .map(OperatorChannelsIT::resolves)
                .toList();
    }

    private static boolean resolves(JsonNode request) {
        return request.at("/body").asText().contains("\"resolve\"");
    }

    private static void run(Supplier<Uni<Void>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
