package io.keyward.local.chaos.endpoint;

import io.keyward.local.cloud.CloudEndpoint;
import java.util.List;
import java.util.Map;

/**
 * All there is to know of a moment.
 *
 * @param wanted whether the owner's last word about a spot was that there be an endpoint; a spot that nobody spoke of is missing
 * @param records what the API shows
 * @param cloud what is in the cloud, by spot; what has left it is left out
 * @param orphans endpoints without a record, as the service itself counts them
 */
record Evidence(
        Map<Spot, Boolean> wanted, List<Recorded> records, Map<Spot, List<CloudEndpoint>> cloud, double orphans) {
    List<Recorded> recordsAt(Spot spot) {
        return records.stream().filter(record -> record.spot().equals(spot)).toList();
    }

    List<CloudEndpoint> cloudAt(Spot spot) {
        return cloud.getOrDefault(spot, List.of());
    }
}
