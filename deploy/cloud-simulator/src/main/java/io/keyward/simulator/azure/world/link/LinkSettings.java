package io.keyward.simulator.azure.world.link;

import java.time.Duration;

/** How long making and deleting an endpoint takes. */
public record LinkSettings(Duration creation, Duration deletion) {

    public static final LinkSettings USUAL = new LinkSettings(Duration.ofSeconds(1), Duration.ofSeconds(1));
}
