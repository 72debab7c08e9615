package io.keyward.validation.alert.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.keyward.access.ProjectRole;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.support.Database;
import io.keyward.validation.support.TestPeople;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What opens a channel is in no log, no row and no answer, whatever the other side does with it. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
@Rule({"N5", "P4"})
class NoSecretsIT {
    private static final String SECRET = "Sesame-0123456789";

    @Inject
    NoticeFixture notices;

    @Inject
    TestPeople people;

    @Inject
    Database database;

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler listener = new Listener();
    private HttpServer parrot;

    @BeforeEach
    void aServerThatRepeatsWhatItWasTold() throws IOException {
        notices.quiet();
        Logger.getLogger("").addHandler(listener);
        parrot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        parrot.createContext("/", call -> {
            var asked = call.getRequestURI();
            var answer =
                    "Cannot POST " + asked + ", that is hook " + asked.getPath().substring(7);
            call.sendResponseHeaders(500, 0);
            call.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
            call.close();
        });
        parrot.start();
    }

    @AfterEach
    void nobodyListens() {
        Logger.getLogger("").removeHandler(listener);
        parrot.stop(0);
    }

    @Test
    void whateverGoesWrongSaysNoSecret() {
        var shop = notices.shop();
        people.add(shop.groupId(), "reader", ProjectRole.GROUP_READ_ONLY);
        var path = "/hooks/" + SECRET + "?token=" + SECRET;
        var id = shop.configure(
                shop.notification(
                        webhook(shop, "http://localhost:" + parrot.getAddress().getPort() + path)),
                shop.notification(webhook(shop, "http://localhost:1" + path)),
                shop.notification(webhook(shop, "http://no-such-host.invalid" + path)),
                shop.notification(webhook(shop, "http://local host" + path)),
                shop.notification(new Channel.MicrosoftTeams(
                        shop.secret("http://localhost:" + parrot.getAddress().getPort() + path))),
                shop.notification(new Channel.Slack(shop.secret(SECRET), "#ops")),
                shop.notification(new Channel.PagerDuty(shop.secret(SECRET), "US")),
                shop.notification(new Channel.OpsGenie(shop.secret(SECRET), "US")),
                shop.notification(new Channel.Datadog(shop.secret(SECRET), "US1")),
                shop.notification(new Channel.VictorOps(shop.secret(SECRET), shop.secret(SECRET))));
        shop.revoke();
        notices.round();
        shop.makeDue();
        notices.round();

        assertThat(shop.pendingByChannel()).hasSizeGreaterThanOrEqualTo(5).noneMatch(NoSecretsIT::tells);
        assertThat(logged)
                .anyMatch(line -> line.contains("could not be delivered"))
                .noneMatch(NoSecretsIT::tells);
        assertThat(database.query("select channel || content from notice where group_id = ?", shop.groupId()))
                .noneMatch(NoSecretsIT::tells);
        assertThat(people.as(shop.groupId(), "reader")
                        .get("/api/atlas/v2/groups/" + shop.groupId() + "/alertConfigs/" + id)
                        .asString())
                .contains("FAILING", "HTTP 500")
                .doesNotContain(SECRET);
    }

    private static Channel webhook(NoticeFixture.Shop shop, String url) {
        return new Channel.Webhook(shop.secret(url), shop.secret("signed-by-" + SECRET), null, null);
    }

    private static boolean tells(String text) {
        return text != null && text.contains(SECRET);
    }

    private final class Listener extends Handler {
        @Override
        public void publish(LogRecord record) {
            var trace = new StringWriter();
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(trace));
            }
            logged.add(record.getMessage() + Arrays.toString(record.getParameters()) + trace);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
