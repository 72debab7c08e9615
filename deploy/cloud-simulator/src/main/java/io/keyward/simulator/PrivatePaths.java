package io.keyward.simulator;

import io.keyward.simulator.wire.AwsService;
import io.keyward.simulator.wire.CommonFault;
import io.keyward.simulator.world.World;
import io.keyward.simulator.world.network.VpcEndpoint;
import java.util.Optional;

/** The ways through VPC endpoints: each is open while its endpoint is available, if only in part, and leads to one service in one region. */
record PrivatePaths(World world, SimulatedClock clock) {

    /** Whether the way that a request came is open. The public one always is. */
    boolean open(Ticket ticket) {
        Optional<String> id = ticket.origin().vpcEndpoint();
        return id.isEmpty()
                || id.flatMap(world.endpoints()::find)
                        .filter(endpoint -> endpoint.state(clock.now()).usable())
                        .isPresent();
    }

    /** Refuses what is signed for something else than the endpoint leads to, as the service behind it would. */
    void requireServed(Ticket ticket) {
        Optional<VpcEndpoint> endpoint = ticket.origin().vpcEndpoint().flatMap(world.endpoints()::find);
        if (endpoint.isPresent() && ticket.service() != AwsService.KMS) {
            throw CommonFault.SIGNATURE_MISMATCH.in(
                    ticket.service(), "Credential should be scoped to correct service: 'kms'.");
        }
        endpoint.map(VpcEndpoint::region)
                .filter(region -> !region.equals(ticket.region()))
                .ifPresent(region -> {
                    throw CommonFault.SIGNATURE_MISMATCH.in(
                            ticket.service(),
                            "Credential should be scoped to a valid region, not '%s'.".formatted(ticket.region()));
                });
    }
}
