package io.keyward.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.demo.outside.Mailbox.Mail;
import java.util.List;
import java.util.Optional;

/** The project's alerts, and the mails about them that have not been told of yet. */
final class Alarm {
    private final Scene scene;
    private int told;

    Alarm(Scene scene) {
        this.scene = scene;
    }

    JsonNode awaitOpen(String type) {
        return awaitNewest("OPEN", type);
    }

    /** Waits until none of that type is open any more, and answers the one that was closed last. */
    JsonNode awaitClosed(String type) {
        Scene.await("the alert " + type + " to be closed", () -> newest("OPEN", type), Optional::isEmpty);
        return awaitNewest("CLOSED", type);
    }

    /** Waits for the next mail; fails when there are several. */
    Mail awaitOneMail() {
        List<Mail> fresh = Scene.await("a mail", this::untold, mails -> !mails.isEmpty());
        Scene.require(fresh.size() == 1, "more than one mail: " + fresh);
        told++;
        return fresh.getFirst();
    }

    private List<Mail> untold() {
        List<Mail> all = scene.mailbox().mails();
        return all.subList(told, all.size());
    }

    private JsonNode awaitNewest(String status, String type) {
        return Scene.await("an alert " + type + " that is " + status, () -> newest(status, type), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> newest(String status, String type) {
        return scene.tenant().alerts(status).stream()
                .filter(alert -> alert.path("eventTypeName").asText().equals(type))
                .findFirst();
    }
}
