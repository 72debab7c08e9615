package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.demo.telling.Evidence;

/** A region's KMS goes silent. Nobody said no, so nothing stops. */
final class Outage {
    private static final String REGION = "eu-west-1";
    private static final String ALERT = "ENCRYPTION_AT_REST_KMS_NETWORK_ACCESS_DENIED";

    private final Scene scene;
    private final Fleet fleet;
    private final Alarm alarm;

    Outage(Scene scene, Fleet fleet, Alarm alarm) {
        this.scene = scene;
        this.fleet = fleet;
        this.alarm = alarm;
    }

    void tell() {
        scene.reaction("The KMS of EU_WEST_1 answers on no path: an alert, and all run on", this::begin);
        scene.reaction("The KMS answers again: the alert is closed", this::end);
    }

    private String begin() {
        scene.cloud().makeUnreachable(REGION);
        JsonNode alert = alarm.awaitOpen(ALERT);
        JsonNode facts =
                scene.tap().awaitType("keyward.key.unverified.v1").payload().path("facts");
        fleet.requireRunning(Fleet.ALL);
        return Evidence.ofAlert(alert) + "\nverdict: " + facts.path("verdict").asText() + ", unverifiedSince: "
                + facts.path("unverifiedSince").asText() + "\n" + fleet.describe() + "\n"
                + Evidence.ofMail(alarm.awaitOneMail());
    }

    private String end() {
        scene.cloud().makeReachable();
        JsonNode closed = alarm.awaitClosed(ALERT);
        fleet.requireRunning(Fleet.ALL);
        return Evidence.ofAlert(closed) + "\n" + Evidence.ofMail(alarm.awaitOneMail());
    }
}
