package io.keyward.local.demo;

import io.keyward.local.demo.outside.EventTap.Received;
import io.keyward.local.demo.telling.Narrator;
import io.keyward.local.folder.Addresses;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One tenant's key in two regions, reached over private endpoints only, revoked in one of them and restored, cut off and replaced. Everything is done and seen from
 * outside: HTTP, the AWS SDK, Kafka, mail, the cloud's own record.
 */
final class Story implements AutoCloseable {
    private final Scene scene;

    Story(Narrator narrator, Addresses addresses) {
        this.scene = Scene.of(narrator, addresses);
    }

    void tell() {
        Fleet fleet = new Fleet(scene.tenant());
        PrivatePath path = new PrivatePath(scene);
        Alarm alarm = new Alarm(scene);
        new Opening(scene).tell();
        new Coverage(scene, fleet, path).tell();
        new Revocation(scene, fleet, alarm).tell();
        new Hint(scene, fleet, alarm).tell();
        new Outage(scene, fleet, alarm).tell();
        new Recreation(scene, fleet, alarm).tell();
        new Departure(scene, fleet, path, alarm).tell();
        scene.reaction("What an independent Kafka consumer received", this::events);
        scene.call("What the cloud's own record says of the covered regions", path::verify);
    }

    @Override
    public void close() {
        scene.close();
    }

    private String events() {
        scene.tap().await(event -> event.type().equals("keyward.encryption.disabled.v1"));
        List<Received> events = scene.tap().received();
        return events.stream()
                        .map(event -> "%-20s %s  %-42s %s"
                                .formatted(event.topic(), event.key(), event.type(), event.header("ce_time")))
                        .collect(Collectors.joining("\n"))
                + "\nheaders of the last one: " + events.getLast().headers();
    }
}
