package io.keyward.local.stack;

import io.keyward.engines.Ports;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.outpost.Outpost;
import io.keyward.local.outpost.OutpostProcess;
import java.net.URI;

/** The engines of a stack that run in processes of their own. */
public record Outposts(OutpostProcess kafka, OutpostProcess cloud) {

    static Outposts start(StackFolder folder, Parts parts) {
        OutpostProcess kafka =
                parts.own(OutpostProcess.start(Outpost.Kind.KAFKA, Ports.free(), folder.kafka(), folder.log("kafka")));
        OutpostProcess cloud = parts.own(
                OutpostProcess.start(Outpost.Kind.CLOUD, Ports.free(), folder.cloudState(), folder.log("cloud")));
        return new Outposts(kafka, cloud);
    }

    URI cloudEndpoint() {
        return URI.create("http://" + cloud.bootstrap());
    }
}
