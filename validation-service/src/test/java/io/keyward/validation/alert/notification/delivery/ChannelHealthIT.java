package io.keyward.validation.alert.notification.delivery;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.keyward.access.ProjectRole;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.keyward.validation.alert.channel.Channel;
import io.keyward.validation.support.TestChannels;
import io.keyward.validation.support.TestPeople;
import io.keyward.validation.support.TestSettings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever looks at an alert configuration sees whether its channels work. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(TestSettings.class)
@Rule({"N4", "N5"})
class ChannelHealthIT {
    private static final String STATUS = "notifications.keyward.delivery.status";

    @Inject
    NoticeFixture notices;

    @Inject
    TestPeople people;

    private NoticeFixture.Shop shop;
    private String path = "";

    @BeforeEach
    void aProject() {
        notices.quiet();
        shop = notices.shop("ada@shop.test");
        people.add(shop.groupId(), "manager", ProjectRole.GROUP_ALERTS_MANAGER);
        path = "/api/atlas/v2/groups/" + shop.groupId() + "/alertConfigs/";
    }

    @AfterEach
    void everythingHeals() {
        TestChannels.heal("webhook");
    }

    @Test
    void eachNotificationSaysHowItsChannelFares() {
        shop.failing("weak", 503, 1);
        var id = shop.configure(
                shop.webhook("strong"),
                shop.webhook("weak"),
                shop.notification(new Channel.Email("ops@shop.test")),
                shop.notification(new Channel.Sms("+1 555 0100")),
                shop.notification(new Channel.Team("64b0c0ffee64b0c0ffee64b7", null, true, false)));
        get(id).body(STATUS, contains("UNTRIED", "UNTRIED", "UNTRIED", "UNSENT", "UNSENT"))
                .body("notifications[3].keyward.delivery.reason", equalTo("Nobody is called by telephone."))
                .body("notifications[4].keyward.delivery.reason", equalTo("There are no teams here."));

        shop.revoke();
        notices.round();
        get(id).body(STATUS, contains("DELIVERED", "FAILING", "FAILING", "UNSENT", "UNSENT"))
                .body("notifications[0].keyward.delivery.lastSuccess", notNullValue())
                .body("notifications[0].keyward.delivery.lastFailure", nullValue())
                .body("notifications[1].keyward.delivery.lastFailure", notNullValue())
                .body("notifications[1].keyward.delivery.reason", containsString("HTTP 503"));

        shop.makeDue();
        notices.round();
        get(id).body(STATUS, contains("DELIVERED", "DELIVERED", "FAILING", "UNSENT", "UNSENT"))
                .body("notifications[1].keyward.delivery.lastFailure", notNullValue());
        get("").body(
                        "results.findAll { it.id == '" + id + "' }.notifications.flatten().keyward.delivery.status",
                        contains("DELIVERED", "DELIVERED", "FAILING", "UNSENT", "UNSENT"))
                .body("results.notifications.flatten().keyward.delivery.status", everyItem(notNullValue()));
    }

    @Test
    void whatIsAnsweredCanBeSentBack() {
        var id = shop.configure(shop.webhook("same"), shop.pager());
        var answered = get(id).extract();

        people.as(shop.groupId(), "manager")
                .body(answered.asString())
                .contentType("application/vnd.atlas.2023-01-01+json")
                .put(path + id)
                .then()
                .statusCode(200)
                .body("notifications", equalTo(answered.path("notifications")));
    }

    private ValidatableResponse get(String id) {
        return people.as(shop.groupId(), "manager").get(path + id).then().statusCode(200);
    }
}
