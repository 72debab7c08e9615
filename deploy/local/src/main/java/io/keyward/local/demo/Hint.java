package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.demo.telling.Evidence;
import java.time.Duration;
import java.util.List;

/** The tenant's cloud tells of what happens to the key, so that nobody waits for the schedule. What it tells is looked at, not believed. */
final class Hint {
    private static final String REGION = "eu-west-1";
    private static final String ALERT = "AWS_ENCRYPTION_KEY_INVALID";
    private static final Duration SELDOM = Duration.ofHours(1);
    private static final List<String> CONCERNED = List.of(Fleet.EU, Fleet.GLOBAL);

    private final Scene scene;
    private final Fleet fleet;
    private final Alarm alarm;

    Hint(Scene scene, Fleet fleet, Alarm alarm) {
        this.scene = scene;
        this.fleet = fleet;
        this.alarm = alarm;
    }

    void tell() {
        scene.call(
                "The project is checked once an hour only; the tenant's EventBridge forwards what happens",
                this::listen);
        scene.reaction(
                "The tenant disables the key in EU_WEST_1: the hint is looked into, and who uses it stops",
                this::disable);
        scene.reaction("The tenant enables the key again: both run, by the next hint", this::enable);
        scene.call("The project is checked as before", this::stopListening);
    }

    private String listen() {
        scene.tenant().checkEvery(SELDOM);
        JsonNode source = scene.tenant().createHintSource();
        scene.cloud()
                .forwardEvents(
                        source.path("url").asText(),
                        source.path("headerName").asText(),
                        source.path("token").asText());
        return "hints go to " + source.path("url").asText() + " with the header "
                + source.path("headerName").asText();
    }

    private String disable() {
        scene.cloud().disableKey(REGION);
        String seen = fleet.awaitStopped(CONCERNED);
        fleet.requireRunning(List.of(Fleet.US));
        return seen + "\n" + Evidence.ofMail(alarm.awaitOneMail());
    }

    private String enable() {
        scene.cloud().enableKey(REGION);
        String seen = fleet.awaitRunning(Fleet.ALL);
        alarm.awaitClosed(ALERT);
        return seen + "\n" + Evidence.ofMail(alarm.awaitOneMail());
    }

    private String stopListening() {
        scene.cloud().stopForwarding();
        scene.tenant().checkEvery(null);
        return fleet.describe();
    }
}
