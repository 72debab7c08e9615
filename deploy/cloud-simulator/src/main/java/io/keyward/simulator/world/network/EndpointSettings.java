package io.keyward.simulator.world.network;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How EC2 treats endpoints.
 *
 * @param creation from pending to whatever comes next
 * @param deletion from deleting to deleted
 * @param deletedVisible how long a deleted one is still described
 * @param limitPerVpc how many a VPC may have in one region; null for no limit
 */
public record EndpointSettings(
        Duration creation,
        Duration deletion,
        Duration deletedVisible,
        @Nullable Integer limitPerVpc) {

    public static final EndpointSettings USUAL =
            new EndpointSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5), null);
}
