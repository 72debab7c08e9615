package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.demo.outside.Mailbox.Mail;
import io.keyward.local.demo.telling.Evidence;
import java.util.List;

/** The tenant takes the key away in one region, and gives it back. */
final class Revocation {
    private static final String REGION = "eu-west-1";
    private static final String ALERT = "AWS_ENCRYPTION_KEY_INVALID";
    private static final List<String> CONCERNED = List.of(Fleet.EU, Fleet.GLOBAL);

    private final Scene scene;
    private final Fleet fleet;
    private final Alarm alarm;

    Revocation(Scene scene, Fleet fleet, Alarm alarm) {
        this.scene = scene;
        this.fleet = fleet;
        this.alarm = alarm;
    }

    void tell() {
        scene.reaction("The tenant disables the key in EU_WEST_1: who uses it there stops", this::disable);
        scene.reaction("… one alert says why", this::alert);
        scene.reaction("… and one mail says it to the project's owner", this::mail);
        scene.reaction("The tenant enables the key again: both run by themselves", this::enable);
        scene.reaction("… the alert is closed, and a second mail says so", this::allClear);
    }

    private String disable() {
        scene.cloud().disableKey(REGION);
        String seen = fleet.awaitStopped(CONCERNED);
        fleet.requireRunning(List.of(Fleet.US));
        return seen;
    }

    private String alert() {
        JsonNode alert = alarm.awaitOpen(ALERT);
        List<String> clusters = alert.at("/keyward/clusters").findValuesAsText("name");
        Scene.require(
                clusters.size() == CONCERNED.size() && clusters.containsAll(CONCERNED),
                "the alert is about other clusters: " + alert);
        return Evidence.ofAlert(alert);
    }

    private String mail() {
        Mail mail = alarm.awaitOneMail();
        Scene.require(
                CONCERNED.stream().allMatch(mail.text()::contains), "the mail does not name the clusters: " + mail);
        return Evidence.ofMail(mail);
    }

    private String enable() {
        scene.cloud().enableKey(REGION);
        return fleet.awaitRunning(Fleet.ALL);
    }

    private String allClear() {
        JsonNode closed = alarm.awaitClosed(ALERT);
        return Evidence.ofAlert(closed) + "\n" + Evidence.ofMail(alarm.awaitOneMail());
    }
}
