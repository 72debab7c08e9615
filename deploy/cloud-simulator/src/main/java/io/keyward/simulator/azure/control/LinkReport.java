package io.keyward.simulator.azure.control;

import io.keyward.simulator.azure.world.link.PrivateEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A private endpoint as control shows it.
 *
 * @param state its provisioning state as Azure spells it, or {@code Gone} when it is not found any more
 * @param connection what it is called at the vault
 * @param status what the vault's owner thinks of it
 * @param history the provisioning states so far, oldest first
 */
record LinkReport(
        String name,
        String id,
        String location,
        String state,
        String vaultId,
        String connection,
        String status,
        boolean misrouted,
        Map<String, String> tags,
        List<Change> history) {

    record Change(String state, Instant since) {}

    static LinkReport of(PrivateEndpoint endpoint, Instant now) {
        return new LinkReport(
                endpoint.name(),
                endpoint.id(),
                endpoint.place().location(),
                endpoint.state(now).wireName(),
                endpoint.connection().vaultId(),
                endpoint.connection().vaultSide(),
                endpoint.connection().status().wireName(),
                endpoint.misrouted(),
                endpoint.tags(),
                endpoint.history(now).stream()
                        .map(phase -> new Change(phase.state().wireName(), phase.since()))
                        .toList());
    }
}
